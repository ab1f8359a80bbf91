import type { Agent } from '../../contract/agents/definition.ts';
import type { KommuneId } from '../../contract/identity.ts';
import type { KommunePolicy } from '../../contract/policy.ts';
import { recordAct } from '../audit/audit.store.ts';
import type { Closing } from '../closing.ts';
import { dayOf } from '../deadlines/calendar.ts';
import { libraryAdminRoutes } from '../http/library-admin.ts';
import { libraryRoutes } from '../http/library.ts';
import type { Route } from '../http/route.ts';
import type { Houses } from '../house.ts';
import type { Person } from '../identity/person.ts';
import type { Pseudonym } from '../identity/pseudonym.ts';
import type { Job } from '../jobs/job.ts';
import type { Store } from '../store/store.ts';
import type { House } from '../tasks/run.ts';
import {
  type FurtherTexts,
  type TextBlocksFor,
  textBlocksFor,
  type TextsFor,
  textsFor,
} from '../templates/house-texts.ts';
import type { Templates } from '../templates/read-templates.ts';
import { runExamples } from './examples/run-example.ts';
import { createLibrary } from './library/library.ts';
import { openRunRoom } from './runs/create-runs.ts';
import { shippedAgents } from './shipped/shipped.ts';
import { createStepWork, type ToolParts } from './steps/create-step-work.ts';

export interface AgentRoomParts {
  store: Store;
  /** Of the installation. */
  secret: Uint8Array;
  pseudonym: Pseudonym;
  /** What a Kommune starts with, before anybody decides. */
  starting: KommunePolicy;
  kommunen: readonly { id: KommuneId; name: string }[];
  /** Vorlagen and Textbausteine that the house was furnished with. */
  templates: Templates;
  /** Opened anew for each step. Not used before the rooms are put together. */
  houses: () => Houses;
  now(): Date;
  report(fault: unknown): void;
}

/** Agents and the library, put together. */
export interface AgentRoom {
  /** Vorlagen and Textbausteine with those of the library. */
  texts: TextsFor;
  textBlocksFor: TextBlocksFor;
  routes(closing: Closing): Route[];
  jobs: readonly Job[];
  /** Breaks off what runs, before the store is closed. */
  close(): Promise<void>;
}

const VERBUND = 'KI-Verbund';

/** Opens the room of agents and their library. */
export function openAgentRoom({
  store,
  secret,
  pseudonym,
  starting,
  kommunen,
  templates,
  houses,
  now,
  report,
}: AgentRoomParts): AgentRoom {
  const names = new Map(kommunen.map(({ id, name }) => [id, name]));
  const examplesOf = async (agent: Agent, model: string | null, person: Person, signal: AbortSignal) => {
    const house = await houses().admit(person);
    const work = createStepWork(house, toolsFor(person));
    return runExamples(agent, model ?? builtinOf(house), work, dayOf(now()), signal);
  };
  const library = createLibrary({
    store,
    pseudonym,
    shipped: shippedAgents(),
    houseTemplates: templates.templates,
    ownerName: (kommune) => (kommune === null ? VERBUND : (names.get(kommune) ?? kommune)),
    runExamples: examplesOf,
  });
  const texts = textsFor(templates, library.stock satisfies FurtherTexts);
  const toolsFor = ({ kommune }: Person): ToolParts => ({
    templates: async () =>
      (await texts(kommune)).templates.map(({ label, words }) => ({ name: label, text: words })),
    onRefused: ({ agent, trial }, { tool, why }) =>
      store.within({ kommune }, async (db) => {
        const details = { tool, why };
        const reason = 'Das Sprachmodell verlangte es in einem Lauf.';
        const actor = { kind: 'job' } as const;
        // Nobody approved the name of a trial, and the protocol is kept for years.
        const subject = trial ? 'Probelauf' : agent.name;
        await recordAct(db, { actor, kommune, kind: 'agent.refused', subject, details, reason });
      }),
  });
  const runs = openRunRoom({
    store,
    secret,
    pseudonym,
    starting,
    agents: library.source,
    workFor: async (person) => createStepWork(await houses().openFor(person), toolsFor(person)),
    async admit(person) {
      await houses().admit(person);
    },
    async templateOf({ kommune }, name) {
      const { templates: all } = await texts(kommune);
      return all.find(({ id, label }) => id === name || label === name)?.id ?? null;
    },
    report,
  });
  return {
    texts,
    textBlocksFor: textBlocksFor(templates, library.stock),
    routes: (closing) => [
      ...libraryRoutes(library.desk),
      ...libraryAdminRoutes(library),
      ...runs.routes(closing),
    ],
    jobs: [runs.job],
    close: () => runs.close(),
  };
}

/** Worked examples are made for the model that is always there. */
function builtinOf(house: House): string | null {
  return house.models().find(({ info }) => info.provider === 'builtin')?.info.id ?? null;
}
