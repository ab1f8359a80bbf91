import type { Block, Run } from '../../contract/rich.ts';
import type { Line } from '../office/host.ts';
import { ListMarkers } from './list-markers.ts';

/**
 * A new text as plain paragraphs, in the order and the way in which a document has them: table cells one by one, row by
 * row; line breaks within a paragraph as `\v`; no character formatting, no rules.
 *
 * The items of a list that the old text had as a list of the document come without signs, for the document makes them.
 * Those of a list whose signs were typed get the same ones. What was no list gets "– " or "1. ", so that it can be seen
 * that it is one now; so does an item's first line only, and none that begins with a box to tick.
 * @param before the lines of the old text; none where every list shall get signs
 */
export function linesOfBlocks(blocks: readonly Block[], before: readonly Line[]): string[] {
  return linesOf(blocks, new ListMarkers(before));
}

function linesOf(blocks: readonly Block[], markers: ListMarkers): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return [lineOf(block.runs)];
      case 'quote':
        return linesOf(block.blocks, markers);
      case 'list':
        return listLines(block, markers);
      case 'table':
        return block.rows.flatMap((row) => row.map(lineOf));
      case 'rule':
        return [];
    }
  });
}

function listLines(list: Extract<Block, { type: 'list' }>, markers: ListMarkers): string[] {
  const items = list.items.map((item) => linesOf(item, markers));
  const signs = markers.of(items.map(([first = '']) => first));
  return items.flatMap(([first, ...others], index) => {
    if (first === undefined) return [];
    if (signs.type === 'own' || /^[☐☑]/u.test(first)) return [first, ...others];
    const sign = list.ordered ? `${list.start + index}${signs.behindNumber}` : signs.bullet;
    return [`${sign} ${first}`, ...others];
  });
}

function lineOf(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .replaceAll('\n', '\v');
}
