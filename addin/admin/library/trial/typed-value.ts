import type { Field, PlainValue } from '../../../../contract/agents/value.ts';

/** What a form shows of a value, to be changed. */
export function typedOf(value: PlainValue): string {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'zahl':
      return String(value.number).replace('.', ',');
    case 'datum':
      return value.date;
    case 'betrag':
      return (value.cents / 100).toFixed(2).replace('.', ',');
    case 'ja_nein':
      return value.yes ? 'ja' : 'nein';
    case 'leer':
      return '';
  }
}

const NUMBER = /^-?\d{1,15}(?:[.,]\d{1,10})?$/;
const AMOUNT = /^(-?)(\d{1,12})(?:,(\d{1,2}))?$/;

/**
 * What a person typed as a value of a field.
 * @returns null where it is none; an empty one is `leer`, and whether that will do the backend says
 */
export function valueOf({ kind, options }: Field, typed: string): PlainValue | null {
  const text = typed.trim();
  if (text === '') return { kind: 'leer' };
  switch (kind) {
    case 'text':
      return { kind: 'text', text: typed };
    case 'auswahl':
      return (options ?? []).includes(typed) ? { kind: 'text', text: typed } : null;
    case 'zahl':
      return NUMBER.test(text) ? { kind: 'zahl', number: Number(text.replace(',', '.')) } : null;
    case 'datum':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { kind: 'datum', date: text } : null;
    case 'betrag': {
      // 1.234,56 as well as 1234,56.
      const [, sign = '', euros = '', cents = ''] =
        AMOUNT.exec(text.replace(/\.(?=\d{3}(?:\D|$))/g, '')) ?? [];
      if (euros === '') return null;
      const all = Number(euros) * 100 + Number(cents.padEnd(2, '0'));
      return { kind: 'betrag', cents: sign === '-' ? -all : all };
    }
    case 'ja_nein':
      return text === 'ja' || text === 'nein' ? { kind: 'ja_nein', yes: text === 'ja' } : null;
  }
}
