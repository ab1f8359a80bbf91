import type { Block, Run } from '../../contract/rich.ts';
import { cleanText } from './clean.ts';
import { bracketed } from './notes.ts';

const words = (runs: readonly Run[]) => cleanText(runs.map(({ text }) => text).join(''));

const indent = (text: string, first: string) =>
  text
    .split('\n')
    .map((line, at) => (line === '' ? '' : (at === 0 ? first : ' '.repeat(first.length)) + line))
    .join('\n');

function textOf(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return words(block.runs);
    case 'quote':
      return indent(textOf(block.blocks), '  ');
    case 'list':
      return block.items
        .map((item, at) =>
          indent(item.map(blockText).join('\n'), block.ordered ? `${block.start + at}. ` : '– '),
        )
        .join('\n');
    case 'table':
      return block.rows
        .map((row) => row.map((cell) => words(cell).replaceAll('\n', ' ')).join('\t'))
        .join('\n');
    case 'rule':
      return '—'.repeat(20);
  }
}

/**
 * Blocks as plain text, for mails without formatting and for the clipboard: no Markdown, tables with tabs, footnotes as
 * numbers in brackets with a list at the end.
 */
export function toText(blocks: readonly Block[]): string {
  return textOf(bracketed(blocks));
}
