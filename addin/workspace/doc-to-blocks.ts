import type { Node } from '@tiptap/pm/model';
import type { Block, Mark } from '../../contract/rich.ts';
import type { PaperBlock, PaperRun, Revision } from '../output/docx-content.ts';
import { breakOf, type Change, type ChangeKind, changeOf, kinds } from './change-marks.ts';
import { commentsOf, withoutComments } from './comment-marks.ts';
import { noteOf } from './note-marks.ts';
import { acceptedCut, acceptedDoc } from './settle-changes.ts';

const markOrder: Mark[] = ['bold', 'italic', 'underline', 'strike'];

function marksOf(node: Node): Mark[] {
  const names = new Set(node.marks.map((mark) => mark.type.name));
  return markOrder.filter((mark) => names.has(mark));
}

function sameMarks(a: Mark[], b: Mark[]): boolean {
  return a.length === b.length && a.every((mark, index) => mark === b[index]);
}

/** What a reviewer left on a piece of text. */
type Note = Pick<PaperRun, 'revision' | 'comments' | 'note'>;

/** A line break has no look of its own: it joins the run before it. */
function append(runs: PaperRun[], text: string, marks: Mark[] | null, note: Note): void {
  const last = runs.at(-1);
  // A footnote ends its run.
  const same = last?.note === undefined && last && (marks === null || sameMarks(last.marks, marks));
  if (same && sameNote(last, note)) Object.assign(last, note, { text: last.text + text });
  else runs.push({ text, marks: marks ?? [], ...note });
}

function sameNote(a: Note, b: Note): boolean {
  return (
    a.revision?.kind === b.revision?.kind &&
    a.revision?.at === b.revision?.at &&
    a.revision?.author === b.revision?.author &&
    String(a.comments ?? '') === String(b.comments ?? '')
  );
}

function revisionOf(kind: ChangeKind, { author, at }: Change): Revision {
  return { kind, author, at };
}

/** What is so about a piece of text or the break before a paragraph, by each kind of change. */
function revisionsOf(node: Node, changeIn: typeof changeOf): Revision[] {
  return kinds.flatMap((kind) => {
    const change = changeIn(node, kind);
    return change ? [revisionOf(kind, change)] : [];
  });
}

function appendInline(runs: PaperRun[], textblock: Node): void {
  textblock.forEach((child) => {
    const [revision, second] = revisionsOf(child, changeOf);
    // What was put in and struck out again before anybody accepted it was never there.
    if (second) return;
    const comments = commentsOf(child).map(({ id }) => id);
    const footnote = noteOf(child);
    const note = {
      ...(revision && { revision }),
      ...(comments.length > 0 && { comments }),
      ...(footnote !== null && { note: footnote }),
    };
    if (child.isText) append(runs, child.text ?? '', marksOf(child), note);
    else if (child.type.name === 'hardBreak') append(runs, '\n', null, note);
  });
}

function runsOf(textblock: Node): PaperRun[] {
  const runs: PaperRun[] = [];
  appendInline(runs, textblock);
  return runs;
}

/** A cell holds paragraphs in the editor and lines in the contract. */
function cellRuns(cell: Node): PaperRun[] {
  const runs: PaperRun[] = [];
  cell.forEach((paragraph, _offset, index) => {
    const [revision] = revisionsOf(paragraph, breakOf);
    if (index > 0) append(runs, '\n', null, revision ? { revision } : {});
    appendInline(runs, paragraph);
  });
  return runs;
}

function breakBefore(textblock: Node): { breakBefore?: Revision[] } {
  const revisions = revisionsOf(textblock, breakOf);
  return revisions.length > 0 ? { breakBefore: revisions } : {};
}

function columns(cell: Node): number {
  return Number(cell.attrs['colspan'] ?? 1);
}

function tableBlock(table: Node): PaperBlock {
  const firstRow = table.firstChild;
  const header =
    firstRow !== null &&
    firstRow.childCount > 0 &&
    firstRow.children.every((cell) => cell.type.name === 'tableHeader');
  const rows = table.children.map((row) =>
    row.children.flatMap((cell) => [
      cellRuns(cell),
      ...Array.from({ length: columns(cell) - 1 }, (): PaperRun[] => []),
    ]),
  );
  return { type: 'table', header, rows };
}

function isBlank(block: PaperBlock | undefined): boolean {
  return block?.type === 'paragraph' && block.runs.length === 0;
}

/** The editor begins every item with a paragraph; where it is empty it is only there for the editor. */
function itemBlocks(item: Node): PaperBlock[] {
  const blocks = item.children.flatMap(toBlock);
  return isBlank(blocks[0]) && blocks.length > 1 && blocks[1]?.type !== 'paragraph'
    ? blocks.slice(1)
    : blocks;
}

function toBlock(node: Node): PaperBlock[] {
  switch (node.type.name) {
    case 'paragraph':
      return [{ type: 'paragraph', runs: runsOf(node), ...breakBefore(node) }];
    case 'heading':
      return [
        {
          type: 'heading',
          level: node.attrs['level'] as 1 | 2 | 3 | 4,
          runs: runsOf(node),
          ...breakBefore(node),
        },
      ];
    case 'blockquote':
      return [{ type: 'quote', blocks: node.children.flatMap(toBlock) }];
    case 'bulletList':
    case 'orderedList': {
      const ordered = node.type.name === 'orderedList';
      const start = ordered ? Number(node.attrs['start'] ?? 1) : 1;
      const items = node.children.map(itemBlocks);
      return [{ type: 'list', ordered, start, items }];
    }
    case 'table':
      return [tableBlock(node)];
    case 'horizontalRule':
      return [{ type: 'rule' }];
    default:
      return [];
  }
}

/** What stands in the editor with its changes and comments, without the one empty paragraph at the end. */
export function docToPaper(doc: Node): PaperBlock[] {
  const blocks = doc.children.flatMap(toBlock);
  return isBlank(blocks.at(-1)) && blocks.at(-2)?.type !== 'paragraph' ? blocks.slice(0, -1) : blocks;
}

/**
 * What stands in the editor as formatted text, changes taken for accepted; the inverse of `blocksToDoc`.
 * @returns without the one empty paragraph that the editor keeps at the end for the cursor
 */
export function docToBlocks(doc: Node): Block[] {
  return docToPaper(withoutComments(acceptedDoc(doc)));
}

/** What stands in a part of the editor, likewise. */
export function partToBlocks(doc: Node, from: number, to: number): Block[] {
  return docToPaper(withoutComments(acceptedCut(doc, from, to)));
}
