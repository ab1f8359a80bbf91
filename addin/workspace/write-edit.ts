import type { Mark, Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { canSplit } from '@tiptap/pm/transform';
import { type BreakChange, breakOf, BREAKS, type Change, kinds, withoutChanges } from './change-marks.ts';
import type { LineEdit } from './edit-text.ts';
import { behind, type LiveLine, unitAt } from './live-text.ts';
import { canJoin } from './settle-changes.ts';

/** The look of new words: that of the words they replace, else of those before them. */
function lookAt(doc: Node, line: LiveLine, { start, end }: LineEdit): readonly Mark[] {
  const first = start < end ? unitAt(line, start) : null;
  const last = start > 0 ? unitAt(line, start - 1) : null;
  const node = doc.nodeAt(first ?? last ?? unitAt(line, start) ?? line.to);
  return node?.isInline ? withoutChanges(node.marks) : [];
}

function nodesOf(doc: Node, text: string, marks: readonly Mark[]): Node[] {
  const { schema } = doc.type;
  return text
    .split('\v')
    .flatMap((part, index) => [
      ...(index > 0 ? [schema.node('hardBreak', null, undefined, marks)] : []),
      ...(part === '' ? [] : [schema.text(part, marks)]),
    ]);
}

function putIn(tr: Transaction, at: number, text: string, marks: readonly Mark[]): number {
  const nodes = nodesOf(tr.doc, text, marks);
  if (nodes.length > 0) tr.insert(at, nodes);
  return at + text.length;
}

/**
 * An item of a list becomes two items, anything else two paragraphs.
 * @param plain whether what follows is a paragraph and not what stands before
 */
function split(tr: Transaction, at: number, change: BreakChange, plain: boolean): number {
  const $at = tr.doc.resolve(at);
  const { parent } = $at;
  const { paragraph } = tr.doc.type.schema.nodes;
  const type = plain && paragraph ? paragraph : parent.type;
  const attrs = type === parent.type ? parent.attrs : {};
  const next = { type, attrs: { ...attrs, [BREAKS.insertion]: change, [BREAKS.deletion]: null } };
  const isItem = $at.depth > 1 && $at.node(-1).type.name === 'listItem' && $at.index(-1) === 0;
  const types = isItem ? [null, next] : [next];
  if (!canSplit(tr.doc, at, types.length, types))
    throw new Error('A paragraph of the paper cannot be split.');
  tr.split(at, types.length, types);
  return at + 2 * types.length;
}

/** A paragraph put in front of a heading is none. */
function plainBefore(tr: Transaction, at: number): void {
  const $at = tr.doc.resolve(at);
  const { paragraph } = tr.doc.type.schema.nodes;
  if (!paragraph || $at.parent.type.name !== 'heading') return;
  const attrs = kinds.map((kind) => [BREAKS[kind], breakOf($at.parent, kind)]);
  tr.setNodeMarkup($at.before(), paragraph, Object.fromEntries(attrs));
}

/** Whether an edit only touches what may be written over. */
export function canWrite(doc: Node, lines: readonly LiveLine[], edits: readonly LineEdit[]): boolean {
  return edits.every(({ line, joins }) => {
    const before = lines[line - 1];
    const own = lines[line];
    return !joins || (before && own && canJoin(doc, behindBlock(doc, before), own.block));
  });
}

function behindBlock(doc: Node, line: LiveLine): number {
  return doc.resolve(line.to).end();
}

/**
 * Writes part of an edit as a tracked change: what goes is struck out, what comes is put in behind it.
 * @param line the line as it stands in `tr.doc`; what stands before it does not move
 */
export function writeLine(tr: Transaction, line: LiveLine, edit: LineEdit, change: Change): void {
  const { schema } = tr.doc.type;
  const { insertion, deletion } = schema.marks;
  if (!insertion || !deletion) return;
  const look = lookAt(tr.doc, line, edit);
  const marks = insertion.create(change).addToSet(look);
  const [first = '', ...others] = edit.texts;
  const start = behind(line, edit.end);
  const { parent, parentOffset } = tr.doc.resolve(start);
  // New paragraphs beside a heading are none; where it is empty there is no telling on which side they are.
  const { size } = parent.content;
  const leads = others.length > 0 && parentOffset === 0 && size > 0;
  const leaves = parentOffset === size && size > 0;
  let at = putIn(tr, start, first, marks);
  for (const [index, text] of others.entries()) {
    at = split(tr, at, { ...change, part: `${edit.line}.${index}` }, leaves && index === 0);
    if (leads && index === 0) plainBefore(tr, start);
    at = putIn(tr, at, text, marks);
  }
  strikeOut(tr, line, edit, deletion.create(change));
  if (edit.joins) {
    const struck: BreakChange = { ...change, part: String(edit.line) };
    tr.setNodeAttribute(line.block, BREAKS.deletion, struck);
  }
}

function strikeOut(tr: Transaction, line: LiveLine, { start, end }: LineEdit, mark: Mark): void {
  let passed = 0;
  for (const { text, at } of line.pieces) {
    const from = Math.max(start, passed);
    const to = Math.min(end, passed + text.length);
    if (from < to) tr.addMark(at + from - passed, at + to - passed, mark);
    passed += text.length;
  }
}
