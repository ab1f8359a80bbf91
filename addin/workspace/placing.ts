import { Fragment, type Node, type ResolvedPos, Slice } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Block } from '../../contract/rich.ts';
import { blocksToNodes } from './blocks-to-doc.ts';

/** A change of the document that was prepared, and where the new text stands after it. */
export interface Placed {
  tr: Transaction;
  from: number;
  to: number;
}

function nodesFor(state: EditorState, blocks: Block[]): Node[] {
  return blocksToNodes(blocks).map((json) => state.schema.nodeFromJSON(json));
}

function replaced(tr: Transaction, from: number, to: number): Placed {
  return { tr, from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1) };
}

function inserted(tr: Transaction, at: number, nodes: Node[]): Placed {
  const size = Fragment.from(nodes).size;
  return { tr: tr.insert(at, nodes), from: at, to: at + size };
}

/** The one text that may flow into a line, where the result is no more than that. */
function flowingText(nodes: Node[], $pos: ResolvedPos): Fragment | null {
  const [only, second] = nodes;
  if (!only?.isTextblock || second || !$pos.parent.isTextblock) return null;
  return only.type.name === 'paragraph' || only.type === $pos.parent.type ? only.content : null;
}

/**
 * Text at the cursor, behind a selection. One paragraph flows into the line where the cursor stands in the middle of
 * it; everything else stands on its own between the paragraphs. Behind a list, a quote or a table rather than in it:
 * a letter inside a bullet point is never meant.
 */
export function insertBlocks(state: EditorState, blocks: Block[]): Placed {
  const nodes = nodesFor(state, blocks);
  const { tr, selection } = state;
  const $pos = selection.ranges.at(-1)?.$to ?? selection.$to;
  if ($pos.depth === 0) return inserted(tr, $pos.pos, nodes);

  const atStart = $pos.parentOffset === 0;
  const atEnd = $pos.parentOffset === $pos.parent.content.size;
  const text = selection.empty && atStart === atEnd ? flowingText(nodes, $pos) : null;
  if (text) return replaced(tr.replaceWith($pos.pos, $pos.pos, text), $pos.pos, $pos.pos);

  if ($pos.depth > 1 || !$pos.parent.isTextblock) return inserted(tr, $pos.after(1), nodes);
  if (atStart && atEnd)
    return replaced(tr.replaceWith($pos.before(), $pos.after(), nodes), $pos.before(), $pos.after());
  if (atEnd || !selection.empty) return inserted(tr, $pos.after(), nodes);
  if (atStart) return inserted(tr, $pos.before(), nodes);
  return inserted(tr.split($pos.pos), $pos.pos + 1, nodes);
}

function insideList($pos: ResolvedPos): boolean {
  return Array.from({ length: $pos.depth }, (_, depth) => $pos.node(depth + 1)).some(
    (node) => node.type.name === 'listItem',
  );
}

/** How many levels of a border node melt into the text that stays beside it. */
function openDepth(node: Node | undefined, $pos: ResolvedPos): number {
  if (node?.type.name === 'paragraph') return 1;
  const isList = node?.type.name === 'bulletList' || node?.type.name === 'orderedList';
  return isList && insideList($pos) ? 3 : 0;
}

/**
 * Text in the place of a range. Part of a line stays part of its line, items of a list stay in their list.
 * @param from position in the document, `to` likewise; `from <= to`
 */
export function replaceRange(state: EditorState, from: number, to: number, blocks: Block[]): Placed {
  const nodes = nodesFor(state, blocks);
  const { tr } = state;
  const $from = state.doc.resolve(from);
  const $to = state.doc.resolve(to);
  if ($from.depth === 0 && $to.depth === 0) return replaced(tr.replaceWith(from, to, nodes), from, to);
  const text = $from.sameParent($to) ? flowingText(nodes, $from) : null;
  if (text) return replaced(tr.replaceWith(from, to, text), from, to);
  const slice = new Slice(Fragment.from(nodes), openDepth(nodes[0], $from), openDepth(nodes.at(-1), $to));
  return replaced(tr.replaceRange(from, to, slice), from, to);
}

function isBlank(doc: Node): boolean {
  return doc.childCount === 1 && doc.firstChild?.content.size === 0;
}

/** Text above everything else. */
export function prependBlocks(state: EditorState, blocks: Block[]): Placed {
  const { doc, tr } = state;
  const nodes = nodesFor(state, blocks);
  return isBlank(doc)
    ? replaced(tr.replaceWith(0, doc.content.size, nodes), 0, doc.content.size)
    : inserted(tr, 0, nodes);
}

/** Text below everything else. */
export function appendBlocks(state: EditorState, blocks: Block[]): Placed {
  const { doc, tr } = state;
  const { lastChild } = doc;
  const lastIsBlank = lastChild?.type.name === 'paragraph' && lastChild.content.size === 0;
  const at = lastIsBlank ? doc.content.size - lastChild.nodeSize : doc.content.size;
  return replaced(tr.replaceWith(at, doc.content.size, nodesFor(state, blocks)), at, doc.content.size);
}

/** Text behind everything else, under a line across the page. */
export function appendSection(state: EditorState, blocks: Block[]): Placed {
  return appendBlocks(state, isBlank(state.doc) ? blocks : [{ type: 'rule' }, ...blocks]);
}
