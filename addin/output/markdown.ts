import type {
  Blockquote,
  Code,
  Heading,
  Html,
  List,
  Paragraph,
  RootContent,
  Table,
  ThematicBreak,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Block, Run } from '../../contract/rich.ts';
import { cleanText } from './clean.ts';
import { runsOf } from './inline.ts';
import { segmenter, type Segment } from './segments.ts';
import { textOfHtml } from './tags.ts';
import { completed } from './unfinished.ts';

/** Lists and quotes inside each other; what is deeper is shown at this depth. */
const MAX_DEPTH = 8;

/**
 * Off, because letters are written otherwise: indented lines are no code, a line under an address is no heading.
 * Definitions are taken out before (`segments.ts`), so that a segment reads the same wherever the definition stands.
 */
const OFF = ['codeIndented', 'setextUnderline', 'definition'];
const HTML = ['htmlFlow', 'htmlText'];

type Flow = Blockquote | Code | Heading | Html | List | Paragraph | Table | ThematicBreak;
const FLOW = {
  blockquote: true,
  code: true,
  heading: true,
  html: true,
  list: true,
  paragraph: true,
  table: true,
  thematicBreak: true,
} as const satisfies Record<Flow['type'], true>;
const isFlow = (node: RootContent): node is Flow => Object.hasOwn(FLOW, node.type);

interface Surroundings {
  defined: ReadonlySet<string>;
  depth: number;
}

const parse = (markdown: string, off: string[]): RootContent[] =>
  fromMarkdown(markdown, {
    extensions: [gfmTable(), { disable: { null: off } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  }).children;

const paragraph = (runs: Run[]): Block[] => (runs.length === 0 ? [] : [{ type: 'paragraph', runs }]);

/** Text as it is: one paragraph for each group of lines. */
function plainBlocks(text: string): Block[] {
  return cleanText(text)
    .split(/\n{2,}/)
    .map((lines) => lines.replace(/^\n/, ''))
    .filter((lines) => lines.trim() !== '')
    .map((lines) => ({ type: 'paragraph', runs: [{ text: lines, marks: [] }] }));
}

function tickBox(blocks: Block[]): Block[] {
  const [first, ...others] = blocks;
  if (first?.type !== 'paragraph') return blocks;
  const [run, ...runs] = first.runs;
  if (!run || !/^\[[ xX]\] /.test(run.text)) return blocks;
  const text = (run.text.startsWith('[ ]') ? '☐' : '☑') + run.text.slice(3);
  return [{ ...first, runs: [{ ...run, text }, ...runs] }, ...others];
}

function listOf(list: List, around: Surroundings): Block[] {
  const items = list.children.map((item) => tickBox(blocksOf(item.children, deeper(around))));
  if (around.depth >= MAX_DEPTH) return items.flat();
  return [{ type: 'list', ordered: list.ordered === true, start: list.start ?? 1, items }];
}

/** Every row as wide as the widest; a header without words (a common way to write a list of values) is left out. */
function tableOf(table: Table, { defined }: Surroundings): Block[] {
  const rows = table.children.map((row) => row.children.map((cell) => runsOf(cell.children, defined)));
  const width = Math.max(...rows.map((row) => row.length));
  const even = rows.map((row) => [...row, ...Array.from({ length: width - row.length }, (): Run[] => [])]);
  const header = even[0]?.some((cell) => cell.length > 0) === true;
  const shown = header ? even : even.slice(1);
  return shown.length === 0 ? [] : [{ type: 'table', header, rows: shown }];
}

const deeper = (around: Surroundings): Surroundings => ({ ...around, depth: around.depth + 1 });

function blocksOf(nodes: readonly RootContent[], around: Surroundings): Block[] {
  return nodes.filter(isFlow).flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return paragraph(runsOf(node.children, around.defined));
      case 'heading': {
        const runs = runsOf(node.children, around.defined);
        const level = Math.min(node.depth, 4) as 1 | 2 | 3 | 4;
        return runs.length === 0 ? [] : [{ type: 'heading', level, runs }];
      }
      case 'code':
        return plainBlocks(node.value);
      case 'blockquote': {
        const blocks = blocksOf(node.children, deeper(around));
        return blocks.length === 0 || around.depth >= MAX_DEPTH ? blocks : [{ type: 'quote', blocks }];
      }
      case 'list':
        return listOf(node, around);
      case 'table':
        return tableOf(node, around);
      case 'thematicBreak':
        return [{ type: 'rule' }];
      case 'html':
        // Markdown inside HTML was meant as Markdown; what still looks like a tag is text now.
        return blocksOf(parse(textOfHtml(node.value), [...OFF, ...HTML]), around);
    }
  });
}

function blocksOfSegment(segment: Segment, defined: ReadonlySet<string>): Block[] {
  if (segment.reading === 'plain') return plainBlocks(segment.text);
  try {
    return blocksOf(parse(segment.text, OFF), { defined, depth: 0 });
  } catch {
    // Input made to overflow the parser's stack must not take the pane with it.
    return plainBlocks(segment.text);
  }
}

const afterAll = (segments: readonly Segment[], defined: ReadonlySet<string>) =>
  segments.flatMap((segment) => blocksOfSegment(segment, defined));

/**
 * What a model wrote as blocks: no address, image, script or style gets through; raw HTML becomes its text, links
 * their label, images their alternative text. Line breaks stay line breaks, because letters have address lines.
 * @param markdown untrusted; what goes beyond `MAX_ANSWER_CHARS` is left out
 */
export function toBlocks(markdown: string): Block[] {
  const pieces = segmenter();
  const segments = [...pieces.feed(markdown), ...pieces.end()];
  return afterAll(segments, pieces.defined);
}

/** An answer that is still being written. */
export interface BlockStream {
  /**
   * Takes the next part, cut anywhere. Returns the blocks so far; those that are finished are the same objects as
   * before, so that they need not be rendered again. Syntax that is open at the end is closed or held back.
   */
  push(text: string): Block[];
  /** The text is complete: returns exactly what `toBlocks` returns for the whole. */
  end(): Block[];
}

/** Parses an answer while it streams: finished parts once, only the open end again at each push. */
export function blockStream(): BlockStream {
  const pieces = segmenter();
  const finished: { segment: Segment; blocks: Block[] }[] = [];
  const keep = (segments: Segment[]) => {
    for (const segment of segments)
      finished.push({ segment, blocks: blocksOfSegment(segment, pieces.defined) });
  };
  return {
    push(text) {
      keep(pieces.feed(text));
      const open = pieces.open();
      const tail = { ...open, text: open.reading === 'plain' ? open.text : completed(open) };
      return [...finished.flatMap(({ blocks }) => blocks), ...blocksOfSegment(tail, pieces.defined)];
    },
    end() {
      keep(pieces.end());
      const mayRefer = ({ text }: Segment) => pieces.defined.size > 0 && text.includes('[');
      return finished.flatMap(({ segment, blocks }) =>
        mayRefer(segment) ? blocksOfSegment(segment, pieces.defined) : blocks,
      );
    },
  };
}
