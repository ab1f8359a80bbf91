import type { JSONContent } from '@tiptap/core';
import type { Block, Run } from '../../contract/rich.ts';

const blankParagraph: JSONContent = { type: 'paragraph' };

function inlineContent(runs: Run[]): JSONContent[] {
  return runs.flatMap((run) => {
    const marks: JSONContent['marks'] = run.marks.map((type) => ({ type }));
    if (run.note === undefined || run.text === '' || run.text.endsWith('\n')) {
      return plainContent(run.text, marks);
    }
    const sign = Array.from(run.text).at(-1) ?? '';
    const noted = {
      type: 'text',
      text: sign,
      marks: [...marks, { type: 'note', attrs: { text: run.note } }],
    };
    return [...plainContent(run.text.slice(0, -sign.length), marks), noted];
  });
}

function plainContent(text: string, marks: NonNullable<JSONContent['marks']>): JSONContent[] {
  return text
    .split('\n')
    .flatMap((line, index): JSONContent[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line, ...(marks.length > 0 && { marks }) }]),
    ]);
}

function withInline(node: JSONContent, runs: Run[]): JSONContent {
  const content = inlineContent(runs);
  return content.length > 0 ? { ...node, content } : node;
}

/** An item of a list begins with a paragraph in the editor. */
function itemContent(content: JSONContent[]): JSONContent[] {
  return content[0]?.type === 'paragraph' ? content : [blankParagraph, ...content];
}

function tableNode(block: Extract<Block, { type: 'table' }>): JSONContent[] {
  const width = Math.max(0, ...block.rows.map((row) => row.length));
  if (width === 0) return [];
  const content = block.rows.map((row, index) => ({
    type: 'tableRow',
    content: Array.from({ length: width }, (_, column) => ({
      type: block.header && index === 0 ? 'tableHeader' : 'tableCell',
      content: [withInline(blankParagraph, row[column] ?? [])],
    })),
  }));
  return [{ type: 'table', content }];
}

/**
 * Formatted text as nodes of the editor. Ragged tables are filled up with empty cells; lists, quotes and tables
 * without content fall away because the editor knows no empty ones.
 */
export function blocksToNodes(blocks: Block[]): JSONContent[] {
  return blocks.flatMap((block): JSONContent[] => {
    switch (block.type) {
      case 'paragraph':
        return [withInline(blankParagraph, block.runs)];
      case 'heading':
        return [withInline({ type: 'heading', attrs: { level: block.level } }, block.runs)];
      case 'quote': {
        const content = blocksToNodes(block.blocks);
        return content.length > 0 ? [{ type: 'blockquote', content }] : [];
      }
      case 'list': {
        const content = block.items.map((item) => ({
          type: 'listItem',
          content: itemContent(blocksToNodes(item)),
        }));
        if (content.length === 0) return [];
        return [
          block.ordered
            ? { type: 'orderedList', attrs: { start: block.start }, content }
            : { type: 'bulletList', content },
        ];
      }
      case 'table':
        return tableNode(block);
      case 'rule':
        return [{ type: 'horizontalRule' }];
    }
  });
}

/**
 * A whole document for the editor. It ends with a paragraph, as the editor wants it: otherwise the editor would add
 * one at the first key press and an untouched document would count as changed.
 */
export function blocksToDoc(blocks: Block[]): JSONContent {
  const content = blocksToNodes(blocks);
  if (content.at(-1)?.type !== 'paragraph') content.push(blankParagraph);
  return { type: 'doc', content };
}
