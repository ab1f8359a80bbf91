import { endOfDate } from './numbers/dates.ts';
import type { Candidate } from './span.ts';

/** What may stand between a name and the day its bearer was born on. */
const BETWEEN = /[ \t]{0,8}(?:,[ \t]{0,8}(?:\n[ \t]{0,8})?|[([][ \t]{0,4}|\|[ \t]{0,40})\*?[ \t]{0,4}/uy;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/gu;
const FIRST_YEAR = /^\d{4}/u;
const LAST_YEAR = /(\d{2,4})$/u;
/** Who is younger is named together with the date of something else as a rule. */
const MIN_AGE_YEARS = 2;
const SHORT_YEAR = 100;
/** No text with a single date is older than this program. */
const NOT_BEFORE = 2026;

/**
 * Dates right behind a person's name, without a label: „Reich, Eugen, 02.02.1941“, „Jerome (23.06.1994)“. A date as young
 * as the text itself is that of a visit or a letter.
 * @param persons of this text
 */
export function birthDatesBehind(text: string, persons: readonly Candidate[]): Candidate[] {
  if (persons.length === 0) return [];
  const years = [...text.matchAll(YEAR)]
    .map(({ 0: year, index }) => ({ year: Number(year), index }))
    .sort((a, b) => b.year - a.year);
  // The date in question says nothing of when the text was written.
  const writtenBeside = (start: number, stop: number) =>
    years.find(({ index }) => index < start || index >= stop)?.year ?? NOT_BEFORE;
  return persons.flatMap(({ end }) => {
    BETWEEN.lastIndex = end;
    const between = BETWEEN.exec(text);
    if (between === null) return [];
    const start = end + between[0].length;
    const stop = endOfDate(text, start, { compact: false });
    if (stop === null || !isBirth(text.slice(start, stop), writtenBeside(start, stop))) return [];
    return [{ start, end: stop, kind: 'birthdate' as const, rule: 'behind-name', weight: 1 as const }];
  });
}

function isBirth(date: string, written: number): boolean {
  const year = FIRST_YEAR.exec(date)?.[0] ?? LAST_YEAR.exec(date)?.[1];
  if (year === undefined) return false;
  // Two figures of this century could as well be the year of the text.
  if (year.length === 2) return Number(year) > written % SHORT_YEAR;
  return Number(year) <= written - MIN_AGE_YEARS || Number(year) < 2000;
}
