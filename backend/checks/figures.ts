import type { Passage } from '../text/law.ts';
import { numeral } from '../text/numerals.ts';

const MULTIPLES: [RegExp, number][] = [
  [/Mrd|Milliarde/u, 1e9],
  [/Mio|Million/u, 1e6],
  [/Tsd|Tausend/u, 1e3],
  [/Cent/u, 0.01],
];

/** The value of a German figure as a plain decimal: "1.200,00 €", "1 200 Euro" and "1200" are all "1200". */
export function valueOf(text: string): string {
  const figure = /\d[\d.\s]*(?:,\d+)?/u.exec(text)?.[0] ?? '';
  const plain = figure
    .trim()
    .replaceAll(/[.\s](?=\d{3})/gu, '')
    .replace(/\.$/u, '')
    .replace(',', '.');
  const factor = MULTIPLES.find(([word]) => word.test(text))?.[1] ?? 1;
  const value = Number(plain) * factor;
  // Beyond that, digits would be lost.
  return plain.length > 15 || Number.isNaN(value) ? plain : String(Number(value.toPrecision(15)));
}

const ORDINALS = new Map(
  [
    ...['erste', 'zweite', 'dritte', 'vierte', 'fünfte', 'sechste', 'siebte', 'achte', 'neunte', 'zehnte'],
    ...['elfte', 'zwölfte'],
  ].map((word, index) => [word, String(index + 1)]),
);
/**
 * A figure in words is taken for a fact from two to twelve; "ein" is mostly the article, "erste" an order. "In zweifacher
 * Ausfertigung" and "in zwei Exemplaren" say the same.
 */
const COUNTED =
  /^(?:zwei(?:er)?|drei(?:er)?|(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)(?:fach(?:e[nrsm]?)?)?)$/u;

/** A figure with what it is worth. */
export interface Figure extends Passage {
  key: string;
}

/** What a word is worth as a number ("zwei", "dreißig", "dritten"); null where it is none. */
export function wordValue(word: string): string | null {
  const lower = word.toLowerCase();
  const cardinal = numeral(lower.replace(/(?<=^(?:zwei|drei))er$|(?<=\p{L}{3})fach(?:e[nrsm]?)?$/u, ''));
  return cardinal === null ? (ORDINALS.get(lower.replace(/(?<=e)[nrsm]$/u, '')) ?? null) : String(cardinal);
}

function isCounted(word: string): boolean {
  return COUNTED.test(word.toLowerCase());
}

const TIME =
  /(?<![\p{L}\d.,:])(?:([01]?\d|2[0-4])[:.]([0-5]\d)(?:\sUhr(?!\p{L})|(?<=:\d\d)(?![\d:]))|([01]?\d|2[0-4])\sUhr(?!\p{L}))/gu;
const NUMBER =
  /(?<![\p{L}\d.,])(?:\d{1,3}(?:\.\d{3}){1,5}|\d{1,40})(?:,\d{1,8})?(?:\s(?:Mio|Mrd|Tsd)\.|\s(?:Millione?n?|Milliarden?|Tausend)(?!\p{L}))?/gu;
const CODED = /(?<![\p{L}\d./-])(?:\p{Lu}{1,4}\d{1,8}|\d{1,4}\p{Lu}{1,4})(?![\p{L}\d])/gu;
const WORD = /(?<![\p{L}\d-])\p{L}{3,13}(?![\p{L}\d-])/gu;

/** Times of day; the key is "9:00" for "9 Uhr", "9.00 Uhr" and "09:00". */
export function timesIn(text: string): Figure[] {
  return [...text.matchAll(TIME)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
    key: `${Number(match[1] ?? match[3])}:${match[2] ?? '00'}`,
  }));
}

/** All other figures, also in words and as the number of a room or a class ("B12"). */
export function numbersIn(text: string): Figure[] {
  const found: Figure[] = [];
  const add = (match: RegExpExecArray, key: string): void => {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length, key });
  };
  for (const match of text.matchAll(NUMBER)) add(match, valueOf(match[0]));
  for (const match of text.matchAll(CODED)) add(match, match[0].toLowerCase());
  for (const match of text.matchAll(WORD)) {
    if (isCounted(match[0])) add(match, wordValue(match[0]) ?? '');
  }
  return found;
}
