import type { Agent } from '../../../../contract/agents/definition.ts';
import type { RunEvent, RunView } from '../../../../contract/agents/run.ts';
import type { Person } from '../../../identity/person.ts';
import { createPseudonym } from '../../../identity/pseudonym.ts';
import { testStart } from '../../../policy/testing/samples.ts';
import type { Store } from '../../../store/store.ts';
import type { StepWork } from '../../steps/step-work.ts';
import { openRunRoom, type RunRoom } from '../create-runs.ts';
import { type RunTimes, usualTimes } from '../limits.ts';
import { answerTo, everyStep, oneStep } from './every-step.ts';

/** The same in each process of a test. */
const secret = Buffer.alloc(32, 'a secret of the tests');

export interface TestRoom extends RunRoom {
  /** Faults that were reported. */
  faults: unknown[];
  /** Agents by their ids; what is taken out was withdrawn. */
  agents: Map<string, Agent>;
  /** How often which one was used. */
  uses: string[];
}

/** Soon enough that no test waits; a lease ends only where a test says so. */
export const quick: RunTimes = { ...usualTimes, lookMs: 20, renewMs: 50, graceMs: 200, againMs: 20 };

/** The runs of a house with two agents, whose steps are carried out by a script. */
export function testRoom(
  store: Pick<Store, 'within'>,
  work: StepWork,
  {
    workFor,
    times = quick,
    key = secret,
    keptDays = testStart.retentionDays.agentRuns,
  }: {
    workFor?(person: Person): Promise<StepWork>;
    times?: RunTimes;
    key?: Uint8Array;
    keptDays?: number;
  } = {},
): TestRoom {
  const faults: unknown[] = [];
  const uses: string[] = [];
  const agents = new Map([
    ['alles', everyStep],
    ['kurz', oneStep],
  ]);
  const room = openRunRoom({
    store,
    secret: key,
    pseudonym: createPseudonym(secret),
    starting: { ...testStart, retentionDays: { ...testStart.retentionDays, agentRuns: keptDays } },
    agents: {
      approved: (_person, id) => {
        const agent = agents.get(id);
        return Promise.resolve(agent ? { agent, number: 2 } : null);
      },
      isUsable: (_person, id) => Promise.resolve(agents.has(id)),
      mayTry: ({ roles }) => roles.includes('local-admin'),
      noteUse: (_person, id) => Promise.resolve(void uses.push(id)),
    },
    workFor: workFor ?? (() => Promise.resolve(work)),
    admit: () => Promise.resolve(),
    templateOf: (_person, name) => Promise.resolve(name === 'Bescheid' ? 'bescheid' : null),
    report: (fault) => void faults.push(fault),
    times,
  });
  return { ...room, faults, agents, uses };
}

/** What a person sees of a run until it ends or waits for them. */
export async function watch({ runs }: RunRoom, person: Person, id: string): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const event of runs.events(person, id, new AbortController().signal)) events.push(event);
  return events;
}

/** The same, and then what it looks like. */
export async function settled(room: RunRoom, person: Person, id: string): Promise<RunView> {
  await watch(room, person, id);
  return room.runs.view(person, id);
}

/** Carries a run to its end, with a person who agrees to everything. */
export async function finished(room: RunRoom, person: Person, id: string): Promise<RunView> {
  for (;;) {
    const view = await settled(room, person, id);
    const asked = view.steps.find(({ state }) => state === 'waiting');
    if (view.state !== 'waiting' || asked === undefined) return view;
    await room.runs.answer(person, id, answerTo(asked));
  }
}
