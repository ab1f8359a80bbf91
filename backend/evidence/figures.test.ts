import { describe, expect, it } from '@jest/globals';
import { figuresGiven, missingFigures } from './figures.ts';

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
    ['20 €', 'Die Gebühr beträgt: 20'],
    ['20 €', '| Gebühr in Euro | 20 | 30 |'],
    ['30 %', '| Anteil (%) | 30 | Gemeinden |'],
    ['bis Freitag', 'spätestens am Freitag'],
    ['bis Freitag', 'bis zum 27.11.2026'],
    ['Freitag, 27.11.2026', '27. November 2026'],
    ['montags', 'jeden Montag'],
    ['bis Ende März', 'bis zum 31.03.2027'],
    ['im März', 'zum 1. März'],
    ['im zweiten Quartal', 'im 2. Quartal'],
    ['Q2', 'das II. Quartal'],
    ['erstes Halbjahr', 'im 1. Halbjahr'],
    ['bis Quartalsende', 'bis zum Ende des Quartals'],
    ['zweimal', '2-mal'],
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
    ['Die Gebühr beträgt 20 €', 'nach § 20 der Satzung', ['20 €']],
    ['20 €', 'nach §§ 5, 19 und 20 der Satzung', ['20 €']],
    ['2 €', 'nach § 5 Abs. 2', ['2 €']],
    ['30 %', 'alle 30 Gemeinden', ['30 %']],
    ['30 %', 'alle 30 beteiligten Gemeinden', ['30 %']],
    ['2026 € Zuschuss', 'im Jahr 2026', ['2026 €']],
    ['2026 € Zuschuss', 'seit 2026 gewährt', ['2026 €']],
    ['15 €', 'am 15.12.2026', ['15 €']],
    ['12 Euro', 'Az. 12-34/2026', ['12 Euro']],
    ['34 Euro', 'Az. 12-34/2026', ['34 Euro']],
    ['20 €', '| Nr. 20 | 5 € |', ['20 €']],
    ['20 %', '| Gebühr in Euro | 20 | Gemeinden |', ['20 %']],
    ['bis Freitag', 'bis Montag', ['Freitag']],
    ['bis Samstag', 'bis zum 27.11.2026', ['Samstag']],
    ['bis Ende März', 'bis Ende April', ['März']],
    ['bis Ende März 2027', 'bis Ende März', ['März 2027']],
    ['im ersten Quartal', 'im zweiten Quartal', ['ersten Quartal']],
    ['im 1. Halbjahr', 'im 2. Halbjahr', ['1. Halbjahr']],
    ['im zweiten Halbjahr', 'im zweiten Quartal', ['zweiten Halbjahr']],
    ['bis Jahresende', 'bis Monatsende', ['Jahresende']],
    ['zweimal', 'dreimal', ['zweimal']],
  ])('%s is not in %s', (statement, passage, missing) => {
    expect(missingFigures(statement, passage)).toEqual(missing);
  });

  it('takes the unit of a value from the header of its table', () => {
    const given = figuresGiven('| Reisepass | 37 | Ausweis |', '| Was | Gebühr in € | Art |');
    expect(missingFigures('37 €', given)).toEqual([]);
    expect(missingFigures('37 %', given)).toEqual(['37 %']);
    expect(missingFigures('37 €', figuresGiven('| Reisepass | 37 | Ausweis |'))).toEqual(['37 €']);
  });

  it('needs no figures where the statement has none', () => {
    expect(missingFigures('Die Frist läuft einen Weg entlang, noch einmal, zwei oder keinen.', '')).toEqual(
      [],
    );
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
