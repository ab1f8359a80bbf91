import { CONTRACT_VERSION, MAX_TURNS } from '../../contract/limits.ts';
import type { Attachment } from '../../contract/source.ts';
import type { Author, TaskCall, Turn } from '../../contract/tasks/index.ts';
import { HostError, type Host, type Overview, type Taken } from '../office/host.ts';
import type { From, Task, Values } from '../tasks/task.ts';
import type { Backend } from './backend.ts';
import { wordsOf } from './source-choice.ts';
import type { Fault, Order, Origin, WorkEvent } from './work.ts';

/** What the pane hands over when a person starts. */
export interface Job {
  task: Task;
  order: Order;
  values: Values;
  from: From;
  overview: Overview | null;
  /** Texts of the files that are read along with a mail. */
  attachments: Attachment[];
  /** Id of a model, or null for the first of the house. */
  model: string | null;
  author: Author;
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
  const { order } = job;
  const { send, signal } = means;
  const basis = order.kind === 'draft' ? await begin(job, means) : goOn(order);
  if ('code' in basis) {
    send({ type: 'failed', fault: basis, order });
    return;
  }
  send({ type: 'asked', ...basis });
  const call: TaskCall = {
    ...basis.origin.ask,
    version: CONTRACT_VERSION,
    model: job.model,
    author: job.author,
    turns: basis.turns,
  };
  for await (const event of means.backend.run(call, signal)) send({ type: 'heard', event, order });
}

interface Basis {
  origin: Origin;
  turns: Turn[];
}

async function begin(
  { task, values, from, overview, attachments }: Job,
  { host, signal }: Means,
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
  if (taken?.source.kind === 'mail') taken = { ...taken, source: { ...taken.source, attachments } };
  const ask = task.toAsk(values, taken?.source ?? { kind: 'nothing' });
  if ('refused' in ask) return { from: 'backend', code: ask.refused, model: undefined };
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
