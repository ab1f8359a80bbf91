import type { Field, PlainValue } from '../../../contract/agents/value.ts';

/** Values as a person writes and reads them in German. */

/** What was typed into a field: its value, or what is wrong with it, in words. */
export type Typed = { value: PlainValue } | { fault: string };

const NUMBER = /^[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;
const AMOUNT = /^[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:\d{1,2}|-|–))?$/;
const DATE = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads what was typed into a field.
 * @param typed as it stands there; of `ja_nein` `ja`, `nein` or nothing
 */
export function readTyped(field: Pick<Field, 'kind' | 'optional' | 'options'>, typed: string): Typed {
  const text = typed.trim();
  if (text === '') {
    return field.optional === true
      ? { value: { kind: 'leer' } }
      : { fault: 'Bitte füllen Sie dieses Feld aus.' };
  }
  switch (field.kind) {
    case 'text':
      return { value: { kind: 'text', text } };
    case 'auswahl':
      return field.options === undefined || field.options.includes(text)
        ? { value: { kind: 'text', text } }
        : { fault: 'Bitte wählen Sie eine der Möglichkeiten.' };
    case 'zahl':
      return NUMBER.test(text)
        ? { value: { kind: 'zahl', number: numberOf(text) } }
        : { fault: 'Bitte schreiben Sie eine Zahl, mit Komma für Nachkommastellen: 1.234,5' };
    case 'betrag':
      return readAmount(text);
    case 'datum':
      return readDate(text);
    case 'ja_nein':
      return { value: { kind: 'ja_nein', yes: text === 'ja' } };
  }
}

function readAmount(text: string): Typed {
  const bare = text.replace(/\s*(?:€|euro|eur)$/i, '');
  const cents = AMOUNT.test(bare) ? Math.round(numberOf(bare.replace(/,[-–]$/, '')) * 100) : Number.NaN;
  return Number.isSafeInteger(cents)
    ? { value: { kind: 'betrag', cents } }
    : { fault: 'Bitte schreiben Sie einen Betrag in Euro: 1.234,56' };
}

function readDate(text: string): Typed {
  const german = DATE.exec(text);
  const iso = ISO_DATE.exec(text);
  const [year, month, day] = german ? [german[3], german[2], german[1]] : (iso?.slice(1) ?? []);
  const date = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isDay(date)
    ? { value: { kind: 'datum', date } }
    : { fault: 'Bitte schreiben Sie ein Datum mit Tag, Monat und Jahr: 15.01.2027' };
}

/** Whether the calendar has this day: 31.02. is none. */
function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

function numberOf(text: string): number {
  return Number(text.replaceAll('.', '').replace('−', '-').replace(',', '.'));
}

const numbers = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 10 });
const euros = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A value in words: "15.01.2027", "1.234,56 Euro", "ja"; empty for nothing. */
export function valueText(value: PlainValue): string {
  return value.kind === 'betrag' ? `${typedOf(value)} Euro` : typedOf(value);
}

/** A value as a person would type it. */
export function typedOf(value: PlainValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'zahl':
      return numbers.format(value.number);
    case 'datum':
      return value.date.split('-').toReversed().join('.');
    case 'betrag':
      return euros.format(value.cents / 100);
    case 'ja_nein':
      return value.yes ? 'ja' : 'nein';
    case 'leer':
      return '';
  }
}

/** Reads a whole form; the faults by the names of their fields. */
export function readForm(
  fields: readonly Field[],
  typed: Readonly<Record<string, string>>,
): { values: Record<string, PlainValue>; faults: Record<string, string> } {
  const values: Record<string, PlainValue> = {};
  const faults: Record<string, string> = {};
  for (const field of fields) {
    const read = readTyped(field, typed[field.name] ?? '');
    if ('fault' in read) faults[field.name] = read.fault;
    else values[field.name] = read.value;
  }
  return { values, faults };
}
