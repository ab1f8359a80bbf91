import { Mark, mergeAttributes } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import type { Transaction } from '@tiptap/pm/state';
import { changeOf } from './change-marks.ts';

/** Class of a passage that a comment is about. */
export const COMMENTED = 'commented';

/** A remark beside the text. */
export interface Comment {
  id: string;
  author: string;
  /** ISO 8601. */
  at: string;
  /** Plain text. */
  text: string;
}

/** A comment as a person meets it. */
export interface FoundComment extends Comment {
  /** The words that it is about. */
  passage: string;
  from: number;
  to: number;
}

const NAME = 'comment';

/** A passage with a remark. Several may be about the same words. */
export const commentMark = Mark.create({
  name: NAME,
  inclusive: false,
  excludes: '',
  addAttributes: () => ({
    id: { default: '', rendered: false },
    author: { default: '', rendered: false },
    at: { default: '', rendered: false },
    text: { default: '', rendered: false },
  }),
  renderHTML: ({ mark, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, {
      class: COMMENTED,
      'data-comment': String(mark.attrs['id']),
      title: `Kommentar: ${String(mark.attrs['text'])}`,
    }),
    0,
  ],
});

function isComment(attrs: object): attrs is Comment {
  return 'id' in attrs && 'text' in attrs;
}

/** The comments on a piece of text. */
export function commentsOf(node: Node): Comment[] {
  return node.marks
    .filter(({ type }) => type.name === NAME)
    .map(({ attrs }) => attrs)
    .filter(isComment);
}

const known = new WeakMap<Node, FoundComment[]>();

/** The comments of a document in the order of their passages; linear in its length and remembered. */
export function commentsIn(doc: Node): FoundComment[] {
  const before = known.get(doc);
  if (before) return before;
  const found = new Map<string, FoundComment>();
  doc.descendants((node, pos) => {
    for (const { id, author, at, text } of commentsOf(node)) {
      const same = found.get(id);
      const apart = same && same.to < pos ? ' ' : '';
      const words = changeOf(node, 'deletion') ? '' : (node.text ?? ' ');
      const to = pos + node.nodeSize;
      if (same) Object.assign(same, { to, passage: same.passage + apart + words });
      else found.set(id, { id, author, at, text, passage: words, from: pos, to });
    }
  });
  const all = [...found.values()];
  known.set(doc, all);
  return all;
}

/** Puts a comment on a range. */
export function addComment(tr: Transaction, from: number, to: number, comment: Comment): void {
  const type = tr.doc.type.schema.marks[NAME];
  if (type) tr.addMark(from, to, type.create(comment));
}

/** Takes a comment away. */
export function removeComment(tr: Transaction, id: string): void {
  tr.doc.descendants((node, pos) => {
    for (const mark of node.marks) {
      if (mark.type.name === NAME && mark.attrs['id'] === id) tr.removeMark(pos, pos + node.nodeSize, mark);
    }
  });
}

/** A document as if nobody had commented on it. */
export function withoutComments(doc: Node): Node {
  const type = doc.type.schema.marks[NAME];
  if (!type || commentsIn(doc).length === 0) return doc;
  return new Transform(doc).removeMark(0, doc.content.size, type).doc;
}
