import { toMarkdown } from '../../../contract/markdown.ts';

/** What the person still has to fill in, in the form that the pane counts and highlights. */
export function gap(what: string): string {
  const plain = what
    .replace(/[[\]]/gu, ' ')
    .replace(/[\\*_`]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return `[[Bitte ergänzen: ${plain}]]`;
}

/** The value, or a gap where there is none. */
export function orGap(value: string, what: string): string {
  return value.trim() || gap(what);
}

/** The last line of an answer: that no language model wrote it. */
export function honestLine(what: string): string {
  return `*Ohne Sprachmodell – ${what}*`;
}

/** Plain text in Markdown: what would be read as formatting is escaped, the words stay. */
export function verbatim(text: string): string {
  return toMarkdown([{ type: 'paragraph', runs: [{ text, marks: [] }] }]);
}

/** A passage in German quotation marks, word for word. */
export function quote(text: string): string {
  return `„${verbatim(text)}“`;
}

/** At most `max` characters, cut at a blank and marked with an ellipsis. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const blank = text.lastIndexOf(' ', max - 2);
  return `${text.slice(0, blank > max / 2 ? blank : max - 2).replace(/[\s,;:–-]+$/u, '')} …`;
}

export function bullets(lines: string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** What a summary says and the words of the source that it rests on, in the form in which summaries are written. */
export interface Backed {
  /** Markdown of one line. */
  text: string;
  /** As it stands in the source. */
  passage: string;
}

/** Statements as list items, each with its passage below it as a quotation. */
export function backed(statements: readonly Backed[]): string {
  return statements
    .map(({ text, passage }) => [`- ${text}`, ...linesOf(passage).map((line) => `  > ${line}`)].join('\n'))
    .join('\n');
}

/** The words of a source as statements. */
export function asStatements(excerpts: readonly Backed[]): string {
  return backed(excerpts.map(({ text, passage }) => ({ text: verbatim(text), passage })));
}

function linesOf(passage: string): string[] {
  return passage
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A line that is about a summary and not one of its statements. */
export function remark(text: string): string {
  return `*${text.replace(/\*/gu, '')}*`;
}

/** Lines of one paragraph that keep their breaks in Markdown. */
export function lineBreaks(lines: string[]): string {
  return lines.join('  \n');
}

/** A table; pipes and breaks in a cell are replaced so that it stays one. */
export function table(header: string[], rows: string[][]): string {
  const line = (cells: string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/gu, '/').replace(/\s+/gu, ' ')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Parts of an answer with an empty line between them; empty parts are left out. */
export function joinParts(parts: string[]): string {
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n\n');
}
