import { describe, expect, it } from '@jest/globals';
import type { Field, ValueKind } from '../../contract/agents/value.ts';
import { plainLine, valueOf } from './extract-values.ts';

const field = (kind: ValueKind, more: Partial<Field> = {}): Field => ({
  name: 'feld',
  label: 'Feld',
  kind,
  ...more,
});
const read = (text: string, kind: ValueKind, more: Partial<Field> = {}) =>
  valueOf(plainLine(text), field(kind, more), '2026-11-02');
const EMPTY = { kind: 'leer' };

describe('a value as its kind', () => {
  it.each([
    ['15. Dezember 2026', '2026-12-15'],
    ['15.12.26', '2026-12-15'],
    ['bis zum 15.12.2026', '2026-12-15'],
    ['**2026-12-15**', '2026-12-15'],
    ['15.12.2026 (15. Dezember 2026)', '2026-12-15'],
    ['15. Dezember', '2026-12-15'],
    ['binnen eines Monats', '2026-12-02'],
  ])('is the day %s', (text, date) => {
    expect(read(text, 'datum')).toEqual({ kind: 'datum', date });
  });

  it.each(['31.02.2026', 'bald', '01.03.2026 bis 31.03.2026', '2026'])('is no day: %s', (text) => {
    expect(read(text, 'datum')).toEqual(EMPTY);
  });

  it.each([
    ['1.234,56 €', 123_456],
    ['1234,56 Euro', 123_456],
    ['EUR 1.234,5', 123_450],
    ['450,-- €', 45_000],
    ['1 234 €', 123_400],
    ['2,5 Mio. €', 250_000_000],
    ['1.234.567,89 Mio. €', 123_456_789_000_000],
    ['-12,50 €', -1_250],
    ['− 12,50 €', -1_250],
    ['0,07 €', 7],
    ['0,00 €', 0],
  ])('is the amount %s', (text, cents) => {
    expect(read(text, 'betrag')).toEqual({ kind: 'betrag', cents });
  });

  it.each(['zwischen 100 € und 200 €', '1,234.56 €', '0,123 €', 'viel', '99999999999999999 €'])(
    'is no amount: %s',
    (text) => {
      expect(read(text, 'betrag')).toEqual(EMPTY);
    },
  );

  it('is a number, with or without what it counts', () => {
    expect(read('12 Anlagen', 'zahl')).toEqual({ kind: 'zahl', number: 12 });
    expect(read('1.200', 'zahl')).toEqual({ kind: 'zahl', number: 1200 });
    expect(read('-3,5', 'zahl')).toEqual({ kind: 'zahl', number: -3.5 });
    expect(read('12 von 20', 'zahl')).toEqual(EMPTY);
  });

  it('is yes or no where it is said and nothing is taken back', () => {
    expect(read('Ja.', 'ja_nein')).toEqual({ kind: 'ja_nein', yes: true });
    expect(read('nein, fehlt', 'ja_nein')).toEqual({ kind: 'ja_nein', yes: false });
    for (const text of ['ja/nein', 'ja oder nein', 'ja, aber nur teilweise', 'Jahr', 'wohl'])
      expect(read(text, 'ja_nein')).toEqual(EMPTY);
  });

  it('is one of the options', () => {
    const options = ['Antrag', 'Antrag auf Erlass', 'Beschwerde'];
    const choose = (text: string) => read(text, 'auswahl', { options });
    expect(choose('„antrag“')).toEqual({ kind: 'text', text: 'Antrag' });
    expect(choose('Antrag auf Erlass (sinngemäß)')).toEqual({ kind: 'text', text: 'Antrag auf Erlass' });
    for (const text of ['Antrag oder Beschwerde', 'Widerspruch', 'Anträge'])
      expect(choose(text)).toEqual(EMPTY);
  });

  it('is nothing where nothing was given', () => {
    for (const text of [
      'nicht angegeben',
      '*Nicht angegeben.*',
      '–',
      'k. A.',
      '[[Bitte ergänzen: Frist]]',
      '',
    ])
      expect(read(text, 'text')).toEqual(EMPTY);
    expect(read('keine', 'text')).toEqual({ kind: 'text', text: 'keine' });
  });

  it('is bounded and does not hang, whatever it is', () => {
    for (const kind of ['text', 'zahl', 'datum', 'betrag', 'ja_nein', 'auswahl'] as const)
      for (const part of ['1.', '1,', '- ', 'ja ', '15.12.', '*', '„'])
        expect(JSON.stringify(read(part.repeat(20_000), kind, { options: ['a'] })).length).toBeLessThan(
          5_000,
        );
  });
});
