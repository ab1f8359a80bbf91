import type { Block } from '../../contract/rich.ts';
import type { Line } from './pdf-lines.ts';
import { placedBlocks } from './plain-text.ts';

/** Letters so many times as high as those of most of the text are a heading's. */
const HEADING_SIZE = 1.12;
const MAX_HEADING_CHARS = 250;
/** Distance of two lines, in usual distances, from which a new paragraph begins. */
const PARAGRAPH_GAP = 1.3;

const ITEM = /^(?:[-–•▪·*] |\(?\d{1,3}[.)] |\(?[a-z]\) |§+ \d)/;

/** First and last page that a block stands on, counted from 1. */
export type Pages = [first: number, last: number];

/**
 * Lines as headings, paragraphs, lists and tables.
 * @returns the pages of each block beside it; one that runs over the end of a page belongs to both
 */
export function layOut(lines: Line[]): { blocks: Block[]; pages: Pages[] } {
  const levelOf = headingLevels(lines);
  const usual = usualGap(lines);
  const edges = rightEdges(lines);
  const blocks: Block[] = [];
  const pages: Pages[] = [];
  let text: { words: string; pages: Pages }[] = [];
  const flush = () => {
    for (const { block, from, end } of placedBlocks(text.map(({ words }) => words).join('\n'))) {
      blocks.push(block);
      pages.push([text[from]?.pages[0] ?? 1, text[end - 1]?.pages[1] ?? 1]);
    }
    text = [];
  };
  let last: Line | null = null;
  for (const line of lines) {
    const level = levelOf(line);
    const heading = blocks.at(-1);
    if (level !== null) {
      const goesOn =
        heading?.type === 'heading' &&
        text.length === 0 &&
        last !== null &&
        levelOf(last) === level &&
        last.page === line.page &&
        last.y - line.y < line.size * 1.8;
      flush();
      if (goesOn) heading.runs = [{ text: join(heading.runs[0]?.text ?? '', line.text), marks: [] }];
      else {
        blocks.push({ type: 'heading', level, runs: [{ text: line.text, marks: [] }] });
        pages.push([line.page + 1, line.page + 1]);
      }
    } else {
      const place = last && levelOf(last) === null ? between(last, line, usual, edges) : 'paragraph';
      const page = line.page + 1;
      const above = place === 'joined' ? text.pop() : undefined;
      if (above) text.push({ words: join(above.words, line.text), pages: [above.pages[0], page] });
      else {
        if (place === 'paragraph') text.push({ words: '', pages: [page, page] });
        text.push({ words: line.text, pages: [page, page] });
      }
    }
    last = line;
  }
  flush();
  return { blocks, pages };
}

function between(
  above: Line,
  line: Line,
  usual: number,
  edges: (line: Line) => number,
): 'joined' | 'line' | 'paragraph' {
  if (line.text.includes('\t') || above.text.includes('\t'))
    return above.page === line.page ? 'line' : 'paragraph';
  // The line had room for the first word of the next one, so it was ended on purpose.
  const letter = (above.right - above.x) / Math.max(above.text.length, 1);
  const word = line.text.split(' ', 1)[0]?.length ?? 0;
  const ended = above.right + (word + 1) * letter < edges(above) && !/[-‐\u00AD]$/.test(above.text);
  if (above.page !== line.page) {
    return ended || ITEM.test(line.text) || /[.!?:]$/.test(above.text) ? 'paragraph' : 'joined';
  }
  const gap = above.y - line.y;
  if (gap > usual * PARAGRAPH_GAP || gap < -usual || Math.abs(above.size - line.size) > 1) return 'paragraph';
  return ended || ITEM.test(line.text) ? 'line' : 'joined';
}

/** Joins two lines of a paragraph and undoes the hyphenation between them, but keeps "Vor- und Nachname". */
function join(above: string, line: string): string {
  const cut = /\p{L}[-‐\u00AD]$/u.test(above);
  if (!cut || /^(?:und|oder|bzw|sowie|bis|noch|als)\b/.test(line)) return `${above} ${line}`;
  const soft = above.endsWith('\u00AD');
  return soft || /^\p{Ll}/u.test(line) ? above.slice(0, -1) + line : above + line;
}

/** Levels of headings by the height of letters: the largest is the first. */
function headingLevels(lines: Line[]): (line: Line) => 1 | 2 | 3 | 4 | null {
  const round = ({ size }: Line) => Math.round(size * 2) / 2;
  const chars = new Map<number, number>();
  for (const line of lines) chars.set(round(line), (chars.get(round(line)) ?? 0) + line.text.length);
  const body = [...chars].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0];
  const large = [...chars.keys()]
    .filter((size) => size >= body * HEADING_SIZE)
    .sort((one, other) => other - one);
  return (line) => {
    const at = large.indexOf(round(line));
    if (at === -1 || line.text.length > MAX_HEADING_CHARS || !/\p{L}{2}/u.test(line.text)) return null;
    return Math.min(at + 1, 4) as 1 | 2 | 3 | 4;
  };
}

/** The distance that most lines have to the one above. */
function usualGap(lines: Line[]): number {
  const gaps = lines
    .flatMap((line, index) => {
      const above = lines[index - 1];
      const gap = above && above.page === line.page ? above.y - line.y : 0;
      return gap > line.size * 0.8 && gap < line.size * 2.5 ? [gap] : [];
    })
    .sort((one, other) => one - other);
  // Rather the smaller gaps: many short paragraphs make the median one between paragraphs.
  return gaps[Math.floor(gaps.length * 0.4)] ?? (lines[0]?.size ?? 10) * 1.3;
}

/** How far to the right the lines reach that begin at the same left edge. */
function rightEdges(lines: Line[]): (line: Line) => number {
  const key = ({ page, x }: Line) => `${page} ${Math.round(x / 12)}`;
  const edges = new Map<string, number>();
  for (const line of lines) edges.set(key(line), Math.max(edges.get(key(line)) ?? 0, line.right));
  return (line) => edges.get(key(line)) ?? line.right;
}
