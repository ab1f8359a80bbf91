import { findGaps } from '../../contract/gaps.ts';
import type { Mark, Run } from '../../contract/rich.ts';
import { cleanText } from '../output/clean.ts';

/** A stretch of text that looks the same from end to end and holds no line break. */
export interface Piece {
  text: string;
  marks: ReadonlySet<Mark>;
  /** Part of a `[[Bitte ergänzen: …]]`. */
  gap: boolean;
  /** Line breaks that follow. */
  breaksAfter: number;
  /** A footnote behind it. */
  note?: string;
}

/**
 * Runs cut at line breaks and at the borders of gaps, so that each piece can be inserted with one call.
 * A gap is found across runs: models like to make its words bold. Breaks at the start and at the end are left out.
 */
export function piecesOf(runs: readonly Run[]): Piece[] {
  const cleaned = runs.map((run) => ({
    marks: new Set(run.marks),
    note: run.note,
    // Word reads control characters as ends of paragraphs, pages and cells.
    text: cleanText(run.text),
  }));
  const gaps = findGaps(cleaned.map((run) => run.text).join(''));
  const pieces: Piece[] = [];
  let runStart = 0;
  for (const { text, marks, note } of cleaned) {
    for (const [start, end] of cuts(text, runStart, gaps)) {
      const gap = gaps.some((one) => one.start <= runStart + start && runStart + end <= one.end);
      addLines(pieces, text.slice(start, end), marks, gap);
    }
    const ends = pieces.at(-1);
    // The last piece is this run's own only where the run has letters.
    if (note !== undefined && ends !== undefined && text.trim() !== '') ends.note = cleanText(note);
    runStart += text.length;
  }
  const last = pieces.at(-1);
  if (last !== undefined) last.breaksAfter = 0;
  return pieces;
}

/** Offsets in the run between which nothing changes. */
function cuts(
  text: string,
  runStart: number,
  gaps: readonly { start: number; end: number }[],
): [number, number][] {
  const borders = gaps
    .flatMap((gap) => [gap.start - runStart, gap.end - runStart])
    .filter((offset) => offset > 0 && offset < text.length);
  const edges = [0, ...borders, text.length];
  return edges
    .slice(1)
    .map((end, index): [number, number] => [edges[index] ?? 0, end])
    .filter(([start, end]) => end > start);
}

function addLines(pieces: Piece[], text: string, marks: ReadonlySet<Mark>, gap: boolean): void {
  text.split('\n').forEach((line, index) => {
    const previous = pieces.at(-1);
    if (index > 0 && previous !== undefined) previous.breaksAfter += 1;
    if (line !== '') pieces.push({ text: line, marks, gap, breaksAfter: 0 });
  });
}
