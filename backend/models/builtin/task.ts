import type { TaskCall, TaskName } from '../../../contract/tasks/index.ts';
import type { Passage } from '../../tasks/passages.ts';
import type { Reading } from '../../tasks/reading.ts';
import type { Breathe } from '../../text/breathe.ts';
import { digest, type Digest } from '../../text/digest.ts';
import { splitLetter } from '../../text/letter.ts';
import type { Stemmer } from '../../text/words.ts';

/** What every task of the built-in model works with. */
export interface Desk {
  reading: Reading;
  passages: readonly Passage[];
  today: Date;
  stemmer: Stemmer;
  breathe: Breathe;
}

/** A call of one task. */
export type CallOf<Name extends TaskName> = Extract<TaskCall, { task: Name }>;

/** Subject of the mail or title of the document, without the marks of answers and forwards; may be empty. */
export function titleOf(reading: Reading): string {
  if (reading.kind === 'nothing') return '';
  const title = reading.kind === 'mail' ? reading.subject : reading.title;
  return title.replace(/^(?:\s{0,3}(?:aw|re|wg|fwd|fw|antw)\s?:)+/iu, '').trim();
}

/** The text that a task is about: a document, or the newest message of a mail between greeting and signature. */
export function matterOf(reading: Reading): string {
  if (reading.kind === 'nothing') return '';
  if (reading.kind === 'document') return reading.text;
  return splitLetter(reading.newest).body || reading.newest;
}

/** The text that a task is about, taken apart. */
export function digestOf(desk: Desk): Promise<Digest> {
  return digest(matterOf(desk.reading), desk.breathe);
}
