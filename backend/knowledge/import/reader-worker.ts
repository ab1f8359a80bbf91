import { parentPort } from 'node:worker_threads';
import { DocumentError, type DocumentErrorCode } from '../../documents/errors.ts';
import { kindOf } from '../../documents/kind.ts';
import { parse } from '../../documents/parse.ts';
import type { ZipLimits } from '../../documents/zip.ts';
import { analyseSection } from '../analysis/analyse.ts';
import type { IndexRow } from '../search/index.store.ts';
import type { Section } from '../section.ts';
import { cutSections } from '../sections/cut.ts';
import { fingerprintOf } from '../sections/fingerprint.ts';
import type { FileFacts } from './facts.ts';

/** What the thread is asked: to read a file, or for the next sections of the one that it has read. */
export type ReaderJob =
  { type: 'read'; bytes: Uint8Array; name: string; zip: ZipLimits; batch: number } | { type: 'more' };

/** What it answers, once for each. A fault is not described, since its words may repeat the text. */
export type ReaderAnswer =
  | { type: 'read'; facts: FileFacts; rows: IndexRow[]; last: boolean }
  | { type: 'more'; rows: IndexRow[]; last: boolean }
  | { type: 'failed'; code: DocumentErrorCode }
  | { type: 'fault' };

/** The file that is being handed over. */
let rest: { title: string; sections: Section[]; at: number; batch: number } | null = null;

async function read(job: Extract<ReaderJob, { type: 'read' }>): Promise<ReaderAnswer> {
  const kind = kindOf(job.bytes, job.name);
  const file = await parse(kind, job.bytes, job.name, job.zip);
  const { title, sections, pages, addresses } = cutSections(file, job.name);
  if (sections.length === 0) throw new DocumentError('file_empty');
  rest = { title, sections, at: 0, batch: job.batch };
  const facts: FileFacts = { title, format: kind, pages, addresses, notices: [...file.notices] };
  return { type: 'read', facts, ...next() };
}

function next(): { rows: IndexRow[]; last: boolean } {
  if (rest === null) return { rows: [], last: true };
  const { title, sections, batch } = rest;
  const from = rest.at;
  rest.at += batch;
  const rows = sections.slice(from, rest.at).map((section, index): IndexRow => {
    const { same, near } = fingerprintOf([...section.path, section.text].join('\n'));
    const analysed = analyseSection(section, title);
    return { number: from + index, section, analysed, sameKey: same, nearKeys: near };
  });
  const last = rest.at >= sections.length;
  if (last) rest = null;
  return { rows, last };
}

async function answer(job: ReaderJob): Promise<ReaderAnswer> {
  try {
    return job.type === 'read' ? await read(job) : { type: 'more', ...next() };
  } catch (fault) {
    return fault instanceof DocumentError ? { type: 'failed', code: fault.code } : { type: 'fault' };
  }
}

parentPort?.on('message', (job: ReaderJob) => {
  void answer(job).then((said) => parentPort?.postMessage(said));
});
