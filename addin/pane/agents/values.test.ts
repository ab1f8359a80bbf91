import { describe, expect, it } from '@jest/globals';
import type { PlainValue, ValueKind } from '../../../contract/agents/value.ts';
import { readForm, readTyped, typedOf, valueText } from './values.ts';

const read = (kind: ValueKind, typed: string) => readTyped({ kind }, typed);

describe('what is typed into a field', () => {
  it.each<[ValueKind, string, PlainValue]>([
    ['text', ' Ordnungsamt ', { kind: 'text', text: 'Ordnungsamt' }],
    ['zahl', '1.234,5', { kind: 'zahl', number: 1234.5 }],
    ['zahl', '-7', { kind: 'zahl', number: -7 }],
    ['zahl', '−0,25', { kind: 'zahl', number: -0.25 }],
    ['betrag', '1.234,56 Euro', { kind: 'betrag', cents: 123456 }],
    ['betrag', '12 €', { kind: 'betrag', cents: 1200 }],
    ['betrag', '12,–', { kind: 'betrag', cents: 1200 }],
    ['betrag', '0,29', { kind: 'betrag', cents: 29 }],
    ['datum', '5.1.2027', { kind: 'datum', date: '2027-01-05' }],
    ['datum', '29.02.2028', { kind: 'datum', date: '2028-02-29' }],
    ['datum', '2027-01-05', { kind: 'datum', date: '2027-01-05' }],
    ['ja_nein', 'ja', { kind: 'ja_nein', yes: true }],
    ['ja_nein', 'nein', { kind: 'ja_nein', yes: false }],
  ])('is read as a German office writes it: %s %s', (kind, typed, value) => {
    expect(read(kind, typed)).toEqual({ value });
  });

  it.each<[ValueKind, string]>([
    ['zahl', 'drei'],
    ['zahl', '1.5'],
    ['zahl', '1,2,3'],
    ['betrag', '12,345'],
    ['betrag', '99.999.999.999.999.999'],
    ['betrag', 'viel Euro'],
    ['datum', '31.02.2027'],
    ['datum', '5.1.27'],
    ['datum', 'morgen'],
    ['datum', '2027-13-01'],
  ])('is refused in words where it could mean anything: %s %s', (kind, typed) => {
    expect(read(kind, typed)).toEqual({ fault: expect.stringMatching(/^Bitte schreiben Sie/) });
  });

  it('may be missing only where the field says so', () => {
    expect(readTyped({ kind: 'datum' }, ' ')).toEqual({ fault: 'Bitte füllen Sie dieses Feld aus.' });
    expect(readTyped({ kind: 'datum', optional: true }, ' ')).toEqual({ value: { kind: 'leer' } });
  });

  it('is one of the options where there are some', () => {
    const field = { kind: 'auswahl', options: ['Bauamt', 'Sozialamt'] } as const;
    expect(readTyped({ ...field, options: [...field.options] }, 'Bauamt')).toEqual({
      value: { kind: 'text', text: 'Bauamt' },
    });
    expect(readTyped({ ...field, options: [...field.options] }, 'Jugendamt')).toHaveProperty('fault');
  });

  it('comes back as it would be typed', () => {
    const values: PlainValue[] = [
      { kind: 'zahl', number: 1234.5 },
      { kind: 'betrag', cents: -123456 },
      { kind: 'datum', date: '2027-01-05' },
      { kind: 'ja_nein', yes: false },
      { kind: 'leer' },
    ];
    expect(values.map(typedOf)).toEqual(['1.234,5', '-1.234,56', '05.01.2027', 'nein', '']);
    expect(valueText({ kind: 'betrag', cents: 50 })).toBe('0,50 Euro');
    for (const value of values) {
      if (value.kind === 'leer') continue;
      expect(readTyped({ kind: value.kind }, typedOf(value))).toEqual({ value });
    }
  });

  it('is read as a whole form, each fault at its field', () => {
    const fields = [
      { name: 'frist', label: 'Frist', kind: 'datum' as const },
      { name: 'anlass', label: 'Anlass', kind: 'text' as const },
    ];
    expect(readForm(fields, { frist: 'bald', anlass: 'Anhörung' })).toEqual({
      values: { anlass: { kind: 'text', text: 'Anhörung' } },
      faults: { frist: expect.stringContaining('Datum') },
    });
  });
});
