import { describe, expect, it } from '@jest/globals';
import { documentDayIn } from './document-day.ts';

describe('documentDayIn', () => {
  it.each([
    [
      'a line with place and date',
      'Kreisverwaltung Kusel\n\nKusel, den 17.11.2026\n\nSehr geehrte Damen und Herren,',
      '2026-11-17',
    ],
    ['a label', 'Az.: 10-024 · Stand: 1. Oktober 2026\n\nText.', '2026-10-01'],
    ['an information block', 'Unser Zeichen: 10-2\nDatum: 23.11.2026\n\nBetreff', '2026-11-23'],
  ])('is %s', (_, text, day) => {
    expect(documentDayIn(text)).toBe(day);
  });

  it.each([
    ['a deadline', 'Anhörung\n\nbis zum 15.02.2027 zu entrichten\n\nText.'],
    ['a date in the text', 'Am 3. Mai 2026 haben wir Sie nach langer Prüfung des ganzen Vorgangs angehört.'],
    ['a date without a year', 'Kusel, den 17.11.\n\nText.'],
    ['a date far below', `${'Absatz eins.\n\n'.repeat(4_000)}Datum: 23.11.2026`],
  ])('is not %s', (_, text) => {
    expect(documentDayIn(text)).toBeNull();
  });
});
