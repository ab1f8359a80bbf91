import { MAX_FIELD_CHARS } from '../../contract/limits.ts';
import { cleanText } from '../output/clean.ts';
import type { Remark } from './host.ts';
import { passageRanges } from './word-passage-ranges.ts';
import type { Anchor } from './word-replace.ts';
import { polish } from './word-write.ts';

/** Word hangs when a person undoes four or more comments that came in one sync (office-js #4566). */
const COMMENTS_PER_SYNC = 3;

/**
 * Writes each remark as a comment beside its passage: in the selection that was read, or else in the whole text. Remarks
 * without words are passed over. Where Office fails on the way, the comments that it had confirmed are taken out again.
 * @returns `changed` where at least one passage is no longer there; all others have their comments
 * @throws the errors of Office
 */
export async function writeComments(
  run: typeof Word.run,
  anchor: Anchor | undefined,
  remarks: readonly Remark[],
): Promise<'done' | 'changed'> {
  const wanted = remarks
    .map(({ passage, text }) => ({ passage, text: cleanText(text).trim().slice(0, MAX_FIELD_CHARS) }))
    .filter(({ text }) => text !== '');
  const step = async (context: Word.RequestContext, paragraphs: Word.ParagraphCollection) => {
    const passages = wanted.map(({ passage }) => passage);
    const ranges = await passageRanges(context, paragraphs, passages);
    const placed = wanted.flatMap(({ text }, index) => {
      const range = ranges[index] ?? null;
      return range === null ? [] : [{ range, text }];
    });
    await insertAll(context, placed);
    return placed.length === wanted.length ? 'done' : 'changed';
  };
  return anchor?.part === 'selection'
    ? // A range of its own: the paragraphs of the tracked one may be those of an earlier run, which are dead.
      run(anchor.range, (context) => step(context, anchor.range.getRange('Whole').paragraphs))
    : run((context) => step(context, context.document.body.paragraphs));
}

interface Placed {
  range: Word.Range;
  text: string;
}

async function insertAll(context: Word.RequestContext, placed: readonly Placed[]): Promise<void> {
  const written: Word.Comment[] = [];
  const insertFrom = async (at: number): Promise<void> => {
    if (at >= placed.length) return;
    const group = placed.slice(at, at + COMMENTS_PER_SYNC);
    const made = group.map(({ range, text }) => range.insertComment(text));
    await context.sync();
    written.push(...made);
    await insertFrom(at + COMMENTS_PER_SYNC);
  };
  try {
    await insertFrom(0);
  } catch (error) {
    await polish(context, () => {
      for (const comment of written) comment.delete();
    });
    throw error;
  }
}
