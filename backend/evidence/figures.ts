import { normalText } from '../../contract/normal-text.ts';
import { datesIn } from '../text/dates.ts';
import { amountsIn } from '../text/facts.ts';
import { numeral } from '../text/numerals.ts';

/** A date, an amount, a period or any other number of a text. */
interface Figure {
  /** Word for word, in normal form. */
  text: string;
  start: number;
  /** What it says, without regard to how it is written; one of them in a passage is enough. */
  wants: string[];
  /** What a text says that has it. */
  gives: string[];
}

const MONTHS = 'januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember';
const MONTH_NAMES =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const WEEKDAY_NAMES = 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'.split(' ');
const MONTH_OF_YEAR = new RegExp(`(?<!\\p{L})(${MONTHS})\\s(\\d{4})(?!\\d)`, 'giu');
const MONTH = new RegExp(`(?<!\\p{L})(${MONTH_NAMES.join('|')})(?:s|es)?(?!\\p{L})`, 'gu');
const WEEKDAY = new RegExp(`(?<!\\p{L})(${WEEKDAY_NAMES.join('|')}|Sonnabend)(?:s|e[ns]?)?(?!\\p{L})`, 'giu');
const ORDINALS = ['erste', 'zweite', 'dritte', 'vierte'];
const ROMAN = ['i', 'ii', 'iii', 'iv'];
/** "das zweite Quartal", "3. Quartal", "IV. Quartal", "2. Halbjahr". */
const PART_OF_YEAR = new RegExp(
  `(?<![\\p{L}\\d])(?:(${ORDINALS.join('|')})[nrms]?|([1-4])\\.|(I{1,3}|IV)\\.?)\\s(Quartal|Vierteljahr|Halbjahr|Jahreshälfte)(?:e?s)?(?!\\p{L})`,
  'giu',
);
const QUARTER = /(?<![\p{L}\d])Q([1-4])(?![\p{L}\d])/gu;
/** "Monatsende", "Ende des Quartals". */
const END_OF =
  /(?<!\p{L})(?:(Monats|Quartals|Jahres)ende|(?:Ende|Ablauf)\s(?:des|dieses)\s(?:(?:nächsten|kommenden|laufenden|aktuellen)\s)?(Monats|Quartals|Vierteljahres|Jahres|Kalenderjahres))(?!\p{L})/gu;
/** "zweimal", "2-mal", "dreifach"; "einmal" may be any time. */
const TIMES_OF =
  /(?<![\p{L}\d])(?!einmal(?!ig))(\p{L}{3,20}?|\d{1,4})[-\s]?(?:mal(?:ig\p{L}{0,2})?|fach(?:e[nmrs]?)?)(?!\p{L})/giu;
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^minute/iu, 'minute'],
  [/^stunde|^stünd/iu, 'stunde'],
  [/^werkt/iu, 'werktag'],
  [/^arbeitst/iu, 'arbeitstag'],
  [/^(?:kalender)?t[aä]g/iu, 'tag'],
  [/^w[oö]ch/iu, 'woche'],
  [/^monat/iu, 'monat'],
  [/^quartal/iu, 'quartal'],
  [/^jahr|^jähr/iu, 'jahr'],
];
const PERIOD =
  /(?<![\p{L}\p{N}.,])(\d{1,4}|\p{L}{3,40})\s(Minuten?|Stunden?|Werktag(?:e[ns]?|s)?|Arbeitstag(?:e[ns]?|s)?|(?:Kalendert|T)ag(?:e[ns]?|s)?|Wochen?|Monat(?:s|es|en|e)?|Quartal(?:s|en|e)?|Jahr(?:es|en|e|s)?)(?!\p{L})/gu;
/** "zweiwöchig", "14-tägige". */
const PERIOD_ADJECTIVE =
  /(?<![\p{L}\p{N}])(\d{1,4}|\p{L}{3,20}?)-?(stündig|tägig|wöchig|monatig|jährig)(?:e[nmrs]?)?(?!\p{L})/gu;
const PERIOD_NOUN = /(?<!\p{L})(Tages|Wochen|Monats|Jahres)frist(?!\p{L})/gu;
const TIME = /(?<![\d.,:])(\d{1,2})(?:[:.](\d{2}))?\s?(?:Uhr|h)(?!\p{L})/gu;
const SHARE = /(?<![\p{L}\d.,])(\d{1,6}(?:,\d{1,6})?|\p{L}{3,40})\s?(?:%|Prozent(?!\p{L})|v\.\s?H\.)/gu;
const SPOKEN_MONEY = /(?<![\p{L}\p{N}])(\p{L}{3,60})\s(Euro|Cent)(?!\p{L})/gu;
const NUMBER = /(?<![\p{L}\d])\d{1,30}(?:[.,]\d{1,30}){0,8}(?:[a-z](?!\p{L}))?/gu;
const TIMES: readonly (readonly [RegExp, number])[] = [
  [/Mio|Million/u, 1e6],
  [/Mrd|Milliarde/u, 1e9],
  [/Tsd|Tausend/u, 1e3],
  [/Cent/u, 0.01],
];

/** A number as Germans write it: "1.200", "1200,00" and "1.200,-" are the same; "2.1" is no number but a place. */
function valueOf(digits: string): string {
  const plain = digits.replace(/,-{1,2}$/u, '').replaceAll(' ', '');
  if (/^\d{1,3}(?:\.\d{3}){1,8}(?:,\d{1,30})?$/u.test(plain)) {
    return `${Number(plain.replaceAll('.', '').replace(',', '.'))}`;
  }
  return /^\d{1,30}(?:,\d{1,30})?$/u.test(plain) ? `${Number(plain.replace(',', '.'))}` : plain;
}

function moneyOf(text: string): string {
  const value = Number(valueOf(/\d[\d. ]*(?:,(?:\d{1,2}|-{1,2}))?/u.exec(text)?.[0] ?? ''));
  const times = TIMES.find(([word]) => word.test(text))?.[1] ?? 1;
  return `${Math.round(value * times * 100) / 100}`;
}

type Found = Omit<Figure, 'start'> | null;

function same(text: string, means: string): Found {
  return { text, wants: [means], gives: [means] };
}

function counted(text: string, count: number | null, word: string): Found {
  const unit = UNITS.find(([sign]) => sign.test(word))?.[1];
  if (count === null || unit === undefined) return null;
  const period = `period ${count} ${unit}`;
  return { text, wants: [period], gives: [period, `number ${count}`] };
}

/** What stands before a number that counts nothing: "§ 20", "§§ 5 bis 20", "Az. 12", "im Jahr 2026". */
const PLACE =
  /(?:§|(?<!\p{L})(?:Abs|Absatz|Absätze|Art|Artikel|Nr|Nrn|Nummer|Az|Aktenzeichen|Satz|Ziff|Ziffer|Anlage|Abschnitt|Kapitel|Seite|S|Tel|Jahr(?:e[ns]?|s)?))[.:]{0,2}\s?(?:[\d./-]{1,12}\p{L}?\s?(?:,|und|oder|bis|u\.|-)\s?){0,6}$/iu;
/** Behind a number: what it counts. */
const COUNTED = /^(?:\.-)?\s(?:\p{Ll}{2,25}\s){0,2}(?:\p{Lu}\p{L}|[€%])/u;
const YEAR = /^(?:19|20)\d{2}$/u;

/** Whether a number stands alone, so that it may be a value whose unit is understood. */
function isBare(text: string, start: number, digits: string): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const behind = text.slice(start + digits.length, start + digits.length + 80);
  if (YEAR.test(digits) || PLACE.test(before) || COUNTED.test(behind)) return false;
  return !/[\p{L}\d][-/:]$/u.test(before) && !/^[-/:][\p{L}\d]/u.test(behind);
}

/** A value with a unit; where the passage has the number alone, its unit is understood. */
function measured(text: string, unit: 'money' | 'share', value: string): Found {
  return {
    text,
    wants: [`${unit} ${value}`, `bare ${value}`],
    gives: [`${unit} ${value}`, `number ${value}`],
  };
}

/** Takes each kind of figure out of a text in turn, so that no digit counts twice. */
class Finder {
  readonly figures: Figure[] = [];
  private rest: string;

  constructor(text: string) {
    this.rest = text;
  }

  take(start: number, length: number, found: Found): void {
    if (!found) return;
    this.figures.push({ ...found, start });
    this.rest = this.rest.slice(0, start) + '\u0000'.repeat(length) + this.rest.slice(start + length);
  }

  each(pattern: RegExp, read: (match: RegExpExecArray) => Found): void {
    for (const match of this.rest.matchAll(pattern)) this.take(match.index, match[0].length, read(match));
  }

  spans(
    find: (text: string) => { text: string; start: number; end: number; iso?: string | null }[],
    read: (text: string, iso: string | null) => Found,
  ): void {
    for (const { text, start, end, iso } of find(this.rest))
      this.take(start, end - start, read(text, iso ?? null));
  }
}

/** A day without its year, as "--12-15". */
function dayOfYear(date: string): string {
  // 2000 was a leap year, so every day of a year can be read with it.
  return `-${(datesIn(`${date} 2000`)[0]?.iso ?? '').slice(4)}`;
}

function figuresIn(text: string): Figure[] {
  const finder = new Finder(text);
  finder.spans(datesIn, (date, iso) => {
    // "2.1." at the end of a sentence may be a day or the number of a section.
    const number = `number ${valueOf(date.replace(/\.$/u, ''))}`;
    if (iso === null) {
      const day = dayOfYear(date);
      return { text: date, wants: [day], gives: [day, `month ${Number(day.slice(2, 4))}`, number] };
    }
    const gives = [
      iso,
      `-${iso.slice(4)}`,
      `month ${iso.slice(0, 7)}`,
      `month ${Number(iso.slice(5, 7))}`,
      `weekday ${new Date(iso).getUTCDay()}`,
      `number ${Number(iso.slice(0, 4))}`,
    ];
    return { text: date, wants: [iso], gives };
  });
  finder.each(MONTH_OF_YEAR, ([all, name = '', year = '']) => {
    const iso = datesIn(`1. ${name} ${year}`)[0]?.iso?.slice(0, 7);
    return iso === undefined
      ? null
      : {
          text: all,
          wants: [`month ${iso}`],
          gives: [`month ${iso}`, `month ${Number(iso.slice(5))}`, `number ${Number(year)}`],
        };
  });
  finder.each(END_OF, ([all, one, other = '']) => {
    const stretch = (one ?? other).replace('Kalenderj', 'J').replace('Vierteljahres', 'Quartals');
    return same(all, `end ${stretch}`);
  });
  finder.each(PART_OF_YEAR, ([all, word, digit, roman, part = '']) => {
    const which =
      digit ?? `${1 + (word === undefined ? ROMAN : ORDINALS).indexOf((word ?? roman ?? '').toLowerCase())}`;
    return same(all, /^[qv]/iu.test(part) ? `quarter ${which}` : `half ${which}`);
  });
  finder.each(QUARTER, ([all, which = '']) => same(all, `quarter ${which}`));
  finder.each(MONTH, ([all, name = '']) => same(all, `month ${MONTH_NAMES.indexOf(name) + 1}`));
  finder.each(WEEKDAY, ([all, name = '']) => {
    const day = WEEKDAY_NAMES.findIndex((one) => one.toLowerCase() === name.toLowerCase());
    return same(all, `weekday ${day < 0 ? 6 : day}`);
  });
  finder.each(TIMES_OF, ([all, word = '']) => {
    const count = numeral(word);
    return count === null ? null : same(all, `times ${count}`);
  });
  finder.each(TIME, ([all, hours = '', minutes = '00']) => {
    const time = `time ${Number(hours)}:${minutes}`;
    return { text: all, wants: [time], gives: [time, `number ${Number(hours)}`] };
  });
  finder.each(PERIOD, ([all, count = '', unit = '']) => counted(all, numeral(count), unit));
  finder.each(PERIOD_ADJECTIVE, ([all, count = '', unit = '']) => counted(all, numeral(count), unit));
  finder.each(PERIOD_NOUN, ([all, unit = '']) => counted(all, 1, unit));
  finder.spans(amountsIn, (amount) => measured(amount, 'money', moneyOf(amount)));
  finder.each(SPOKEN_MONEY, ([all, word = '', unit = '']) => {
    const value = numeral(word);
    return value === null ? null : measured(all, 'money', `${unit === 'Cent' ? value / 100 : value}`);
  });
  finder.each(SHARE, ([all, digits = '']) => {
    const value = /^\d/u.test(digits) ? valueOf(digits) : `${numeral(digits) ?? ''}`;
    return value === '' ? null : measured(all, 'share', value);
  });
  finder.each(NUMBER, ({ 0: all, index }) => {
    const value = valueOf(all);
    const gives = [`number ${value}`, ...(isBare(text, index, all) ? [`bare ${value}`] : [])];
    return { text: all, wants: [`number ${value}`], gives };
  });
  return finder.figures.sort((a, b) => a.start - b.start);
}

/** What a text says in figures; number words count too, so that "2 Anlagen" is found in "zwei Anlagen". */
function givenBy(text: string): Set<string> {
  const given = new Set(figuresIn(text).flatMap(({ gives }) => gives));
  for (const [word] of text.matchAll(/\p{L}{3,60}/gu)) {
    const value = numeral(word);
    if (value !== null && !/^ein/iu.test(word)) given.add(`number ${value}`);
  }
  return given;
}

const TABLE_UNITS: readonly (readonly [RegExp, 'money' | 'share'])[] = [
  [/€|(?<!\p{L})(?:EUR|Euro)(?!\p{L})/u, 'money'],
  [/%|(?<!\p{L})Prozent(?!\p{L})|v\.\s?H\./u, 'share'],
];

/** The values of the rows of a table whose unit stands in its header or elsewhere in the row. */
function givenByTable(passage: string, header: string): string[] {
  return passage.split('\n').flatMap((row) => {
    if (!/[|\t]/u.test(row)) return [];
    const units = TABLE_UNITS.filter(([sign]) => sign.test(`${header}\n${row}`));
    const values = row
      .split(/[|\t]/u)
      .map((cell) => normalText(cell).text)
      .filter((cell) => /^\d[\d.]{0,30}(?:,(?:\d{1,6}|-{1,2}))?$/u.test(cell));
    return values.flatMap((value) => units.map(([, unit]) => `${unit} ${valueOf(value)}`));
  });
}

/** What a passage says in figures, found out once for many questions. */
export interface Given {
  readonly figures: ReadonlySet<string>;
}

/**
 * Reads the figures of a passage.
 * @param header of the table that the passage is a row of, for the units of its values; empty elsewhere
 */
export function figuresGiven(passage: string, header = ''): Given {
  const figures = givenBy(normalText(passage).text);
  for (const value of givenByTable(passage, header)) figures.add(value);
  return { figures };
}

/**
 * The dates, amounts, periods and other numbers of a statement that a passage does not have. They are compared by what
 * they say and not by how they are written: "15.12.2026" is "15. Dezember 2026", "1.200 €" is "1200,00 Euro", "zwei
 * Wochen" are "2 Wochen". A date with its year is not found in one without. Weekdays, months, parts of a year and words
 * such as "zweimal" are figures too. An amount is found in a bare number only where that is no place ("§ 20"), no year
 * and counts nothing else ("20 Gemeinden").
 * @param passage or what was read of it before
 * @returns as the statement writes them, each once, in order
 */
export function missingFigures(statement: string, passage: string | Given): string[] {
  const { figures: given } = typeof passage === 'string' ? figuresGiven(passage) : passage;
  const missing = figuresIn(normalText(statement).text).filter(
    ({ wants }) => !wants.some((want) => given.has(want)),
  );
  return [...new Set(missing.map(({ text }) => text))];
}
