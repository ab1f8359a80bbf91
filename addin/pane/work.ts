import type { ErrorCode } from '../../contract/errors.ts';
import type { ProgressEvent, TaskEvent } from '../../contract/events.ts';
import type { ModelInfo } from '../../contract/models.ts';
import type { Statement } from '../../contract/summary.ts';
import type { TaskResult, Turn } from '../../contract/tasks/index.ts';
import type { ActionName, HostErrorCode, Outcome, Taken } from '../office/host.ts';
import type { Ask, From, Values } from '../tasks/task.ts';
import { typedIn } from './privacy/typed.ts';
import { newReview, type Review } from './review/review.ts';

/** Why a piece of work did not come to its end. */
export type Fault =
  { from: 'backend'; code: ErrorCode; model: string | undefined } | { from: 'host'; code: HostErrorCode };

/** What a version was made from, as it was at that moment. */
export interface Origin {
  ask: Ask;
  /** Null where it was made from the person's words alone. */
  taken: Taken | null;
  from: From;
  /** Title and number of words of the source. */
  title: string;
  words: number | null;
  /** The choices that shaped it, in words. */
  settings: string;
}

/** What one answer is asked for. */
export type Order = { kind: 'draft' } | { kind: 'refine'; base: Version; wish: string };

/** What an answer took, as it is accounted for. */
export type Usage = Extract<TaskEvent, { type: 'usage' }>;

type SentEvent = Extract<TaskEvent, { type: 'sent' }>;

/** What a model outside of the house was sent. */
export interface Sending {
  event: SentEvent;
  /** Milliseconds since 1970. */
  at: number;
  /** Why the person chose a lower class than the content suggests; empty where they gave no reason. */
  reason: string;
  /** What the person wrote themselves for it. */
  typed: readonly string[];
}

/** Sections of the knowledge, and whether they bear an answer. */
export type Found = Pick<Extract<TaskEvent, { type: 'sources' }>, 'cards' | 'enough'>;

/** One answer. */
export interface Version {
  /** Markdown, untrusted. */
  text: string;
  /** The statements of a summary that have come so far. */
  statements: Statement[];
  /** Sections of the knowledge that were found for it; null where none were looked for, or not yet. */
  found: Found | null;
  /** What the backend said at the end; null until then. */
  result: TaskResult | null;
  origin: Origin;
  /** The answers and wishes that led to it. */
  turns: Turn[];
  /** Why its text has a lower class than the content suggests; empty where no reason was given. */
  reason: string;
  model: ModelInfo | null;
  /** The model that should have answered and did not. */
  insteadOf: ModelInfo | null;
  end: { state: 'open' } | { state: 'done' } | { state: 'broken'; fault: Fault };
  /** Null where that is not known, as of an answer that did not come to its end. */
  usage: Usage | null;
  /** What it was used for last, and what became of it. */
  used: { action: UseName; outcome: Outcome } | null;
  /** The changes of a rewritten text, once they are known and where single words can be changed. */
  review: Review | null;
  /** What was sent for it, in its order; empty where the text stayed in the house. */
  sent: readonly Sending[];
}

/** What a result can be used for: an action of the host, or remarks beside the passages it rests on. */
export type UseName = ActionName | 'comment';

export type Status =
  | { name: 'idle' }
  /** The host is asked for the text. */
  | { name: 'reading'; stop: () => void }
  /** The last version is being written; `progress` is what happens until the first text. */
  | { name: 'running'; progress: ProgressEvent | null; stop: () => void }
  | { name: 'finished' }
  /** `sent` is what was sent although no answer is there to show it under. */
  | { name: 'broken'; fault: Fault; order: Order; sent: readonly Sending[] };

type Reading = Extract<Status, { name: 'reading' }>;
type Running = Extract<Status, { name: 'running' }>;

/** A task on one document or mail: what was filled in, what came of it, and where it stands. */
export interface Work {
  values: Values;
  /** What is being typed to change the result. */
  wish: string;
  versions: Version[];
  /** Index of the version in sight. */
  shown: number;
  status: Status;
  /** Whether the form stands open or is one line above the result. */
  view: 'form' | 'result';
}

export type WorkEvent =
  | { type: 'filled'; values: Values }
  | { type: 'wish-typed'; wish: string }
  | { type: 'begun'; stop: () => void }
  | { type: 'asked'; origin: Origin; turns: Turn[]; reason: string }
  /** `at` is when, in milliseconds since 1970. */
  | { type: 'heard'; event: TaskEvent; order: Order; at: number }
  | { type: 'failed'; fault: Fault; order: Order }
  | { type: 'version-chosen'; index: number }
  | { type: 'view-chosen'; view: Work['view'] }
  /** `at` is the place of the version; it may have changed in the meantime, its place has not. */
  | { type: 'used'; at: number; action: UseName; outcome: Outcome }
  /** A version of its own with something put into it by the person, word for word. */
  | { type: 'completed'; at: number; text: string }
  | { type: 'reviewed'; at: number; review: Partial<Review> };

export function newWork(values: Values): Work {
  return { values, wish: '', versions: [], shown: 0, status: { name: 'idle' }, view: 'form' };
}

export function isBusy({ status }: Work): boolean {
  return status.name === 'reading' || status.name === 'running';
}

/** The next state of a piece of work. Versions are only ever added, what was filled in only ever changed by the person. */
export function workReducer(work: Work, event: WorkEvent): Work {
  switch (event.type) {
    case 'filled':
      return { ...work, values: { ...work.values, ...event.values } };
    case 'wish-typed':
      return { ...work, wish: event.wish };
    case 'begun':
      return { ...work, status: { name: 'reading', stop: event.stop } };
    case 'asked':
      return work.status.name === 'reading' ? ask(work, work.status, event) : work;
    case 'heard':
      return work.status.name === 'running' ? hear(work, work.status, event) : work;
    case 'failed':
      return fail(work, event.fault, event.order);
    case 'version-chosen':
      return event.index in work.versions ? { ...work, shown: event.index } : work;
    case 'view-chosen':
      return { ...work, view: event.view };
    case 'used':
      return changeAt(work, event.at, () => ({ used: { action: event.action, outcome: event.outcome } }));
    case 'completed':
      return complete(work, event.at, event.text);
    case 'reviewed':
      return changeAt(work, event.at, ({ review }) => ({
        review: { ...(review ?? newReview([])), ...event.review },
      }));
  }
}

function complete(work: Work, at: number, text: string): Work {
  const version = work.versions[at];
  if (version === undefined || isBusy(work)) return work;
  return {
    ...work,
    versions: [...work.versions, { ...version, text, used: null, review: null }],
    shown: work.versions.length,
  };
}

type Asked = Extract<WorkEvent, { type: 'asked' }>;

function ask(work: Work, { stop }: Reading, { origin, turns, reason }: Asked): Work {
  const version: Version = {
    text: '',
    statements: [],
    found: null,
    result: null,
    origin,
    turns,
    reason,
    model: null,
    insteadOf: null,
    end: { state: 'open' },
    usage: null,
    used: null,
    review: null,
    sent: [],
  };
  return {
    ...work,
    versions: [...work.versions, version],
    shown: work.versions.length,
    status: { name: 'running', progress: null, stop },
    view: 'result',
  };
}

type Heard = Extract<WorkEvent, { type: 'heard' }>;

function hear(work: Work, running: Running, { event, order, at }: Heard): Work {
  switch (event.type) {
    case 'start':
      return open(work, { model: event.model });
    case 'progress': {
      const status: Status = { ...running, progress: event };
      if (event.step !== 'failover') return { ...work, status };
      return { ...open(work, { model: event.model, insteadOf: event.from }), status };
    }
    case 'text':
      return { ...extend(work, event.text), status: { ...running, progress: null } };
    case 'sources':
      return open(work, { found: { cards: event.cards, enough: event.enough } });
    case 'statement': {
      const statements = [...(work.versions.at(-1)?.statements ?? []), event.statement];
      return { ...open(work, { statements }), status: { ...running, progress: null } };
    }
    case 'sent':
      return changeAt(work, work.versions.length - 1, ({ sent, reason, origin, turns }) => ({
        sent: [...sent, { event, at, reason, typed: typedIn(origin.ask.input, turns) }],
      }));
    case 'usage':
      return open(work, { usage: event });
    case 'done':
      return {
        ...open(work, {
          text: event.result.text,
          statements: event.result.summary?.statements ?? event.result.answer?.statements ?? [],
          result: event.result,
          model: event.model,
          end: { state: 'done' },
        }),
        status: { name: 'finished' },
      };
    case 'error': {
      const model = work.versions.at(-1)?.model?.label;
      return fail(work, { from: 'backend', code: event.code, model }, order);
    }
  }
}

/** Changes the version that is being written. */
function open(work: Work, change: Partial<Version>): Work {
  return changeAt(work, work.versions.length - 1, () => change);
}

function changeAt(work: Work, at: number, change: (version: Version) => Partial<Version>): Work {
  const versions = work.versions.map((version, index) =>
    index === at ? { ...version, ...change(version) } : version,
  );
  return { ...work, versions };
}

function extend(work: Work, text: string): Work {
  return open(work, { text: (work.versions.at(-1)?.text ?? '') + text });
}

/** Who stops before there is a word need not be told that they did, but of what was sent until then. */
function isSilent(fault: Fault, sent: readonly Sending[]): boolean {
  return fault.from === 'backend' && fault.code === 'stopped' && sent.length === 0;
}

/** What was written so far is kept with its reason; an answer without a word is none. */
function fail(work: Work, fault: Fault, order: Order): Work {
  const last = work.versions.at(-1);
  const broken = (sent: readonly Sending[]): Status =>
    isSilent(fault, sent) ? { name: 'idle' } : { name: 'broken', fault, order, sent };
  const restored = order.kind === 'refine' && work.wish === '' ? { ...work, wish: order.wish } : work;
  if (last?.end.state !== 'open') return { ...restored, status: broken([]) };
  if (last.text !== '') {
    const status: Status = { name: 'broken', fault, order, sent: [] };
    return { ...open(work, { end: { state: 'broken', fault } }), status };
  }
  const versions = work.versions.slice(0, -1);
  return {
    ...restored,
    versions,
    shown: Math.max(0, Math.min(work.shown, versions.length - 1)),
    status: broken(last.sent),
    view: versions.length === 0 ? 'form' : work.view,
  };
}
