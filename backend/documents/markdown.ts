import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block, Mark, Run } from '../../contract/rich.ts';
import { cleanText } from './characters.ts';
import { htmlToBlocks } from './html.ts';
import { markdownSegments } from './markdown-segments.ts';

/** Lists and quotes inside each other; deeper ones are left as their text. */
const MAX_DEPTH = 30;

/** A Markdown file (CommonMark with tables) as blocks. HTML in it is read as in a mail; pictures are left out. */
export function markdownToBlocks(text: string): { blocks: Block[]; hidden: boolean; images: boolean } {
  const reader = new Reader();
  const blocks = markdownSegments(cleanText(text)).flatMap((segment) => {
    const tree = fromMarkdown(segment, {
      extensions: [gfmTable()],
      mdastExtensions: [gfmTableFromMarkdown()],
    });
    return reader.blocks(tree.children, 0);
  });
  return { blocks, hidden: reader.hidden, images: reader.images };
}

class Reader {
  hidden = false;
  images = false;

  blocks(nodes: RootContent[], depth: number): Block[] {
    return nodes.flatMap((node) => this.#block(node, depth));
  }

  #block(node: RootContent, depth: number): Block[] {
    if (depth > MAX_DEPTH) return filled({ type: 'paragraph', runs: [{ text: wordsOf(node), marks: [] }] });
    switch (node.type) {
      case 'heading': {
        const level = Math.min(node.depth, 4) as 1 | 2 | 3 | 4;
        return filled({ type: 'heading', level, runs: this.#runs(node.children, []) });
      }
      case 'paragraph':
        return filled({ type: 'paragraph', runs: this.#runs(node.children, []) });
      case 'blockquote':
        return [{ type: 'quote', blocks: this.blocks(node.children, depth + 1) }];
      case 'list': {
        const items = node.children.map((item) => this.blocks(item.children, depth + 1));
        return [{ type: 'list', ordered: node.ordered === true, start: node.start ?? 1, items }];
      }
      case 'table': {
        const rows = node.children.map((row) => row.children.map((cell) => this.#runs(cell.children, [])));
        const header = rows[0]?.some((cell) => cell.length > 0) === true;
        return [{ type: 'table', header, rows: header ? rows : rows.slice(1) }];
      }
      case 'thematicBreak':
        return [{ type: 'rule' }];
      case 'code':
        return filled({ type: 'paragraph', runs: [{ text: node.value, marks: [] }] });
      case 'html': {
        const { blocks, hidden } = htmlToBlocks(node.value);
        this.hidden ||= hidden || /<!--[\s\S]*\p{L}/u.test(node.value);
        return blocks;
      }
      case 'definition':
      case 'yaml':
        return [];
      // Stand only inside of those above.
      case 'listItem':
      case 'tableRow':
      case 'tableCell':
      case 'footnoteDefinition':
      case 'footnoteReference':
      case 'text':
      case 'inlineCode':
      case 'break':
      case 'strong':
      case 'emphasis':
      case 'delete':
      case 'link':
      case 'linkReference':
      case 'image':
      case 'imageReference':
        return [];
    }
  }

  #runs(nodes: PhrasingContent[], marks: Mark[]): Run[] {
    return nodes.flatMap((node): Run[] => {
      switch (node.type) {
        case 'text':
        case 'inlineCode':
          return [{ text: node.value, marks }];
        case 'break':
          return [{ text: '\n', marks }];
        case 'strong':
          return this.#runs(node.children, [...marks, 'bold']);
        case 'emphasis':
          return this.#runs(node.children, [...marks, 'italic']);
        case 'delete':
          return this.#runs(node.children, [...marks, 'strike']);
        case 'link':
        case 'linkReference':
          return this.#runs(node.children, marks);
        case 'image':
        case 'imageReference':
          this.images = true;
          return [];
        case 'html':
          return /^<br\b/i.test(node.value) ? [{ text: '\n', marks }] : [];
        case 'footnoteReference':
          return [];
      }
    });
  }
}

function filled(block: Extract<Block, { runs: Run[] }>): Block[] {
  return block.runs.some(({ text }) => text.trim() !== '') ? [block] : [];
}

/** All words of a node, read without recursion because it may be very deep. */
function wordsOf(node: Nodes): string {
  const words: string[] = [];
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if ('value' in next) words.push(next.value);
    if ('children' in next) for (const child of [...next.children].reverse()) waiting.push(child);
  }
  return words.join(' ');
}
