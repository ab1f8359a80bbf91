import { analyseWord } from './analyse.ts';
import type { Query } from './analysed.ts';
import { referencesIn } from './references.ts';
import { tokensOf } from './tokens.ts';

/** A range of a text (UTF-16 offsets). */
export interface Mark {
  start: number;
  end: number;
}

/** Lighter terms were added from afar: they would mark half of the text. */
const LEAST_WEIGHT = 0.3;

/** Where words of the question stand in a text: ranges in order, without overlaps. */
export function marksIn(text: string, query: Query): Mark[] {
  const wanted = new Set(query.terms.filter(({ weight }) => weight >= LEAST_WEIGHT).map(({ term }) => term));
  const isWanted = (term: string) => wanted.has(term);
  const found = [
    ...referencesIn(text).filter(({ terms }) => terms.some(isWanted)),
    ...tokensOf(text).filter((token) => analyseWord(token.text).some(isWanted)),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const marks: Mark[] = [];
  for (const { start, end } of found) if (start >= (marks.at(-1)?.end ?? 0)) marks.push({ start, end });
  return marks;
}
