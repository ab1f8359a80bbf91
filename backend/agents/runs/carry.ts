import { setTimeout as sleep } from 'node:timers/promises';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { RunEvent, RunState } from '../../../contract/agents/run.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Person } from '../../identity/person.ts';
import { type Db, type Store, StoreError } from '../../store/store.ts';
import type { AgentSource } from '../agent-source.ts';
import { type AnyNext, nextIn } from '../course.ts';
import type { Plan } from '../definition/plan.ts';
import { checkAgent } from '../definition/read-agent.ts';
import type { StepEvent, StepWork } from '../steps/step-work.ts';
import type { RunSeals, StepContent, StepState } from './contents.ts';
import { graced } from './graced.ts';
import type { RunTimes } from './limits.ts';
import { memoryOf, type RunRecord, spentOn, type StepRecord } from './record.ts';
import { type Hold, keepHold, letGo, settleRun } from './runs.store.ts';
import { nameOfStep } from './step-names.ts';
import { forgetUndone, saveStep } from './steps.store.ts';
import { faultView, viewOf } from './view.ts';
import { waitingFor } from './waiting.ts';

/** Why a run is left before its end: by the person, because the house closes, or because another process has it by now. */
export type LeaveReason = 'stopped' | 'shutting_down' | 'lost';

export interface CarryParts {
  store: Pick<Store, 'within'>;
  seals: RunSeals;
  agents: Pick<AgentSource, 'isUsable' | 'mayTry'>;
  /** What carries out the steps of this person, as the rules are at that moment. */
  workFor(person: Person): Promise<StepWork>;
  times: RunTimes;
  /** Told of faults that are ours. */
  report(fault: unknown): void;
}

/** One run in the hands of this process. */
export interface Held extends Hold {
  run: RunRecord;
  person: Person;
  /** Aborted with a `LeaveReason`. */
  leaving: AbortController;
  /** Whether no further step is to be begun, because the house closes. */
  isDraining(): boolean;
  tell(event: RunEvent): void;
}

type Todo<Kind extends AnyNext['do']> = Extract<AnyNext, { do: Kind }>;
/** What of a step's content there is to say; the rest is as for a step that nothing is known of. */
type Known = Partial<StepContent> & Pick<StepContent, 'kind' | 'title'>;

const FAILURES: Readonly<Record<Todo<'fail'>['why'], ErrorCode>> = {
  expression: 'agent_calculation',
  too_many: 'agent_too_many',
  limit: 'agent_limit',
  form: 'agent_form',
};
const UNKNOWN = {
  result: null,
  corrected: false,
  waiting: null,
  model: null,
  sent: [],
  fault: null,
  price: 'none',
} as const;

/**
 * Carries a run on until it ends, waits for its person, fails, or is left. What a step came to is stored before the next one
 * begins, in one transaction that holds the run: so a step that is done is never done again, and whoever lost the run to
 * another process stores nothing.
 * @throws LeaseLost, StoreError where the store stays away
 */
export async function carryOn(held: Held, parts: CarryParts): Promise<void> {
  const carry = new Carry(held, parts);
  const reading = checkAgent(held.run.terms.agent);
  if (!reading.ok) return carry.end('failed', 'agent_faulty');
  const { signal } = held.leaving;
  while (!signal.aborted && !held.isDraining()) {
    const { run } = held;
    const next = nextIn(run.terms.agent, reading.plan, memoryOf(run), spentOn(run));
    switch (next.do) {
      case 'end':
        return carry.end('done');
      case 'fail':
        return carry.fail(next);
      case 'wait':
        return carry.wait(next, reading.plan);
      case 'note':
        await carry.put(next.path, 'done', { ...carry.name(next.path, next.result), result: next.result });
        break;
      case 'work':
        // Before each step, since a run may wait for days and a loop may go on for an hour.
        if (!(await isAllowed(held, parts))) return carry.end('failed', 'agent_unavailable');
        if (!(await carry.work(next, reading.plan))) return;
    }
  }
  await carry.leave(0);
}

/** An agent that was withdrawn meanwhile is not run on, and a trial only for whoever may still write agents. */
async function isAllowed({ run, person }: Held, { agents }: CarryParts): Promise<boolean> {
  const { id, number } = run.agent;
  return id === null || number === null ? agents.mayTry(person) : agents.isUsable(person, id, number);
}

class Carry {
  readonly #held: Held;
  readonly #parts: CarryParts;

  constructor(held: Held, parts: CarryParts) {
    this.#held = held;
    this.#parts = parts;
  }

  name(path: string, result: StepResult | null = null) {
    return nameOfStep(this.#held.run.terms.agent, path, result);
  }

  /** Writes down what is known of a step, and tells of it. */
  async put(path: string, state: StepState, known: Known, cost = 0, after: RunState = 'running') {
    const { run, leaving } = this.#held;
    const { seals } = this.#parts;
    const there = run.steps.find((step) => step.path === path);
    const sequence = there?.sequence ?? Math.max(0, ...run.steps.map((step) => step.sequence)) + 1;
    const content: StepContent = { ...UNKNOWN, sent: [], ...known };
    const step: StepRecord = { path, sequence, state, cost, content };
    const sealed = seals.closeStep(run.id, path, state, content);
    const stopAsked = await this.#store(async (db) => {
      const hold = await keepHold(db, this.#held);
      await saveStep(db, { id: run.id, kommune: this.#held.person.kommune }, { ...step, sealed });
      if (after === 'running') return hold.stopAsked;
      run.keptUntil = await settleRun(db, run.id, { state: after });
      return false;
    });
    if (stopAsked) leaving.abort('stopped' satisfies LeaveReason);
    run.steps = [...run.steps.filter((one) => one.path !== path), step];
    run.state = after;
    this.#tellRun();
  }

  /** @returns whether the run goes on */
  async work(next: Todo<'work'>, plan: Plan | null): Promise<boolean> {
    const { run, leaving } = this.#held;
    const { path } = next;
    const name = nameOfStep(run.terms.agent, path, next.work);
    const memory = memoryOf(run);
    await this.put(path, 'begun', name);
    if (leaving.signal.aborted) return this.leave(0).then(() => false);
    const order = { path, rounds: next.rounds, work: next.work, memory, plan };
    const came = await this.#carriedOut((work) => work(run.terms, order, leaving.signal), path, name);
    const { result, fault, cost, ...known } = came;
    if (result !== null) {
      await this.put(path, 'done', { ...name, ...known, result }, cost);
      return true;
    }
    if (leaving.signal.aborted) {
      await this.leave(cost);
      return false;
    }
    await this.put(
      path,
      'failed',
      { ...name, ...known, fault: fault ?? faultView('internal') },
      cost,
      'failed',
    );
    return false;
  }

  async #carriedOut(
    begin: (work: StepWork) => ReturnType<StepWork>,
    path: string,
    name: Pick<StepContent, 'kind' | 'title'>,
  ) {
    const { run, person, leaving, tell } = this.#held;
    const { workFor, times, report } = this.#parts;
    const came: Omit<StepContent, 'kind' | 'title' | 'waiting' | 'corrected'> & { cost: number } = {
      result: null,
      model: null,
      sent: [],
      fault: null,
      price: 'none',
      cost: 0,
    };
    const hear = (event: StepEvent) => {
      switch (event.type) {
        case 'model': {
          came.model = event.model;
          const content = { ...UNKNOWN, ...name, sent: [], model: event.model };
          run.steps = run.steps.map((step) => (step.path === path ? { ...step, content } : step));
          this.#tellRun();
          break;
        }
        case 'text':
          tell({ type: 'text', path, text: event.text });
          break;
        case 'sent':
          came.sent = [...came.sent, ...event.messages];
          break;
        case 'cost':
          came.cost += event.microEuro ?? 0;
          came.price = event.microEuro === null || came.price === 'unknown' ? 'unknown' : 'known';
          break;
        case 'done':
          came.result = event.result;
          break;
        case 'failed':
          came.fault = { code: event.code, message: event.message, again: event.again };
      }
    };
    try {
      const work = await workFor(person);
      for await (const event of graced(begin(work), leaving.signal, times.graceMs)) hear(event);
    } catch (fault) {
      if (came.result === null && !leaving.signal.aborted) {
        came.fault = faultView(codeOf(fault));
        if (came.fault.code === 'internal') report(fault);
      }
    }
    return came;
  }

  async wait({ path, waiting }: Todo<'wait'>, plan: Plan | null): Promise<void> {
    if (plan === null) throw new TypeError('only a procedure asks');
    const { run } = this.#held;
    const asked = waitingFor(path, waiting, run.terms, plan, memoryOf(run));
    await this.put(path, 'waiting', { ...this.name(path), waiting: asked }, 0, 'waiting');
  }

  async fail({ path, why }: Todo<'fail'>): Promise<void> {
    const code = FAILURES[why];
    const isOfStep = path !== '' && !this.#held.run.steps.some((step) => step.path === path);
    if (!isOfStep) return this.end('failed', code);
    await this.put(path, 'failed', { ...this.name(path), fault: faultView(code) }, 0, 'failed');
  }

  async end(state: RunState, fault: ErrorCode | null = null): Promise<void> {
    const { run } = this.#held;
    run.keptUntil = await this.#store(async (db) => {
      await keepHold(db, this.#held);
      return settleRun(db, run.id, { state, fault });
    });
    run.state = state;
    run.fault = fault;
    this.#tellRun();
  }

  /** @param cost of a step that came to nothing */
  async leave(cost: number): Promise<void> {
    const { run, leaving } = this.#held;
    const why = leaving.signal.reason as LeaveReason | undefined;
    if (why === 'lost') return;
    if (why !== 'stopped') {
      await this.#store((db) => letGo(db, this.#held, cost));
      return;
    }
    run.keptUntil = await this.#store(async (db) => {
      await keepHold(db, this.#held);
      const spent = cost + (await forgetUndone(db, run.id));
      return settleRun(db, run.id, { state: 'stopped', spent });
    });
    run.spent += cost;
    run.steps = run.steps.filter(({ state }) => state === 'done');
    run.state = 'stopped';
    this.#tellRun();
  }

  #tellRun(): void {
    this.#held.tell({ type: 'run', run: viewOf(this.#held.run, null) });
  }

  /** Tries again for as long as the store is away and nobody else may have the run: a step is not done twice if we can help it. */
  async #store<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const { person, leaving } = this.#held;
    const { store, times } = this.#parts;
    const since = performance.now();
    for (;;) {
      try {
        return await store.within({ kommune: person.kommune }, work);
      } catch (fault) {
        const isAway = fault instanceof StoreError && fault.why !== 'failed';
        const given = leaving.signal.aborted && leaving.signal.reason !== 'stopped';
        if (!isAway || given || performance.now() - since > times.patienceMs) throw fault;
        await sleep(times.againMs);
      }
    }
  }
}

function codeOf(fault: unknown): ErrorCode {
  if (fault instanceof ProblemError) return fault.code;
  return fault instanceof StoreError ? 'store_unavailable' : 'internal';
}
