import { describe, expect, it } from '@jest/globals';
import { missingFigures } from './figures.ts';

describe('figures that mean the same', () => {
  it.each([
    ['15.12.2026', '15. Dezember 2026'],
    ['15. Dez. 2026', '2026-12-15'],
    ['3.2.26', '03.02.2026'],
    ['bis 15.12.', 'bis zum 15. Dezember 2026'],
    ['im Dezember 2026', 'am 15.12.2026'],
    ['im Jahr 2026', 'am 15.12.2026'],
    ['1.200 €', '1200,00 Euro'],
    ['1.200 €', 'EUR 1.200,-'],
    ['1 200 Euro', '1.200 €'],
    ['1.200 €', 'zusammen (in Euro): 1.200,00'],
    ['1,2 Mio. €', '1.200.000 Euro'],
    ['50 Cent', '0,50 €'],
    ['12 Euro', 'zwölf Euro'],
    ['5 %', '5,0 Prozent'],
    ['zehn Prozent', '10 %'],
    ['zwei Wochen', '2 Wochen'],
    ['binnen eines Monats', 'Frist: 1 Monat'],
    ['binnen Monatsfrist', 'innerhalb eines Monats'],
    ['eine zweiwöchige Frist', 'zwei Wochen'],
    ['14-tägig', '14 Tage'],
    ['8 Uhr', '8:00 Uhr'],
    ['2 Anlagen', 'zwei Anlagen'],
    ['§ 5 Abs. 1 VwVfG', '§ 5 Absatz 1 VwVfG'],
    ['§ 5a', '(§ 5a)'],
    ['Abschnitt 2.1', 'siehe 2.1.'],
    ['Az. 17-204/2026', '17-204/2026'],
    ['**1.200\u00a0€**', '1.200 \\€'],
  ])('%s is %s', (statement, passage) => {
    expect(missingFigures(statement, passage)).toEqual([]);
  });
});

describe('figures that do not', () => {
  it.each([
    ['am 16.12.2026', 'am 15.12.2026', ['16.12.2026']],
    ['am 06.05.2026', 'am 05.06.2026', ['06.05.2026']],
    ['am 15.12.2026', 'am 15.12.', ['15.12.2026']],
    ['am 15.12.2026', 'am 15.12.2025', ['15.12.2026']],
    ['im Mai 2026', 'im Juni 2026', ['Mai 2026']],
    ['1.300 € oder 1.200 €', '1.200 €', ['1.300 €']],
    ['1,2 Mio. €', '1,2 Tsd. €', ['1,2 Mio. €']],
    ['5 €', '5 %', ['5 €']],
    ['zwei Wochen', 'zwei Monate', ['zwei Wochen']],
    ['drei Wochen', '2 Wochen', ['drei Wochen']],
    ['9 Uhr', '8 Uhr', ['9 Uhr']],
    ['§ 5 Abs. 2', '§ 5 Abs. 1', ['2']],
    ['§ 5', '§ 5a', ['5']],
    ['15 Personen', 'am 15.12.2026', ['15']],
    ['7, 7 und 7', 'acht', ['7']],
  ])('%s is not in %s', (statement, passage, missing) => {
    expect(missingFigures(statement, passage)).toEqual(missing);
  });

  it('needs no figures where the statement has none', () => {
    expect(missingFigures('Die Frist läuft einen Weg entlang, zwei oder keinen.', '')).toEqual([]);
  });

  it('reads hostile runs of digits and signs in one go', () => {
    for (const text of [
      '1.'.repeat(50_000),
      '1,'.repeat(50_000),
      '9'.repeat(100_000),
      'Monat '.repeat(20_000),
    ]) {
      expect(missingFigures(text, text)).toEqual([]);
    }
  });
});
