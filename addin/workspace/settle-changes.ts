import { Fragment, type Node, NodeRange } from '@tiptap/pm/model';
import { liftTarget, type Mapping, Transform } from '@tiptap/pm/transform';
import { breakOf, BREAKS, type Change, type ChangeKind, changeOf, kinds } from './change-marks.ts';

/** Takes a change over for good, or brings back what stood there before. */
export type Settling = 'accept' | 'reject';

interface Place {
  pos: number;
}

function textblocks(doc: Node): Place[] {
  const all: Place[] = [];
  doc.descendants((node, pos) => {
    if (node.isTextblock) all.push({ pos });
    return !node.isTextblock;
  });
  return all;
}

/** Whether two paragraphs can become one: neither a rule nor the edge of a cell lies between them. */
export function canJoin(doc: Node, end: number, start: number): boolean {
  let can = true;
  doc.nodesBetween(end, start, (node, pos) => {
    const holdsBoth = pos < end && pos + node.nodeSize > start;
    const bars = (node.isLeaf && node.isBlock) || node.type.spec['tableRole'] !== undefined;
    if (bars && !holdsBoth) can = false;
    return can && !node.isTextblock;
  });
  return can;
}

/** What goes with a paragraph: itself, or the item or list that holds nothing else; null where its place needs one. */
function wholePlace(doc: Node, paragraph: number, beside: number): { from: number; to: number } | null {
  const $pos = doc.resolve(paragraph);
  let from = paragraph;
  let to = paragraph + (doc.nodeAt(paragraph)?.nodeSize ?? 0);
  for (let depth = $pos.depth; depth > 0 && $pos.node(depth).childCount === 1; depth -= 1) {
    if ($pos.before(depth) <= beside && beside < $pos.after(depth)) break;
    from = $pos.before(depth);
    to = $pos.after(depth);
  }
  const $from = doc.resolve(from);
  return $from.parent.canReplace($from.index(), $from.index() + 1) ? { from, to } : null;
}

/** Where the first of two paragraphs is empty, the second keeps its look, as with the paragraph marks of Word. */
function join(tr: Transform, left: Place, right: Place): void {
  const first = tr.doc.nodeAt(left.pos);
  if (!first) return;
  const end = left.pos + 1 + first.content.size;
  const empty = first.content.size === 0 ? wholePlace(tr.doc, left.pos, right.pos) : null;
  if (!empty) {
    joinAt(tr, end, right.pos);
    return;
  }
  for (const kind of kinds) tr.setNodeAttribute(right.pos, BREAKS[kind], breakOf(first, kind));
  tr.delete(empty.from, empty.to);
  left.pos = right.pos - (empty.to - empty.from);
}

function paragraphsIn(doc: Node, from: number, to: number): number {
  let count = 0;
  doc.nodesBetween(from, to, (node) => {
    if (node.isTextblock) count += 1;
    return !node.isTextblock;
  });
  return count;
}

function joinAt(tr: Transform, end: number, right: number): void {
  const content = tr.doc.nodeAt(right)?.content ?? Fragment.empty;
  const trial = new Transform(tr.doc).delete(end, right + 1);
  const from = tr.doc.resolve(end).before(1);
  const to = tr.doc.resolve(right + 1).after(1);
  if (paragraphsIn(trial.doc, from, trial.mapping.map(to)) < paragraphsIn(tr.doc, from, to)) {
    tr.delete(end, right + 1);
    return;
  }
  // An item of a list can't do without its first paragraph: what else is in it leaves the list.
  let place = wholePlace(tr.doc, right, end);
  for (let at: number | null = right; !place && at !== null;) {
    at = liftedOut(tr, at);
    place = at === null ? null : wholePlace(tr.doc, at, end);
  }
  if (!place) return;
  tr.delete(place.from, place.to);
  tr.insert(end, content);
}

function liftedOut(tr: Transform, textblock: number): number | null {
  const $first = tr.doc.resolve(textblock);
  const range = new NodeRange($first, tr.doc.resolve($first.end()), $first.depth);
  const target = liftTarget(range);
  if (target === null) return null;
  const before = tr.mapping.maps.length;
  tr.lift(range, target);
  return tr.mapping.slice(before).map(textblock, 1);
}

function settleText(
  tr: Transform,
  gone: ChangeKind,
  stays: ChangeKind,
  meant: (id: string) => boolean,
): void {
  const removed: { from: number; to: number }[] = [];
  tr.doc.descendants((node, pos) => {
    if (!node.isInline) return true;
    const kept = changeOf(node, stays);
    const lost = changeOf(node, gone);
    if (lost && meant(lost.id)) removed.unshift({ from: pos, to: pos + node.nodeSize });
    else if (kept && meant(kept.id)) {
      for (const mark of node.marks) {
        if (mark.type.name === stays) tr.removeMark(pos, pos + node.nodeSize, mark);
      }
    }
    return false;
  });
  for (const { from, to } of removed) tr.delete(from, to);
}

/**
 * Accepts or rejects changes.
 * @param meant says by its id whether a change is one of them
 */
export function settleChanges(tr: Transform, how: Settling, meant: (id: string) => boolean): void {
  const [gone, stays]: [ChangeKind, ChangeKind] =
    how === 'accept' ? ['deletion', 'insertion'] : ['insertion', 'deletion'];
  settleText(tr, gone, stays, meant);
  const places = textblocks(tr.doc);
  // From the end, so that what is joined moves nothing that is still to be looked at.
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const place = places[index];
    const node = place && tr.doc.nodeAt(place.pos);
    if (!place || !node) continue;
    const kept = breakOf(node, stays);
    const lost = breakOf(node, gone);
    if (kept && meant(kept.id)) tr.setNodeAttribute(place.pos, BREAKS[stays], null);
    if (!lost || !meant(lost.id)) continue;
    const left = places[index - 1];
    const end = left ? left.pos + (tr.doc.nodeAt(left.pos)?.nodeSize ?? 0) - 1 : 0;
    if (left && canJoin(tr.doc, end, place.pos)) join(tr, left, place);
    else tr.setNodeAttribute(place.pos, BREAKS[gone], null);
  }
}

/** A change as a person meets it in the text. */
export interface FoundChange extends Change {
  from: number;
  to: number;
}

const knownChanges = new WeakMap<Node, FoundChange[]>();

/** The changes of a document in the order in which they begin; linear in its length and remembered. */
export function changesIn(doc: Node): FoundChange[] {
  const before = knownChanges.get(doc);
  if (before) return before;
  const found = new Map<string, FoundChange>();
  const note = (change: Change | null, from: number, to: number) => {
    if (!change) return;
    const same = found.get(change.id);
    if (same) same.to = Math.max(same.to, to);
    else found.set(change.id, { id: change.id, author: change.author, at: change.at, from, to });
  };
  doc.descendants((node, pos) => {
    for (const kind of kinds) {
      if (node.isTextblock) note(breakOf(node, kind), pos + 1, pos + 1);
      else if (node.isInline) note(changeOf(node, kind), pos, pos + node.nodeSize);
    }
  });
  const all = [...found.values()];
  knownChanges.set(doc, all);
  return all;
}

interface Accepted {
  doc: Node;
  mapping: Mapping | null;
}

const knownAccepted = new WeakMap<Node, Accepted>();

function accepted(doc: Node): Accepted {
  const before = knownAccepted.get(doc);
  if (before) return before;
  const transform = new Transform(doc);
  if (changesIn(doc).length > 0) settleChanges(transform, 'accept', () => true);
  const result = { doc: transform.doc, mapping: transform.docChanged ? transform.mapping : null };
  knownAccepted.set(doc, result);
  return result;
}

/** The document as it reads: as if all changes had been accepted. */
export function acceptedDoc(doc: Node): Node {
  return accepted(doc).doc;
}

/** A part of the document as it reads, as `doc.cut` gives it. */
export function acceptedCut(doc: Node, from: number, to: number): Node {
  const { doc: settled, mapping } = accepted(doc);
  if (!mapping) return settled.cut(from, to);
  const start = mapping.map(from, 1);
  return settled.cut(start, Math.max(start, mapping.map(to, -1)));
}
