import { bracketed } from '../output/notes.ts';
import type { ActionName, Result, Surface } from './host.ts';

/** The paper has footnotes, a mail has none; a saved file has them whatever it was made from. */
const onPaper = new Set<ActionName>([
  'insert',
  'replace',
  'insert-section',
  'insert-top',
  'insert-end',
  'new-document',
  'save-docx',
]);
const inFiles = new Set<ActionName>(['save-docx']);

/** Actions of a surface of the workspace that make real footnotes. */
export function footnotesOn(surface: Surface): ReadonlySet<ActionName> {
  return surface === 'document' ? onPaper : inFiles;
}

/** A result as it is written where there may be no footnotes. */
export function withoutFootnotes(result: Result, keeps: boolean): Result {
  return keeps ? result : { ...result, blocks: [...bracketed(result.blocks)] };
}
