import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OpenedFile } from '../../contract/documents.ts';
import { errorText } from '../../contract/errors.ts';
import { DocumentError } from '../documents/errors.ts';
import { readDocument } from '../documents/read.ts';
import { UsageError } from './errors.ts';
import { pathFrom } from './paths.ts';

/**
 * Reads a file that was named on the command line.
 * @param option how the user named it, for the message: "--input"
 * @throws UsageError where it cannot be read
 */
export async function openFile(path: string, option: string): Promise<OpenedFile> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(pathFrom(process.env, path));
  } catch {
    throw new UsageError(`${option}: the file cannot be read`);
  }
  try {
    return await readDocument(bytes, basename(path), AbortSignal.timeout(60_000));
  } catch (fault) {
    if (fault instanceof DocumentError) throw new UsageError(errorText(fault.code));
    throw fault;
  }
}
