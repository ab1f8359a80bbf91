import { MONTH_NAMES } from '../../text/dates.ts';

const ROMAN = 'I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII';
const ROMANS = ROMAN.split('|');
/** The first three letters tell the months apart in every way of writing. */
const MONTHS = [
  ...MONTH_NAMES.map((name) => name.slice(0, 3).toLowerCase()),
  'mae',
  'mrz',
  'jän',
  'dec',
  'oct',
  'may',
];
const MONTH_OF = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 3, 3, 1, 12, 10, 5];
const NAMES =
  'january|januar|february|march|may|june|july|october|december|jänner|jan|februar|feber|feb|märz|maerz|mär|mrz|april|apr|mai|juni|jun|juli|jul|august|aug|september|sept|sep|oktober|okt|oct|november|nov|dezember|dez|dec';

const YEAR = "(?:1[89]\\d{2}|20\\d{2}|[’']?\\d{2})(?!\\d)";
const NUMERIC = new RegExp(
  `(\\d{1,2})\\s?([./-])\\s?(\\d{1,2}|(?:${ROMAN})(?=[ .]))\\s?\\2\\s?${YEAR}(?![./-]\\d)`,
  'uy',
);
const NAMED = new RegExp(
  `(\\d{1,2})\\s?(?:\\.|ten|te)?\\s{0,2}(${NAMES})(?!\\p{L})\\.?\\s{0,2}(?:${YEAR})?`,
  'iuy',
);
const ISO = /(?:18|19|20)\d{2}([-/.])(\d{1,2})\1(\d{1,2})(?![\d-])/uy;
const COMPACT = /(?:(\d{2})(\d{2})(?:18|19|20)\d{2}|(?:19|20)\d{2}(\d{2})(\d{2}))(?![\p{L}\d])/uy;

/** `12 3 1980`: only behind a label. */
const SPACED = /(\d{1,2}) (\d{1,2}) (?:(?:19|20)\d{2}|\d{2})(?![\p{L}\d]|[./-]\d)/uy;

function isDay(day: string | undefined, month: number): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && month >= 1 && month <= 12;
}

function monthOf(word: string): number {
  const roman = ROMANS.indexOf(word) + 1;
  return roman > 0 ? roman : Number(word);
}

/**
 * Where a date ends that begins at a place: `12.03.1980`, `12 . 3 . 80`, `12/03/1980`, `12. März 1980`, `1980-03-12`.
 *
 * @param options `compact` also takes `12031980` and `12 3 1980`, which are dates only behind a label
 * @returns the offset behind it, or null where no date begins there
 */
export function endOfDate(text: string, at: number, options: { compact: boolean }): number | null {
  NUMERIC.lastIndex = at;
  const numeric = NUMERIC.exec(text);
  if (numeric !== null && isDay(numeric[1], monthOf(numeric[3] ?? ''))) return at + numeric[0].length;
  NAMED.lastIndex = at;
  const named = NAMED.exec(text);
  if (named !== null) {
    const month = MONTH_OF[MONTHS.indexOf((named[2] ?? '').slice(0, 3).toLowerCase())] ?? 0;
    if (isDay(named[1], month)) return at + named[0].trimEnd().length;
  }
  ISO.lastIndex = at;
  const iso = ISO.exec(text);
  if (iso !== null && isDay(iso[3], Number(iso[2]))) return at + iso[0].length;
  if (!options.compact) return null;
  SPACED.lastIndex = at;
  const spaced = SPACED.exec(text);
  if (spaced !== null && isDay(spaced[1], Number(spaced[2]))) return at + spaced[0].length;
  COMPACT.lastIndex = at;
  const compact = COMPACT.exec(text);
  if (compact === null) return null;
  const [, day, month, lateMonth, lateDay] = compact;
  return isDay(day ?? lateDay, Number(month ?? lateMonth)) ? at + compact[0].length : null;
}

const LAST_DATE = new RegExp(
  `(?<![\\d.,/-])(?:\\d{1,2} ?[./-] ?\\d{1,2} ?[./-] ?\\d{2,4}|\\d{1,2} ?\\.\\s{0,2}(?:${NAMES})\\.?\\s{0,2}\\d{2,4}|\\d{4}-\\d{2}-\\d{2})$`,
  'iu',
);

/** Where the date begins that ends at a place; null where none does. */
export function startOfDate(text: string, end: number): number | null {
  const from = Math.max(0, end - 30);
  const found = LAST_DATE.exec(text.slice(from, end));
  if (found === null) return null;
  const start = from + found.index;
  return endOfDate(text, start, { compact: false }) === end ? start : null;
}
