import type { Span } from './span.ts';

/** What tells how much of a stretch of a text lies within others. One look costs as much as the stretch is long. */
export function coverOf(
  text: string,
  spans: readonly Span[],
): (span: Span) => { whole: boolean; partly: boolean } {
  // Without any, not even the room for the marks is needed.
  if (spans.length === 0) return () => ({ whole: false, partly: false });
  const covered = new Uint8Array(text.length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  return ({ start, end }) => {
    const marks = covered.subarray(start, end);
    return { whole: !marks.includes(0), partly: marks.includes(1) };
  };
}
