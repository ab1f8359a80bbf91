import type { PlainValue } from '../../../../contract/agents/value.ts';
import { dayText } from '../../words.ts';

const euros = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const numbers = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 10 });

/** A value as a German letter has it, and as an expectation of an example names it; empty for nothing. */
export function valueText(value: PlainValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'zahl':
      return numbers.format(value.number);
    case 'datum':
      return dayText(value.date);
    case 'betrag':
      return `${euros.format(value.cents / 100)} Euro`;
    case 'ja_nein':
      return value.yes ? 'ja' : 'nein';
    case 'leer':
      return '';
  }
}

const MICRO_PER_CENT = 10_000;
const cents = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });
const currency = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });

/** What something cost; null, where no price is known, says nothing. @param microEuro millionths of a euro */
export function costText(microEuro: number | null): string {
  if (microEuro === null) return '';
  if (microEuro === 0) return 'ohne Kosten';
  const inCents = microEuro / MICRO_PER_CENT;
  if (inCents < 0.1) return 'unter 0,1 Cent';
  return inCents < 99.95 ? `${cents.format(inCents)} Cent` : currency.format(inCents / 100);
}
