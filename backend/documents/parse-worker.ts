import { parentPort, workerData } from 'node:worker_threads';
import type { OpenedFile } from '../../contract/documents.ts';
import { DocumentError, type DocumentErrorCode } from './errors.ts';
import type { Kind } from './kind.ts';
import { parse } from './parse.ts';
import type { ZipLimits } from './zip.ts';

/** What the worker is started with. */
export interface ParseJob {
  kind: Kind;
  bytes: Uint8Array;
  name: string;
  zip: ZipLimits;
}

/** The one message that the worker sends. */
export type ParseAnswer =
  | { type: 'read'; file: OpenedFile }
  | { type: 'failed'; code: DocumentErrorCode }
  /** A fault that no reader foresaw. */
  | { type: 'fault' };

async function answer({ kind, bytes, name, zip }: ParseJob): Promise<ParseAnswer> {
  try {
    return { type: 'read', file: await parse(kind, bytes, name, zip) };
  } catch (fault) {
    return fault instanceof DocumentError ? { type: 'failed', code: fault.code } : { type: 'fault' };
  }
}

parentPort?.postMessage(await answer(workerData as ParseJob));
