/** A date as it was found in a text. */
export interface DateMention {
  /** Word for word. */
  text: string;
  /** Offsets in the text that was searched. */
  start: number;
  end: number;
  /** `2026-06-15`, or null where the year is not said. */
  iso: string | null;
}

/** January first, in full. */
export const MONTH_NAMES =
  'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'.split('|');
/** Monday first. */
export const WEEKDAY_NAMES = 'Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag'.split('|');

/** Other ways to write a month; in the order of `MONTH_NAMES`. */
const SHORT_MONTHS = [
  ...[['jänner', 'jan'], ['feb'], ['mrz'], ['apr'], [], ['jun']],
  ...[['jul'], ['aug'], ['sept', 'sep'], ['okt'], ['nov'], ['dez']],
];
const MONTHS = MONTH_NAMES.map((name, month) => [name.toLowerCase(), ...(SHORT_MONTHS[month] ?? [])]);

const NUMERIC = /(?<![\d.,/-])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2})(?!\d|[.,/]\d))?(?!\d)/gu;
const NAMED = new RegExp(
  `(?<![\\d.,])(\\d{1,2})\\.\\s?(${MONTHS.flat().join('|')})\\b\\.?(?:\\s(\\d{4}))?`,
  'giu',
);
const ISO = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu;

/** The calendar day, or null where it does not exist. */
function isoOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/** Two digits of a year as people write them today: 26 is 2026, 78 is 1978. */
function yearOf(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function mention(
  found: RegExpExecArray,
  day: number,
  month: number,
  year: string | undefined,
): DateMention | null {
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  const iso = year === undefined ? null : isoOf(yearOf(year), month, day);
  if (year !== undefined && iso === null) return null;
  return { text: found[0].trim(), start: found.index, end: found.index + found[0].trimEnd().length, iso };
}

/** Every date with a day ("15.06.2026", "3.12.", "15. Juni 2026", "2026-06-15"), in order; impossible days are left out. */
export function datesIn(text: string): DateMention[] {
  const found: (DateMention | null)[] = [];
  for (const m of text.matchAll(NUMERIC)) found.push(mention(m, Number(m[1]), Number(m[2]), m[3]));
  for (const m of text.matchAll(NAMED)) {
    const name = (m[2] ?? '').toLowerCase();
    found.push(mention(m, Number(m[1]), MONTHS.findIndex((names) => names.includes(name)) + 1, m[3]));
  }
  for (const m of text.matchAll(ISO)) found.push(mention(m, Number(m[3]), Number(m[2]), m[1]));
  return found.filter((date) => date !== null).sort((a, b) => a.start - b.start);
}
