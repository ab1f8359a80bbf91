import type { Note } from './word-write.ts';

/**
 * Sets the footnotes of a text that is written already, one after the other, each told to Word by itself: of several that
 * fail together nobody knows which are there. Where Word refuses one (in a header, a text box or a footnote there are
 * none), its words follow in brackets: a source is never lost. Needs `wordFeatures.footnotes`.
 */
export async function addNotes(context: Word.RequestContext, notes: readonly Note[]): Promise<void> {
  const [note, ...others] = notes;
  if (note === undefined) return;
  await addNote(context, note);
  await addNotes(context, others);
}

async function addNote(context: Word.RequestContext, { range, text }: Note): Promise<void> {
  try {
    range.insertFootnote(text);
    await context.sync();
  } catch {
    range.insertText(` [${text}]`, 'After');
    await context.sync();
  }
}
