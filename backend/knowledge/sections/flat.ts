import type { Block } from '../../../contract/rich.ts';
import { isBare, lineHeading, numberingOf } from './headings.ts';
import { type Line, linesOf } from './lines.ts';
import { type Placed, type Step, stepsOf } from './steps.ts';

/** Levels of headings that only their look tells: below all that are told as such. */
const NUMBERED_LEVEL = 5;
const LABEL_LEVEL = 6;
const MAX_LABEL = { chars: 90, words: 10, wordsWithColon: 3 };
/** Characters that stand at least below a label, so that no line of an address becomes one. */
const MIN_BELOW_LABEL = 120;
const MAX_TITLE_CHARS = 120;

type Look =
  { look: 'numbered'; row: boolean } | { look: 'label' } | { look: 'marked'; level: number; words: string };

/**
 * Finds headings that are none of the file's format, but lines that look like one: "§ 5 Wegstrecken", "5.1 Antrag",
 * "Abschnitt II", lines in bold, short lines that stand above their text, and `#` in a file that is no Markdown.
 * They count where they outnumber the headings proper (the title apart), since then the document has no other
 * structure.
 */
export function stepsWithLooks(placed: readonly Placed[]): Step[] {
  const plain = stepsOf(placed);
  const proper = plain.reduce((count, { type }) => (type === 'heading' ? count + 1 : count), 0);
  const lines = linesOf(placed);
  const looks = readLooks(lines, proper === 0);
  return looks.size <= proper ? plain : withLooks(lines, looks);
}

function readLooks(lines: readonly Line[], labels: boolean): Map<Line, Look> {
  const looks = new Map<Line, Look>();
  let expected = 1;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    const look = lookOf(line, next, labels);
    if (!look) continue;
    if (look.look === 'numbered' && look.row) {
      const numbering = numberingOf(line.text ?? '');
      const fits = numbering?.kind !== 'decimal' || numbering.number === expected;
      if (!fits || !next || (next.text !== null && lineHeading(next.text) !== null)) continue;
      if (numbering?.kind === 'decimal') expected = numbering.number + 1;
    }
    looks.set(line, look);
  }
  return looks;
}

/** @returns `row`: it is a heading only in a row of such headings with text below each, because a list looks the same */
function lookOf(line: Line, next: Line | undefined, labels: boolean): Look | null {
  const { text, bold, whole } = line;
  if (text === null) return null;
  const marked = /^(#{1,6}) (\S.{0,300})$/u.exec(text);
  if (marked) return { look: 'marked', level: Math.min(marked[1]?.length ?? 1, 4), words: marked[2] ?? '' };
  const found = lineHeading(text);
  if (found === 'sure') return { look: 'numbered', row: false };
  if (found === 'maybe' && (bold || whole)) return { look: 'numbered', row: !bold };
  if (!labels || !whole || !next || !isLabel(text)) return null;
  return (bold ? !next.bold : lengthOf(next) >= MIN_BELOW_LABEL) ? { look: 'label' } : null;
}

function isLabel(text: string): boolean {
  // "Außerdem haben wir zwei Fragen:" introduces, "Sachverhalt:" is a heading.
  const words = text.endsWith(':') ? MAX_LABEL.wordsWithColon : MAX_LABEL.words;
  if (text.length > MAX_LABEL.chars || text.split(' ').length > words) return false;
  return /^[\p{Lu}\d]/u.test(text) && !/[.!?,;…]$/u.test(text) && !/[€|]|\d{3}/u.test(text);
}

/** Characters of a line; a list or table is long enough for whatever stands above it. */
function lengthOf({ block, text }: Line): number {
  if (text !== null) return text.length;
  return block.type === 'list' || block.type === 'table' ? MIN_BELOW_LABEL : 0;
}

function withLooks(lines: readonly Line[], looks: ReadonlyMap<Line, Look>): Step[] {
  const steps: Step[] = [];
  let title: Line | null = null;
  /** The paragraph whose last line was text, for its next line to go on with. */
  let open: { of: Block; block: Extract<Block, { type: 'paragraph' }> } | null = null;
  for (const [at, line] of lines.entries()) {
    if (line === title) continue;
    const { block, pages } = line;
    const look = looks.get(line);
    if (look) {
      const next = lines[at + 1];
      title = next && isBare(line.text ?? '') && !looks.has(next) && isTitle(next) ? next : null;
      steps.push({ type: 'heading', ...headingOf(line, look, title), pages });
      open = null;
    } else if (open && open.of === line.of && block.type === 'paragraph') {
      open.block.runs.push({ text: '\n', marks: [] }, ...block.runs);
    } else if (block.type === 'paragraph' && !line.whole) {
      const own = { ...block, runs: [...block.runs] };
      open = { of: line.of, block: own };
      steps.push({ type: 'text', block: own, pages });
    } else {
      open = null;
      for (const step of stepsOf([{ block, pages }])) steps.push(step);
    }
  }
  return steps;
}

function headingOf(line: Line, look: Look, title: Line | null) {
  const text = line.text ?? '';
  switch (look.look) {
    case 'marked':
      return { text: look.words, level: look.level };
    case 'label':
      return { text, level: LABEL_LEVEL };
    case 'numbered':
      return { text: title?.text ? `${text} ${title.text}` : text, level: NUMBERED_LEVEL };
  }
}

/** The title below "§ 5": a short line that is no sentence. */
function isTitle({ text }: Line): boolean {
  if (text === null || text.length > MAX_TITLE_CHARS) return false;
  return /^[\p{Lu}(]/u.test(text) && !/[.!?,;:…]$/u.test(text) && !/^\(\d/u.test(text);
}
