import type { Stretch } from '../make/document.ts';

// White space and punctuation tell nobody anything.
const telling = /[\p{L}\p{M}\p{N}]/u;

/** Tells whether every letter and digit of a stretch lies in one of the spans, whatever their kinds. */
export function coverage(text: string, spans: readonly Stretch[]): (stretch: Stretch) => boolean {
  const isCovered = new Uint8Array(text.length);
  for (const { start, end } of spans) isCovered.fill(1, start, end);
  return ({ start, end }) => {
    for (let at = start; at < end; at += 1) {
      if (!isCovered[at] && telling.test(text[at] ?? '')) return false;
    }
    return true;
  };
}

export const overlaps = (one: Stretch, other: Stretch) => one.start < other.end && other.start < one.end;

export const overlapsAny = (one: Stretch, others: readonly Stretch[]) =>
  others.some((other) => overlaps(one, other));
