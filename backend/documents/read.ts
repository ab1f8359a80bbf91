import { Worker } from 'node:worker_threads';
import type { OpenedFile } from '../../contract/documents.ts';
import { MAX_FILE_BYTES } from '../../contract/limits.ts';
import { DocumentError } from './errors.ts';
import { kindOf } from './kind.ts';
import type { ParseAnswer, ParseJob } from './parse-worker.ts';
import type { ZipLimits } from './zip.ts';

/** What reading one file may cost. */
export interface DocumentLimits {
  fileBytes: number;
  timeMs: number;
  /** Megabytes of JavaScript objects. */
  heapMb: number;
  /** Megabytes by which the process may grow; buffers are not counted among the objects. */
  growthMb: number;
  zip: ZipLimits;
}

export const DOCUMENT_LIMITS: DocumentLimits = {
  fileBytes: MAX_FILE_BYTES,
  timeMs: 20_000,
  heapMb: 512,
  growthMb: 800,
  zip: { entries: 5_000, inflatedBytes: 40 * 1024 * 1024, ratio: 150 },
};

export interface ReadDependencies {
  limits: DocumentLimits;
  signal: AbortSignal;
}

const MEGABYTE = 1024 * 1024;
/** Milliseconds between two looks at the memory. */
const WATCH_MS = 50;

/**
 * Reads a file with the limits of the house.
 * @throws DocumentError
 */
export function readDocument(bytes: Uint8Array, name: string, signal: AbortSignal): Promise<OpenedFile> {
  return readFile(bytes, name, { limits: DOCUMENT_LIMITS, signal });
}

/**
 * Reads a DOCX, PDF, EML, HTML, Markdown, CSV or text file. Its kind is told by its content. A thread of its own reads
 * it and is ended when it takes too long, needs too much memory, or is not wanted any more.
 * @param name decides between kinds of text and stands in for a missing title
 * @throws DocumentError with a code of the contract; `stopped` after an abort
 */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  { limits, signal }: ReadDependencies,
): Promise<OpenedFile> {
  if (signal.aborted) throw new DocumentError('stopped');
  if (bytes.length > limits.fileBytes) throw new DocumentError('file_too_large');
  const kind = kindOf(bytes, name);
  const answer = await inWorker({ kind, bytes, name, zip: limits.zip }, limits, signal);
  switch (answer.type) {
    case 'read':
      return answer.file;
    case 'failed':
      throw new DocumentError(answer.code);
    case 'fault':
      throw new DocumentError('file_broken');
  }
}

async function inWorker(job: ParseJob, limits: DocumentLimits, signal: AbortSignal): Promise<ParseAnswer> {
  const bytes = new Uint8Array(job.bytes);
  const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
    workerData: { ...job, bytes },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, stackSizeMb: 4 },
    // The readers need neither the keys in the environment nor the flags of this process, and what they print may
    // hold words of the file.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const ended = new AbortController();
  try {
    return await new Promise<ParseAnswer>((resolve, reject) => {
      const fail = (code: DocumentError['code']) => () => reject(new DocumentError(code));
      const before = process.memoryUsage.rss();
      const watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > limits.growthMb * MEGABYTE) fail('file_too_slow')();
      }, WATCH_MS);
      const timer = setTimeout(fail('file_too_slow'), limits.timeMs);
      ended.signal.addEventListener('abort', () => {
        clearInterval(watch);
        clearTimeout(timer);
      });
      signal.addEventListener('abort', fail('stopped'), { signal: ended.signal });
      worker.once('message', resolve);
      worker.once('error', (fault) => {
        fail(
          'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'file_too_slow' : 'file_broken',
        )();
      });
      worker.once('exit', fail('file_broken'));
    });
  } finally {
    ended.abort();
    await worker.terminate();
  }
}
