import type { Block, Run } from '../../../contract/rich.ts';

/** The characters of runs, without their marks. */
export function plainOf(runs: readonly Run[]): string {
  return runs.length === 1 ? (runs[0]?.text ?? '') : runs.map(({ text }) => text).join('');
}

/** The text of every paragraph, heading and cell of some blocks, in order. */
export function* textsOf(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        yield plainOf(block.runs);
        break;
      case 'quote':
        yield* textsOf(block.blocks);
        break;
      case 'list':
        for (const item of block.items) yield* textsOf(item);
        break;
      case 'table':
        for (const row of block.rows) for (const cell of row) yield plainOf(cell);
        break;
      case 'rule':
    }
  }
}

/** Whether a text says anything: it has a letter or a digit. */
export function says(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** One line: blanks and breaks as one blank, none around it. */
export function lineOf(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** At most so many characters, cut at a blank where there is one in its last third, with an ellipsis then. */
export function shortened(text: string, chars: number): string {
  if (text.length <= chars) return text;
  const blank = text.lastIndexOf(' ', chars - 1);
  return `${text.slice(0, blank > (chars * 2) / 3 ? blank : chars - 1).toWellFormed()}…`;
}

/** The part of runs between two offsets in their characters. */
export function sliceRuns(runs: readonly Run[], start: number, end: number): Run[] {
  const part: Run[] = [];
  let at = 0;
  for (const { text, marks } of runs) {
    const piece = text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (piece !== '') part.push({ text: piece, marks });
    at += text.length;
    if (at >= end) break;
  }
  return part;
}
