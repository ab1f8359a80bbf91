import type { Worker } from 'node:worker_threads';
import { DocumentError } from '../../documents/errors.ts';
import type { DocumentLimits } from '../../documents/read.ts';
import { standingThread } from '../../threads/standing-thread.ts';
import type { Batch, FileFacts } from './facts.ts';
import { BATCH_SECTIONS } from './limits.ts';
import type { ReaderAnswer, ReaderJob } from './reader-worker.ts';

/** A file that is read, and is being handed over. */
export interface Reading {
  facts: FileFacts;
  /** Its batches, of at most `BATCH_SECTIONS`; the next is made while one is worked on. Ends the reading when it is left early. */
  batches: AsyncGenerator<Batch, void>;
}

/** The thread was ended over a file, or broke; whether the file is to blame, a second try tells. */
export class ReaderLost extends Error {
  override name = 'ReaderLost';
  /** What it means where it happens again. */
  readonly code: 'file_too_slow' | 'file_broken' | 'stopped';

  constructor(code: ReaderLost['code']) {
    super(code);
    this.code = code;
  }
}

/** A thread that reads one file after the other. */
export interface Reader {
  /**
   * Reads a file and makes it ready for the search. Not while another one is being handed over.
   * @param bytes are taken over by the thread
   * @throws DocumentError with a code of the contract; ReaderLost
   */
  read(bytes: Uint8Array, name: string): Promise<Reading>;
  /** Ends the thread, and with it whatever it reads. */
  close(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;
/** Milliseconds between two looks at the memory. */
const WATCH_MS = 50;

/**
 * Reads files in a thread of its own, which stays for all of them: to start one for each of 10,000 would take longer than
 * to read them. A file that takes too long, needs too much memory or breaks the thread ends it; the next file gets a new
 * one.
 */
export function createReader(
  limits: DocumentLimits,
  script = new URL('./reader-worker.ts', import.meta.url),
): Reader {
  const thread = standingThread(script, { maxOldGenerationSizeMb: limits.heapMb, stackSizeMb: 4 });

  /** One question and its answer, with the limits of the house. */
  async function ask(worker: Worker, job: ReaderJob): Promise<ReaderAnswer> {
    const over = new AbortController();
    // Who waits for an answer keeps the product alive; a command would end silently otherwise.
    worker.ref();
    try {
      return await new Promise<ReaderAnswer>((resolve, reject) => {
        const fail = (code: ReaderLost['code']) => () => {
          void thread.end(worker);
          reject(new ReaderLost(code));
        };
        const before = process.memoryUsage.rss();
        const watch = setInterval(() => {
          if (process.memoryUsage.rss() - before > limits.growthMb * MEGABYTE) fail('file_too_slow')();
        }, WATCH_MS);
        const timer = setTimeout(fail('file_too_slow'), limits.timeMs);
        const broken = (fault?: unknown) => fail(isOutOfMemory(fault) ? 'file_too_slow' : 'file_broken')();
        const ended = () => fail('file_broken')();
        worker.on('message', resolve);
        worker.on('error', broken);
        worker.on('exit', ended);
        over.signal.addEventListener('abort', () => {
          clearInterval(watch);
          clearTimeout(timer);
          worker.off('message', resolve);
          worker.off('error', broken);
          worker.off('exit', ended);
        });
        // The bytes go over, they are not copied.
        worker.postMessage(job, job.type === 'read' ? [job.bytes.buffer as ArrayBuffer] : []);
      });
    } finally {
      over.abort();
      worker.unref();
    }
  }

  async function* handOver(worker: Worker, first: Batch): AsyncGenerator<Batch, void> {
    let batch = first;
    let done = false;
    try {
      while (!batch.last) {
        const coming = ask(worker, { type: 'more' });
        // Whoever works on this batch may fail before anybody waits for the next one.
        coming.catch(() => undefined);
        yield batch;
        batch = batchOf(await coming);
      }
      done = true;
      yield batch;
    } finally {
      // It would go on with a file that nobody wants any more.
      if (!done) await thread.end(worker);
    }
  }

  return {
    async read(bytes, name) {
      if (bytes.length > limits.fileBytes) throw new DocumentError('file_too_large');
      const worker = thread.get();
      // A view on a larger buffer would take that along.
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
      const answer = await ask(worker, {
        type: 'read',
        bytes: own,
        name,
        zip: limits.zip,
        batch: BATCH_SECTIONS,
      });
      if (answer.type === 'failed') throw new DocumentError(answer.code);
      if (answer.type !== 'read') throw new DocumentError('file_broken');
      const { facts, rows, last } = answer;
      return { facts, batches: handOver(worker, { rows, last }) };
    },
    close: () => thread.close(),
  };
}

function batchOf(answer: ReaderAnswer): Batch {
  if (answer.type === 'more') return answer;
  throw new ReaderLost('file_broken');
}

function isOutOfMemory(fault: unknown): boolean {
  // By its code alone: Node's own errors are of another realm under Jest.
  return (
    typeof fault === 'object' &&
    fault !== null &&
    'code' in fault &&
    fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
  );
}
