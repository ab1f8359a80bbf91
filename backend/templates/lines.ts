import type { Block, Run } from '../../contract/rich.ts';

/** The words of runs, without their marks. */
export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** The lines of a paragraph, each with its runs. */
export function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const { text, marks } of runs) {
    for (const [at, piece] of text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ text: piece, marks });
    }
  }
  return lines;
}

/** A paragraph of these lines; nothing where they say nothing. */
export function paragraphOf(lines: readonly Run[][]): Block[] {
  const runs = lines.flatMap((line, at) => (at === 0 ? line : [{ text: '\n', marks: [] }, ...line]));
  return textOf(runs).trim() === '' ? [] : [{ type: 'paragraph', runs }];
}

/** Whether all that can be seen of a text is bold. */
export function isBold(runs: readonly Run[]): boolean {
  const seen = runs.filter(({ text }) => text.trim() !== '');
  return seen.length > 0 && seen.every(({ marks }) => marks.includes('bold'));
}
