import { CONTRACT_VERSION, MAX_TURNS } from '../../contract/limits.ts';
import type { PrivacyChoice } from '../../contract/privacy.ts';
import type { Author, TaskCall, Turn } from '../../contract/tasks/index.ts';
import { HostError, type Host, type Overview, type Taken } from '../office/host.ts';
import type { From, Task, Values } from '../tasks/task.ts';
import type { Backend } from './backend.ts';
import { type ReadAlong, withAlong } from './read-along.ts';
import { drawingOn } from './knowledge/drawing.ts';
import { wordsOf } from './source-choice.ts';
import type { Fault, Order, Origin, WorkEvent } from './work.ts';

/** What the pane hands over when a person starts. */
export interface Job {
  task: Task;
  order: Order;
  values: Values;
  from: From;
  overview: Overview | null;
  along: ReadAlong;
  /** Whether a reply or note draws on the internal knowledge. */
  knowledge: boolean;
  /** Id of a model, or null for the first of the house. */
  model: string | null;
  author: Author;
  privacy: PrivacyChoice;
  /** What was read for it already, where the person has seen before what is sent; null where it is still to be read. */
  basis: Basis | null;
}

interface Means {
  host: Host;
  backend: Backend;
  /** Told of every step; after a `failed`, a `done` or an `error` nothing follows. */
  send: (event: WorkEvent) => void;
  signal: AbortSignal;
}

/** Carries out a job that has `begun`: reads the source where the order is a first draft, asks, and passes on what is heard. */
export async function carryOut(job: Job, means: Means): Promise<void> {
  const { order, privacy } = job;
  const { send, signal } = means;
  const basis = job.basis ?? (await basisOf(job, means));
  if ('code' in basis) {
    send({ type: 'failed', fault: basis, order });
    return;
  }
  send({ type: 'asked', ...basis, reason: privacy.reason });
  for await (const event of means.backend.run(callOf(basis, job), signal)) {
    send({ type: 'heard', event, order, at: Date.now() });
  }
}

/** Reads what an order is about. */
export function basisOf(
  job: Omit<Job, 'basis' | 'privacy'>,
  means: Pick<Means, 'host' | 'signal'>,
): Promise<Basis | Fault> {
  const { order } = job;
  return order.kind === 'draft' ? begin(job, means) : Promise.resolve(goOn(order));
}

/** The request for what was read. */
export function callOf(
  { origin, turns }: Basis,
  { model, author, privacy }: Pick<Job, 'model' | 'author' | 'privacy'>,
): TaskCall {
  return { ...origin.ask, version: CONTRACT_VERSION, model, author, turns, privacy };
}

/** What an order is carried out on. */
export interface Basis {
  origin: Origin;
  turns: Turn[];
}

async function begin(
  { task, values, from, overview, along, knowledge }: Omit<Job, 'basis' | 'privacy'>,
  { host, signal }: Pick<Means, 'host' | 'signal'>,
): Promise<Basis | Fault> {
  let taken: Taken | null = null;
  if (from !== 'nothing') {
    try {
      taken = await Promise.race([host.take(from), whenAborted(signal)]);
    } catch (fault) {
      return { from: 'host', code: fault instanceof HostError ? fault.code : 'host-error' };
    }
    if (taken === null) return { from: 'backend', code: 'stopped', model: undefined };
  }
  if (taken !== null) taken = { ...taken, source: withAlong(taken.source, along) };
  const asked = task.toAsk(values, taken?.source ?? { kind: 'nothing' });
  if ('refused' in asked) return { from: 'backend', code: asked.refused, model: undefined };
  const ask = knowledge ? drawingOn(asked) : asked;
  const title = taken === null ? '' : (overview?.title ?? '');
  return {
    origin: { ask, taken, from, title, words: wordsOf(from, overview), settings: task.settings(values) },
    turns: [],
  };
}

function goOn({ base, wish }: Order & { kind: 'refine' }): Basis {
  // The oldest wishes have long gone into the answer; only the latest fit.
  return { origin: base.origin, turns: [...base.turns, { answer: base.text, wish }].slice(-MAX_TURNS) };
}

function whenAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
