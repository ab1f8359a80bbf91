import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import {
  MAX_RUNS_AT_WORK,
  type RunAnswer,
  type RunCorrection,
  type RunEvent,
  type RunList,
  type RunRequest,
  type RunView,
} from '../../../contract/agents/run.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { KommunePolicy } from '../../../contract/policy.ts';
import { checkForm } from '../../forms/check.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Person } from '../../identity/person.ts';
import { visitPolicy } from '../../policy/visit.store.ts';
import { type Db, type Store, StoreError } from '../../store/store.ts';
import { breatheWith } from '../../text/breathe.ts';
import type { AgentSource } from '../agent-source.ts';
import { checkAgent } from '../definition/read-agent.ts';
import { corrected } from '../procedure/correct.ts';
import type { Carrier } from './carrier.ts';
import type { RunSeals } from './contents.ts';
import { fitsStep, inputsFault, resultOfAnswer, stepAt } from './fits.ts';
import { eventQueue, type Hub } from './hub.ts';
import type { RunTimes } from './limits.ts';
import { draftOf, formOf, outcomeOf } from './outcome.ts';
import { memoryOf, openRun, type RunRecord } from './record.ts';
import * as rows from './runs.store.ts';
import { SealBroken } from './seal.ts';
import { forgetSteps, forgetUndone, saveStep, stepsOf } from './steps.store.ts';
import { viewOf } from './view.ts';

/** The longest text takes two seconds: not worth a stop when the person has gone. */
const UNSTOPPED = new AbortController().signal;

/** Runs of agents, each for the person who began it alone. */
export interface Runs {
  /** @throws ProblemError, StoreError; as all of these */
  start(person: Person, request: RunRequest): Promise<RunView>;
  list(person: Person): Promise<RunList>;
  view(person: Person, id: string): Promise<RunView>;
  answer(person: Person, id: string, said: RunAnswer): Promise<RunView>;
  correct(person: Person, id: string, correction: RunCorrection): Promise<RunView>;
  stop(person: Person, id: string): Promise<RunView>;
  goOn(person: Person, id: string): Promise<RunView>;
  remove(person: Person, id: string): Promise<void>;
  /** Its events from now on, and has it carried on where nobody does. Ends as the contract says, or with the signal. */
  events(person: Person, id: string, signal: AbortSignal): AsyncGenerator<RunEvent, void>;
}

export interface RunsParts {
  store: Pick<Store, 'within'>;
  seals: RunSeals;
  /** As whom runs know a person. */
  keyOf(person: Person): string;
  agents: AgentSource;
  /**
   * Counts what a person sets going against the limits of person and Kommune.
   * @throws ProblemError `rate_limited`, `kommune_rate_limited`
   */
  admit(person: Person): Promise<void>;
  /** Id of a Vorlage that this person may use, by the name that an agent gives it; null where there is none. */
  templateOf(person: Person, name: string): Promise<string | null>;
  /** What a Kommune starts with, before anybody decides. */
  starting: KommunePolicy;
  carrier: Carrier;
  hub: Hub;
  times: RunTimes;
  /** Told of faults that are ours. */
  report(fault: unknown): void;
}

const isUuid = z.uuid();

export function createRuns(parts: RunsParts): Runs {
  const { store, seals, keyOf, agents, admit, templateOf, starting, carrier, hub, times, report } = parts;
  const within = <T>({ kommune }: Person, work: (db: Db) => Promise<T>) => store.within({ kommune }, work);
  const wake = (person: Person, id: string) => carrier.wake(person, keyOf(person), id);

  async function find(db: Db, person: Person, id: string, how: 'look' | 'lock'): Promise<rows.RunRow> {
    const read = how === 'look' ? rows.findRun : rows.lockRun;
    const row = isUuid.safeParse(id).success ? await read(db, keyOf(person), id) : null;
    if (row === null) throw new ProblemError(404, 'run_missing');
    return row;
  }
  /** Carries on a run that is not at work, unless too many are. */
  async function setGoing(db: Db, person: Person, { id, state }: rows.RunRow, undone: number) {
    const isAtWork = state === 'running' || state === 'waiting';
    if (!isAtWork && (await rows.countAtWork(db, keyOf(person))) >= MAX_RUNS_AT_WORK) {
      throw new ProblemError(409, 'too_many_runs');
    }
    await rows.settleRun(db, id, { state: 'running', spent: undone });
  }
  const open = async (db: Db, row: rows.RunRow) => openReadable(row, await stepsOf(db, row.id));
  function openReadable(...[row, steps]: [rows.RunRow, Parameters<typeof openRun>[1]]): RunRecord {
    try {
      return openRun(row, steps, seals);
    } catch (fault) {
      if (!(fault instanceof SealBroken)) throw fault;
      report(fault);
      throw new ProblemError(409, 'run_unreadable');
    }
  }

  async function whole(person: Person, run: RunRecord): Promise<RunView> {
    if (run.state !== 'done') return viewOf(run, null);
    const { agent } = run.terms;
    const draft = draftOf(agent, memoryOf(run));
    const form = draft && formOf(draft.as);
    const findings =
      draft && form ? (await checkForm(draft.text, form, breatheWith(UNSTOPPED))).findings : [];
    const name = agent.work.kind === 'ablauf' ? agent.work.outcome.template : undefined;
    const template = name === undefined ? null : await templateOf(person, name);
    return viewOf(run, outcomeOf(draft, findings, template));
  }
  async function view(person: Person, id: string): Promise<RunView> {
    const [row, steps] = await within(person, async (db) => {
      const found = await find(db, person, id, 'look');
      return [found, await stepsOf(db, id)] as const;
    });
    return whole(person, openReadable(row, steps));
  }

  async function agentOf(person: Person, asked: RunRequest['agent']) {
    const found =
      asked.kind === 'library'
        ? await agents.approved(person, asked.id)
        : agents.mayTry(person)
          ? { agent: asked.agent, number: null }
          : null;
    if (found === null) {
      if (asked.kind === 'trial') throw new ProblemError(403, 'role_missing');
      throw new ProblemError(404, 'agent_unavailable');
    }
    const reading = checkAgent(found.agent);
    if (!reading.ok) throw new ProblemError(409, 'agent_faulty');
    const { agent } = reading;
    const template = agent.work.kind === 'ablauf' ? agent.work.outcome.template : undefined;
    if (template !== undefined && (await templateOf(person, template)) === null) {
      throw new ProblemError(409, 'template_missing');
    }
    return { agent, id: asked.kind === 'library' ? asked.id : null, number: found.number };
  }

  return {
    view,
    async start(person, { agent: asked, model, author, privacy, inputs }) {
      await admit(person);
      const { agent, id: library, number } = await agentOf(person, asked);
      const fault = inputsFault(agent, inputs);
      if (fault !== null) throw new ProblemError(400, fault);
      const owner = { id: randomUUID(), kommune: person.kommune, person: keyOf(person) };
      const terms = { agent, model, author, privacy, inputs, trial: library === null };
      const name = { name: agent.name, work: agent.work.kind };
      await within(person, async (db) => {
        const { policy, today } = await visitPolicy(db, person.kommune, starting);
        if ((await rows.countAtWork(db, owner.person)) >= MAX_RUNS_AT_WORK) {
          throw new ProblemError(409, 'too_many_runs');
        }
        await rows.insertRun(db, {
          ...owner,
          agent: library,
          number,
          keptDays: policy.retentionDays.agentRuns,
          sealedName: seals.closeName(owner, name),
          sealedTerms: seals.closeTerms(owner, { ...terms, today }),
        });
      });
      // A count that is missed is worth less than the run.
      if (library !== null) await agents.noteUse(person, library).catch(report);
      const begun = await view(person, owner.id);
      wake(person, owner.id);
      return begun;
    },

    async list(person) {
      const found = await within(person, (db) => rows.listRuns(db, keyOf(person)));
      const nameOf = (row: (typeof found)[number]) => {
        try {
          return seals.openName(row, row.sealedName);
        } catch (fault) {
          if (!(fault instanceof SealBroken)) throw fault;
          report(fault);
          // It is told of all the same, so that it can be deleted.
          return { name: 'Nicht mehr lesbar', work: 'ablauf' as const };
        }
      };
      const runs = found.map((row) => {
        const { id, state, startedAt, keptUntil } = row;
        const agent = { id: row.agent, version: row.number, ...nameOf(row) };
        return { id, agent, state, startedAt, keptUntil };
      });
      return { version: CONTRACT_VERSION, runs };
    },

    async answer(person, id, { path, answer }) {
      await admit(person);
      await within(person, async (db) => {
        const row = await find(db, person, id, 'lock');
        const run = await open(db, row);
        const asked = run.steps.find((step) => step.path === path);
        if (row.state !== 'waiting' || asked?.state !== 'waiting') throw new ProblemError(409, 'conflict');
        const step = stepAt(run.terms.agent, path);
        const result = step && resultOfAnswer(step, answer);
        if (result === null) throw new ProblemError(400, 'invalid_request');
        const sealed = seals.closeStep(id, path, 'done', { ...asked.content, waiting: null, result });
        await saveStep(db, row, { ...asked, state: 'done', sealed });
        await setGoing(db, person, row, 0);
      });
      wake(person, id);
      return view(person, id);
    },

    async correct(person, id, { path, result }) {
      await admit(person);
      await within(person, async (db) => {
        const row = await find(db, person, id, 'lock');
        if (row.held) throw new ProblemError(409, 'conflict');
        const run = await open(db, row);
        const { agent } = run.terms;
        const reading = checkAgent(agent);
        const [done, step] = [run.steps.find((one) => one.path === path), stepAt(agent, path)];
        if (!reading.ok || reading.plan === null || !step || !done) {
          throw new ProblemError(400, 'invalid_request');
        }
        const before = memoryOf(run);
        const taken = corrected(reading.plan, before, path, result);
        const old = before.results.get(path);
        if ('refused' in taken || old === undefined || !fitsStep(step, result, old)) {
          throw new ProblemError(400, 'invalid_request');
        }
        const kept = taken.memory.results;
        const undone = run.steps.filter((one) => !kept.has(one.path)).map((one) => one.path);
        const spent = await forgetSteps(db, id, undone);
        const sealed = seals.closeStep(id, path, 'done', { ...done.content, result, corrected: true });
        await saveStep(db, row, { ...done, sealed });
        await setGoing(db, person, row, spent);
      });
      wake(person, id);
      return view(person, id);
    },

    async stop(person, id) {
      const isHeld = await within(person, async (db) => {
        const row = await find(db, person, id, 'lock');
        if (row.state !== 'running' && row.state !== 'waiting') return false;
        if (row.held) {
          await rows.askToStop(db, id);
          return true;
        }
        const spent = await forgetUndone(db, id);
        await rows.settleRun(db, id, { state: 'stopped', spent });
        return false;
      });
      if (isHeld) await carrier.leave(id, 'stopped');
      return view(person, id);
    },

    async goOn(person, id) {
      await admit(person);
      await within(person, async (db) => {
        const row = await find(db, person, id, 'lock');
        if (row.state !== 'failed' && row.state !== 'stopped') return;
        const spent = await forgetUndone(db, id);
        await setGoing(db, person, row, spent);
      });
      wake(person, id);
      return view(person, id);
    },

    async remove(person, id) {
      const gone = await within(person, async (db) => {
        await find(db, person, id, 'look');
        return rows.deleteRun(db, keyOf(person), id);
      });
      if (gone) await carrier.leave(id, 'lost');
    },

    async *events(person, id, signal) {
      const queue = eventQueue();
      const ignore = hub.listen(id, queue.push);
      try {
        let last = await within(person, (db) => find(db, person, id, 'look'));
        if (last.state === 'running') wake(person, id);
        const missed = carrier.missed(id);
        if (missed.length > 0) queue.begin(missed);
        let look = missed.length === 0;
        for (;;) {
          if (look) {
            const seen = await view(person, id);
            yield { type: 'run', run: seen };
            if (seen.state !== 'running') return;
          }
          look = false;
          const event = await queue.next(times.lookMs, signal);
          if (signal.aborted) return;
          if (event?.type === 'run' && event.run.state !== 'running') look = true;
          else if (event !== null) yield event;
          else if (!carrier.carries(id)) {
            if (carrier.draining) return;
            const now = await glance(person, id);
            if (now === 'gone') return;
            if (now === 'unknown') continue;
            if (now.state === 'running' && !now.held) wake(person, id);
            look = now.revision !== last.revision;
            last = { ...last, ...now };
          }
        }
      } finally {
        ignore();
      }
    },
  };

  async function glance(person: Person, id: string) {
    try {
      return (
        (await within(person, (db) => rows.glance(db, keyOf(person), { id, holder: carrier.holder }))) ??
        'gone'
      );
    } catch (fault) {
      // The store may be back at the next look.
      if (fault instanceof StoreError) return 'unknown';
      throw fault;
    }
  }
}
