import pLimit from 'p-limit';
import { standingThread } from '../threads/standing-thread.ts';
import type { Item } from './item.ts';
import type { RequestText } from './recogniser.ts';
import type { RecogniserAnswer, RecogniserJob } from './recogniser-worker.ts';
import type { Terms } from './terms.ts';

/** Why nothing can be said about a text. Neither message nor properties hold a word of it. */
export class RecogniserError extends Error {
  override name = 'RecogniserError';
  readonly code: 'masking_failed' | 'masking_too_slow' | 'stopped';

  constructor(code: RecogniserError['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * Finds what is personal in the texts of one request.
 * @throws RecogniserError: who gets one must not send the texts
 */
export type Recognise = (
  texts: readonly RequestText[],
  terms: Terms,
  signal: AbortSignal,
) => Promise<Item[][]>;

/** The longest source takes some five seconds. */
const TIME_MS = 30_000;
const HEAP_MB = 512;
/** Requests that may wait for their turn; who came later would wait too long. */
const MAX_WAITING = 50;

/**
 * Recognises in a thread of its own, which loads once, works on one request after the other and is ended and made anew
 * when a request takes too long or breaks it. The event loop stays free for the streams of the others.
 * @param timeMs milliseconds that one request may take, waiting for its turn not counted
 */
export function recogniserThread(
  timeMs = TIME_MS,
  script = new URL('./recogniser-worker.ts', import.meta.url),
) {
  const turn = pLimit(1);
  const thread = standingThread(script, { maxOldGenerationSizeMb: HEAP_MB });

  const ask = async (job: RecogniserJob, signal: AbortSignal): Promise<Item[][]> => {
    if (signal.aborted) throw new RecogniserError('stopped');
    const worker = thread.get();
    const over = new AbortController();
    // Who waits for an answer keeps the product alive; a command would end silently otherwise.
    worker.ref();
    try {
      return await new Promise<Item[][]>((resolve, reject) => {
        const fail = (code: RecogniserError['code']) => () => {
          void thread.end(worker);
          reject(new RecogniserError(code));
        };
        const listening = { signal: over.signal };
        const timer = setTimeout(fail('masking_too_slow'), timeMs);
        over.signal.addEventListener('abort', () => clearTimeout(timer));
        signal.addEventListener('abort', fail('stopped'), listening);
        const broken = fail('masking_failed');
        const heard = (answer: RecogniserAnswer) => {
          if (answer.type === 'found') resolve(answer.items);
          if (answer.type === 'fault') broken();
        };
        worker.on('message', heard);
        worker.once('error', broken);
        worker.once('exit', broken);
        over.signal.addEventListener('abort', () => {
          worker.off('message', heard);
          worker.off('error', broken);
          worker.off('exit', broken);
        });
        worker.postMessage(job);
      });
    } finally {
      over.abort();
      worker.unref();
    }
  };

  const recognise: Recognise = (texts, terms, signal) =>
    turn.pendingCount < MAX_WAITING
      ? turn(() => ask({ texts, terms }, signal))
      : Promise.reject(new RecogniserError('masking_too_slow'));
  return {
    recognise,
    /** Loads the words before the first request wants them. */
    warm: () => {
      thread.get();
    },
    close: () => {
      void thread.close();
    },
  };
}
