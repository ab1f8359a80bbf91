import type { FormFinding } from '../../contract/forms.ts';
import { findGaps } from '../../contract/gaps.ts';
import { datesIn } from '../text/dates.ts';
import { amountsIn } from '../text/facts.ts';
import type { FormLine } from './form-text.ts';
import { advice, lacking, MAX_SAME, placeOf, replace, type Rule, within } from './finding.ts';

/** The first hits of a check that looks at each line. */
function inLines(lines: FormLine[], check: (line: FormLine) => FormFinding[]): FormFinding[] {
  const found: FormFinding[] = [];
  for (const line of lines) {
    for (const finding of check(line)) {
      if (found.push(finding) === MAX_SAME) return found;
    }
  }
  return found;
}

/** Placeholders that nobody has filled. */
export const leftovers: Rule = ({ source }) =>
  findGaps(source)
    .slice(0, MAX_SAME)
    .map(({ what, start, end }) =>
      lacking(
        'gap-left',
        `Hier fehlt noch etwas: ${what === '' ? 'eine Angabe' : what}. Bitte ergänzen Sie es.`,
        {
          place: source.slice(start, end),
        },
      ),
    );

const TIGHT =
  /(?<![\p{L}\d.@/])(?:[zZ]\.(?:B|T|Hd|V|Zt|K|Slg)|[dD]\.h|[iI]\.(?:A|V|d\.R|V\.m|S\.d|H\.v)|[uU]\.(?:a|U|ä)|o\.(?:g|ä)|[sS]\.(?:o|u)|m\.E|[vV]\.a|a\.a\.O|z\.d\.A|e\.V|v\.H)\.(?![\p{L}\d])/gu;

/** DIN 5008: abbreviations of several words have a blank between them. */
function abbreviationsBy(make: typeof lacking): Rule {
  return ({ lines }) =>
    inLines(lines, ({ cells }) =>
      cells.flatMap((cell) =>
        [...cell.matchAll(TIGHT)].map(({ 0: tight, index }) => {
          const spaced = tight.replaceAll(/\.(?=.)/gu, '. ');
          return make(
            'abbreviation-blank',
            `Die Abkürzung „${tight}“ hat nach DIN 5008 ein Leerzeichen: „${spaced}“.`,
            within(cell, index, index + tight.length, spaced),
          );
        }),
      ),
    );
}

export const abbreviations: Rule = abbreviationsBy(lacking);
/** Where DIN 5008 is a custom and no rule of the form. */
export const abbreviationsAdvised: Rule = abbreviationsBy(advice);

const MONTHS = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';
const WRITTEN_DATE = new RegExp(
  `(?<![\\d.,/-])(\\d{1,2})\\.\\s?(?:(\\d{1,2})\\.\\s?(\\d{4})(?![\\d.])|(?:${MONTHS})(?!\\p{L})(?:\\s\\d{4}(?!\\d))?)`,
  'gu',
);

/** Days that the calendar does not have: 31.02.2026. */
export const impossibleDates: Rule = ({ lines }) =>
  inLines(lines, ({ cells }) =>
    cells.flatMap((cell) => {
      const written = [...cell.matchAll(WRITTEN_DATE)];
      if (written.length === 0) return [];
      const real = new Set(datesIn(cell).map(({ start }) => start));
      return written
        .filter(({ index }) => !real.has(index))
        .map(({ 0: date }) =>
          lacking('date-impossible', `Den Tag „${date}“ gibt es nicht. Bitte prüfen Sie das Datum.`, {
            place: date,
          }),
        );
    }),
  );

/** "03.11.2026": with noughts, as DIN 5008 writes it. */
export const datesWithoutNought: Rule = ({ lines }) =>
  inLines(lines, ({ cells }) =>
    cells.flatMap((cell) =>
      [...cell.matchAll(WRITTEN_DATE)].flatMap(({ 0: date, 1: day = '', 2: month, 3: year, index }) => {
        if (month === undefined || year === undefined) return [];
        const whole = `${day.padStart(2, '0')}.${month.padStart(2, '0')}.${year}`;
        if (whole === date) return [];
        return advice(
          'date-noughts',
          `DIN 5008 schreibt „${whole}“ statt „${date}“.`,
          within(cell, index, index + date.length, whole),
        );
      }),
    ),
  );

/** Days in figures and with the name of the month in one running text; tables and labels may differ from it. */
export const mixedDates: Rule = ({ lines }) => {
  const figures: string[] = [];
  const named: string[] = [];
  for (const { kind, text } of lines) {
    if (kind === 'row' || /^[\p{L} .-]{2,25}:\s/u.test(text) || text.length < 30) continue;
    for (const [date] of text.matchAll(/(?<![\d.])\d{1,2}\.\d{1,2}\.\d{4}(?!\d)/gu)) figures.push(date);
    for (const [date] of text.matchAll(new RegExp(`(?<![\\d.])\\d{1,2}\\.\\s?(?:${MONTHS})\\s\\d{4}`, 'gu')))
      named.push(date);
  }
  const [odd = '', other = ''] =
    figures.length < named.length ? [figures[0], named[0]] : [named[0], figures[0]];
  if (odd === '' || other === '') return [];
  return [
    advice(
      'date-mixed',
      `Der Text schreibt Daten auf zwei Arten: „${other}“ und „${odd}“. Bitte bleiben Sie bei einer.`,
      {
        place: odd,
      },
    ),
  ];
};

const AMOUNT = /^(\d{1,3}(?:[. ]\d{3}){1,4}|\d{1,12})(?:,(\d{1,2}|-{1,2}))?(\s?)(€|EUR|Euro|Cent)$/u;

/** "1.200,00 €": grouped with full stops, two decimals or none, a blank before the sign (DIN 5008). */
function writtenAmount(amount: string): string {
  const parts = AMOUNT.exec(amount);
  if (!parts) return amount;
  const [, whole = '', decimals, , unit = ''] = parts;
  const grouped = whole.replaceAll(/[. ]/gu, '').replaceAll(/(?<=\d)(?=(?:\d{3})+$)/gu, '.');
  const cents = decimals === undefined ? '' : `,${decimals.startsWith('-') ? '00' : decimals.padEnd(2, '0')}`;
  return `${grouped}${cents} ${unit}`;
}

/** Amounts that are not written as DIN 5008 writes them. */
export const amountForms: Rule = ({ lines }) =>
  inLines(lines, ({ cells }) =>
    cells.flatMap((cell) =>
      amountsIn(cell).flatMap(({ text, start }) => {
        const better = writtenAmount(text);
        if (better === text) return [];
        const end = start + text.length;
        return advice(
          'amount-form',
          `DIN 5008 schreibt „${better}“ statt „${text}“.`,
          within(cell, start, end, better),
        );
      }),
    ),
  );

/** A full stop that ends an abbreviation is none of the line. */
const ABBREVIATION_END = /(?:^|[\s.])(?:\p{L}|usw|etc|Nr|Str|Abs|Art|ff|Co|bzw|ggf)\.$/u;

/** A line without its last full stop; null where it has none that is too much. */
export function withoutFullStop(line: string): string | null {
  if (!line.endsWith('.') || line.endsWith('..') || ABBREVIATION_END.test(line)) return null;
  return /\d\.$/u.test(line) ? null : line.slice(0, -1);
}

/** A mend that writes a whole line anew. */
export function rewritten(line: FormLine, text: string): { place: string; mend: ReturnType<typeof replace> } {
  return { place: placeOf(line.text), mend: replace(line.text, text) };
}
