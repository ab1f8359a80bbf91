import { MAX_ANSWER_CHARS } from '../../contract/limits.ts';
import { systemClock, type Clock } from './clock.ts';
import { ModelError, type Conversation, type Model, type Piece } from './model.ts';

/** How long a model may take, in milliseconds. */
export interface Limits {
  /** Until its headers are there. Ollama and Gemini send them only when they begin to write. */
  connect: number;
  /** From the start, or from the last sign of life, until its first text. */
  firstToken: number;
  /** Without any sign of life once it writes. */
  idle: number;
  /** From the start to the end, whatever happens. */
  total: number;
}

/** Wide enough for a model that reasons first, or runs on a processor without a graphics card. */
export const defaultLimits: Limits = {
  connect: 120_000,
  firstToken: 180_000,
  idle: 60_000,
  total: 900_000,
};

/**
 * The one guard around every provider's stream. It gives on what the model says and lets none of it hang, end
 * silently, run on without end or go on unseen: on every way out the upstream is aborted at once. Text that is
 * only white space is held back until other text follows.
 *
 * To stop it while it waits for the model, abort the signal: a generator's own `return()` waits its turn.
 *
 * @param signal the person's stop, or the connection to them
 * @returns pieces that end with exactly one `end`
 * @throws ModelError
 *   stopped: the signal was aborted;
 *   model_silent: no headers or no first text in time; model_stalled: no sign of life in time after it;
 *   model_too_slow: the total limit; model_cut: the stream ended without `end`; model_empty: an end without text or call;
 *   model_malformed: a call in a conversation that knows no tools;
 *   answer_too_long: more than MAX_ANSWER_CHARS, after the text up to there; and what the model itself throws
 */
export async function* guard(
  model: Model,
  conversation: Conversation,
  signal: AbortSignal,
  limits: Limits = defaultLimits,
  clock: Clock = systemClock,
): AsyncGenerator<Piece> {
  if (signal.aborted) throw new ModelError('stopped');
  const upstream = new AbortController();
  let failed: ModelError | undefined;
  let interrupt = (_: ModelError) => {};
  const fail = (reason: ModelError) => {
    failed ??= reason;
    upstream.abort();
    interrupt(failed);
  };
  const stop = () => {
    fail(new ModelError('stopped'));
  };
  signal.addEventListener('abort', stop, { once: true });
  const watch = startWatch(limits, clock, fail);

  let iterator: AsyncIterator<Piece> | undefined;
  // Not Promise.race: with one promise for the whole stream each piece would leave a reaction behind.
  const next = () =>
    new Promise<IteratorResult<Piece>>((resolve, reject) => {
      interrupt = reject;
      iterator ??= model.stream(conversation, upstream.signal)[Symbol.asyncIterator]();
      iterator.next().then(resolve, reject);
    });

  let held = '';
  let chars = 0;
  let writing = false;
  try {
    for (;;) {
      watch.waiting();
      const { done, value: piece } = await next();
      watch.heard();
      if (failed) throw failed;
      if (done) throw new ModelError('model_cut');
      switch (piece.type) {
        case 'open':
          watch.opened();
          yield piece;
          break;
        case 'text': {
          const room = MAX_ANSWER_CHARS - chars;
          const text = piece.text.slice(0, room);
          chars += text.length;
          if (writing || text.trim() !== '') {
            if (!writing) watch.writes();
            writing = true;
            yield { type: 'text', text: held + text };
            held = '';
          } else {
            held += text;
          }
          if (piece.text.length > room) throw new ModelError('answer_too_long');
          break;
        }
        case 'call':
          if (conversation.tools === undefined) throw new ModelError('model_malformed');
          if (!writing) watch.writes();
          writing = true;
          yield piece;
          break;
        case 'alive':
        case 'usage':
          yield piece;
          break;
        case 'end':
          if (!writing) throw new ModelError('model_empty');
          yield piece;
          return;
      }
    }
  } catch (error) {
    throw failed ?? (error instanceof ModelError ? error : new ModelError('internal', undefined, error));
  } finally {
    watch.end();
    signal.removeEventListener('abort', stop);
    upstream.abort();
    // Not awaited: it would wait for a model that does not heed the abort.
    void iterator?.return?.().catch(() => undefined);
  }
}

interface Watch {
  /** The model is to say something now. */
  waiting(): void;
  /** It did; whoever reads the pieces may take their time. */
  heard(): void;
  opened(): void;
  writes(): void;
  end(): void;
}

/** Watches the limits with one timer for the whole stream, because setting one for each piece costs. */
function startWatch(limits: Limits, clock: Clock, fail: (reason: ModelError) => void): Watch {
  const started = clock.now();
  let stage: 'connecting' | 'thinking' | 'writing' = 'connecting';
  let lastSign = started;
  let paused = false;
  let callOff = () => {};

  const deadline = () => {
    switch (stage) {
      case 'connecting':
        return started + limits.connect;
      case 'thinking':
        return lastSign + limits.firstToken;
      case 'writing':
        return lastSign + limits.idle;
    }
  };
  const check = () => {
    const now = clock.now();
    if (paused) lastSign = now;
    const end = started + limits.total;
    const next = Math.min(deadline(), end);
    if (now < next) callOff = clock.after(next - now, check);
    else if (now >= end) fail(new ModelError('model_too_slow'));
    else fail(new ModelError(stage === 'writing' ? 'model_stalled' : 'model_silent'));
  };
  const enter = (next: typeof stage) => {
    stage = next;
    callOff();
    check();
  };
  check();

  return {
    waiting() {
      paused = false;
      lastSign = clock.now();
    },
    heard() {
      paused = true;
      lastSign = clock.now();
    },
    opened: () => {
      enter('thinking');
    },
    writes: () => {
      enter('writing');
    },
    end: () => {
      callOff();
    },
  };
}
