import { Mark, mergeAttributes } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

/** Class of the sign behind which a footnote stands. */
export const NOTED = 'noted';

const NAME = 'note';

/**
 * A footnote, on the last sign before it: on a single sign, so that no other formatting can cut it in two and count it
 * twice, and every place in the text stays what it is.
 */
export const noteMark = Mark.create({
  name: NAME,
  inclusive: false,
  excludes: NAME,
  addAttributes: () => ({ text: { default: '', rendered: false } }),
  renderHTML: ({ mark, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { class: NOTED, title: `Fußnote: ${String(mark.attrs['text'])}` }),
    0,
  ],
});

/** The footnote behind a piece of text. */
export function noteOf(node: Node): string | null {
  const mark = node.marks.find(({ type }) => type.name === NAME);
  return mark === undefined ? null : String(mark.attrs['text']);
}

/** The footnotes of a document, in the order of their numbers. */
export function notesIn(doc: Node): string[] {
  const notes: string[] = [];
  doc.descendants((node) => {
    const note = noteOf(node);
    if (note !== null) notes.push(note);
  });
  return notes;
}
