import type { PlainValue } from '../../../contract/agents/value.ts';
import { germanDay } from '../../deadlines/calendar.ts';

const euros = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const numbers = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 10 });

/** An amount as a German letter has it: "1.234,56 Euro". */
export function amountInWords(cents: number): string {
  return `${euros.format(cents / 100)} Euro`;
}

/** A number as a German text has it: "1.234,5". */
export function numberInWords(number: number): string {
  return numbers.format(number);
}

/** A value as it stands in a German text; an empty one is empty. */
export function valueInWords(value: PlainValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'zahl':
      return numberInWords(value.number);
    case 'datum':
      return germanDay(value.date);
    case 'betrag':
      return amountInWords(value.cents);
    case 'ja_nein':
      return value.yes ? 'ja' : 'nein';
    case 'leer':
      return '';
  }
}

/** A row of a Markdown table; no cell can end it or begin another one. */
export function rowInWords(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\s+/gu, ' ').replaceAll('|', '\\|').trim()).join(' | ')} |`;
}
