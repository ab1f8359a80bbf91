import type { Node } from '@tiptap/pm/model';
import type { Block, Mark, Run } from '../../contract/rich.ts';

const markOrder: Mark[] = ['bold', 'italic', 'underline', 'strike'];

function marksOf(node: Node): Mark[] {
  const names = new Set(node.marks.map((mark) => mark.type.name));
  return markOrder.filter((mark) => names.has(mark));
}

function sameMarks(a: Mark[], b: Mark[]): boolean {
  return a.length === b.length && a.every((mark, index) => mark === b[index]);
}

/** A line break has no look of its own: it joins the run before it. */
function append(runs: Run[], text: string, marks: Mark[] | null): void {
  const last = runs.at(-1);
  if (last && (marks === null || sameMarks(last.marks, marks))) last.text += text;
  else runs.push({ text, marks: marks ?? [] });
}

function appendInline(runs: Run[], textblock: Node): void {
  textblock.forEach((child) => {
    if (child.isText) append(runs, child.text ?? '', marksOf(child));
    else if (child.type.name === 'hardBreak') append(runs, '\n', null);
  });
}

function runsOf(textblock: Node): Run[] {
  const runs: Run[] = [];
  appendInline(runs, textblock);
  return runs;
}

/** A cell holds paragraphs in the editor and lines in the contract. */
function cellRuns(cell: Node): Run[] {
  const runs: Run[] = [];
  cell.forEach((paragraph, _offset, index) => {
    if (index > 0) append(runs, '\n', null);
    appendInline(runs, paragraph);
  });
  return runs;
}

function columns(cell: Node): number {
  return Number(cell.attrs['colspan'] ?? 1);
}

function tableBlock(table: Node): Block {
  const firstRow = table.firstChild;
  const header =
    firstRow !== null &&
    firstRow.childCount > 0 &&
    firstRow.children.every((cell) => cell.type.name === 'tableHeader');
  const rows = table.children.map((row) =>
    row.children.flatMap((cell) => [
      cellRuns(cell),
      ...Array.from({ length: columns(cell) - 1 }, (): Run[] => []),
    ]),
  );
  return { type: 'table', header, rows };
}

function isBlank(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && block.runs.length === 0;
}

/** The editor begins every item with a paragraph; where it is empty it is only there for the editor. */
function itemBlocks(item: Node): Block[] {
  const blocks = item.children.flatMap(toBlock);
  return isBlank(blocks[0]) && blocks.length > 1 && blocks[1]?.type !== 'paragraph'
    ? blocks.slice(1)
    : blocks;
}

function toBlock(node: Node): Block[] {
  switch (node.type.name) {
    case 'paragraph':
      return [{ type: 'paragraph', runs: runsOf(node) }];
    case 'heading':
      return [{ type: 'heading', level: node.attrs['level'] as 1 | 2 | 3 | 4, runs: runsOf(node) }];
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

/**
 * What stands in the editor as formatted text; the inverse of `blocksToDoc`.
 * @param doc a document of the editor, or a part of one made with `doc.cut(from, to)`
 * @returns without the one empty paragraph that the editor keeps at the end for the cursor
 */
export function docToBlocks(doc: Node): Block[] {
  const blocks = doc.children.flatMap(toBlock);
  return isBlank(blocks.at(-1)) && blocks.at(-2)?.type !== 'paragraph' ? blocks.slice(0, -1) : blocks;
}
