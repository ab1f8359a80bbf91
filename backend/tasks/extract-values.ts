import type { Field, PlainValue, ValueKind } from '../../contract/agents/value.ts';
import { normalText } from '../../contract/normal-text.ts';
import type { Day } from '../deadlines/calendar.ts';
import { phrasesIn } from '../deadlines/phrases.ts';
import { resolve } from '../deadlines/resolve.ts';
import { datesIn } from '../text/dates.ts';
import { readable } from '../text/sentences.ts';
import { saysNothing } from './summary-fields.ts';

/** Characters of one value; a longer one is a text and no field. */
export const MAX_VALUE_CHARS = 4_000;
/** A date, an amount or a number is read from no more. */
const MAX_FIGURE_CHARS = 200;
export const EMPTY: PlainValue = { kind: 'leer' };

const NOTHING =
  /^(?:nicht (?:enthalten|bekannt|vorhanden|ersichtlich|erwähnt)|unbekannt|ohne angaben?|leer|k\.\s?a\.|n\/?a|[-–—]|\[\[bitte ergänzen:[^\]]{0,300}\]\])[.\s]{0,4}$/iu;
const YES = /^(?:ja|yes|wahr|true|zutreffend|trifft zu)(?![\p{L}\p{N}])/iu;
const NO = /^(?:nein|no|falsch|false|nicht zutreffend|trifft nicht zu)(?![\p{L}\p{N}])/iu;
/** Behind "ja" or "nein" they take it back: "ja oder nein", "ja, aber". */
const TAKEN_BACK = /(?<!\p{L})(?:oder|aber|teilweise|vielleicht|bedingt)(?!\p{L})|\//iu;
const NUMBER =
  /(?<![\p{L}\d.,])(-?)\s?(\d{1,3}(?:[. ]\d{3}){1,4}|\d{1,15})(?:,(\d{1,9}|-{1,2}))?(?![\d])(?!,\d|\.\d)/gu;
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/^\s?(?:Tsd\.?|Tausend)(?!\p{L})/iu, 3],
  [/^\s?(?:Mio\.?|Millionen?)(?!\p{L})/iu, 6],
  [/^\s?(?:Mrd\.?|Milliarden?)(?!\p{L})/iu, 9],
];

/** Whether what was written for a field says that the source has nothing on it. */
export function isNotGiven(text: string): boolean {
  return saysNothing(text) || NOTHING.test(text.trim());
}

/** One line without Markdown and without quotation marks around it. */
export function plainLine(text: string): string {
  const line = readable(text);
  const inner = /^[„“"»‚'](.*)[“”"«‘'][.]?$/su.exec(line)?.[1];
  return (inner !== undefined && !/[„“”"»«]/u.test(inner) ? inner : line).trim().slice(0, MAX_VALUE_CHARS);
}

interface Decimal {
  negative: boolean;
  whole: string;
  fraction: string;
}

/** The one number of a text as Germans write it; null where there is none or more than one. */
function decimalIn(text: string): Decimal | null {
  // A dash that stands apart is a minus here, and the normal form would drop it.
  const line = text.replace(/[\u2010-\u2015\u2212]/gu, '-').replace(/\s/gu, ' ');
  const [found, ...others] = [...line.matchAll(NUMBER)];
  if (!found || others.length > 0) return null;
  const [all, sign = '', digits = '', behind = ''] = found;
  const times = TIMES.find(([word]) => word.test(line.slice(found.index + all.length)))?.[1] ?? 0;
  const places = /^\d/u.test(behind) ? behind.padEnd(times, '0') : '0'.repeat(times);
  return {
    negative: sign === '-' || /-\s?(?:€|EUR|Euro)\s?$/u.test(line.slice(0, found.index)),
    whole: digits.replace(/[. ]/gu, '') + places.slice(0, times),
    fraction: places.slice(times),
  };
}

/** Whole cents; null for parts of a cent and what no sum can be made with. */
function centsOf({ negative, whole, fraction }: Decimal): number | null {
  if (!/^\d{0,2}0*$/u.test(fraction)) return null;
  const cents = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  return Number.isSafeInteger(cents) ? (negative ? -cents : cents) || 0 : null;
}

/** The days that a text names or that follow from it, each once. */
export function daysOf(text: string, writing: Day | null): Day[] {
  const line = normalText(text.slice(0, MAX_VALUE_CHARS)).text;
  const named = datesIn(line).flatMap(({ iso }) => iso ?? []);
  const found = phrasesIn(line, true)
    .map((phrase) => resolve(phrase, writing)?.day)
    .filter((day) => day !== undefined);
  return [...new Set([...named, ...(named.length > 0 ? [] : found)])];
}

function optionIn(text: string, options: readonly string[]): string | null {
  const fold = (one: string): string =>
    normalText(one)
      .text.toLowerCase()
      .replace(/[\s.,;"]+$/u, '');
  const said = fold(text);
  const same = options.find((option) => fold(option) === said);
  if (same !== undefined) return same;
  // "Antrag (auf Erlass)": the one option that it begins with; with more than one it is no choice.
  const begun = options.filter((option) => {
    const start = fold(option);
    return start !== '' && said.startsWith(start) && !/[\p{L}\p{N}]/u.test(said.charAt(start.length));
  });
  const longest = begun.sort((a, b) => b.length - a.length)[0];
  return options.filter((option) => said.includes(fold(option)) && !longest?.includes(option)).length > 0
    ? null
    : (longest ?? null);
}

const readers: Record<ValueKind, (text: string, field: Field, writing: Day | null) => PlainValue> = {
  text: (text) => ({ kind: 'text', text }),
  zahl: (text) => {
    const found = decimalIn(text.slice(0, MAX_FIGURE_CHARS));
    const number = found && Number(`${found.negative ? '-' : ''}${found.whole}.${found.fraction || '0'}`);
    return number === null || Math.abs(number) > Number.MAX_SAFE_INTEGER ? EMPTY : { kind: 'zahl', number };
  },
  datum: (text, _, writing) => {
    const [day, ...others] = daysOf(text.slice(0, MAX_FIGURE_CHARS), writing);
    return day === undefined || others.length > 0 ? EMPTY : { kind: 'datum', date: day };
  },
  betrag: (text) => {
    const found = decimalIn(text.slice(0, MAX_FIGURE_CHARS));
    const cents = found && centsOf(found);
    return cents === null ? EMPTY : { kind: 'betrag', cents };
  },
  ja_nein: (text) => {
    const [yes, no] = [YES.test(text), NO.test(text)];
    return yes === no || TAKEN_BACK.test(text.slice(0, MAX_FIGURE_CHARS)) ? EMPTY : { kind: 'ja_nein', yes };
  },
  auswahl: (text, { options = [] }) => {
    const option = optionIn(text.slice(0, MAX_VALUE_CHARS), options);
    return option === null ? EMPTY : { kind: 'text', text: option };
  },
};

/**
 * What was written for a field, as its kind. A date is a day that is named with its year, or one that follows from the day
 * on which the source was written; an amount comes in whole cents; a choice is one of the options.
 * @param text one line without Markdown
 * @param writing the day on which the source was written; null where it does not say
 * @returns `leer` where the text is none of its kind, or could be two of it
 */
export function valueOf(text: string, field: Field, writing: Day | null): PlainValue {
  return text === '' || isNotGiven(text) ? EMPTY : readers[field.kind](text, field, writing);
}

const euro = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2 });
const plain = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 9, useGrouping: false });

/** A number or an amount as a statement has it, without its sign; its figures are compared with those of the passage. */
export function figureText(value: Extract<PlainValue, { kind: 'zahl' | 'betrag' }>): string {
  return value.kind === 'betrag'
    ? `${euro.format(Math.abs(value.cents) / 100)} €`
    : plain.format(Math.abs(value.number));
}
