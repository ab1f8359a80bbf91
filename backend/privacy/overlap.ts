import type { Candidate } from './span.ts';

/** Something worth masking is left of a stretch. */
const SUBSTANCE = /[\p{L}\p{N}]/u;

/**
 * Makes candidates that may overlap into such as do not. The weightier wins, of two alike the longer; of the loser, what
 * lies outside of the winner is kept, so that nothing that any rule found is left uncovered.
 * @returns in the order of the text
 */
export function withoutOverlaps(text: string, candidates: readonly Candidate[]): Candidate[] {
  const ranked = [...candidates].sort(
    (a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  // Sorted by start; each stretch is looked up by bisection, so that thousands of them stay cheap.
  const placed: Candidate[] = [];
  for (const candidate of ranked) {
    for (const rest of outside(candidate, placed)) {
      if (!SUBSTANCE.test(text.slice(rest.start, rest.end))) continue;
      placed.splice(firstFrom(placed, rest.start), 0, rest);
    }
  }
  return placed;
}

/** The parts of a candidate that none of the placed ones covers. */
function outside(candidate: Candidate, placed: readonly Candidate[]): Candidate[] {
  const rests: Candidate[] = [];
  let from = candidate.start;
  let at = Math.max(firstFrom(placed, candidate.start) - 1, 0);
  for (; at < placed.length; at++) {
    const other = placed[at] as Candidate;
    if (other.start >= candidate.end) break;
    if (other.end <= from) continue;
    if (other.start > from) rests.push(cut(candidate, from, other.start));
    from = Math.max(from, other.end);
  }
  if (from < candidate.end) rests.push(cut(candidate, from, candidate.end));
  return rests;
}

function cut(candidate: Candidate, start: number, end: number): Candidate {
  if (start === candidate.start && end === candidate.end) return candidate;
  // What a name means does not hold for a part of it.
  return { start, end, kind: candidate.kind, rule: candidate.rule, weight: candidate.weight };
}

/** Place of the first one that starts at or behind an offset. */
function firstFrom(placed: readonly Candidate[], start: number): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle] as Candidate).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
