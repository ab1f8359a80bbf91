import { describe, expect, it } from '@jest/globals';
import { birthDatesBehind } from './birth-dates.ts';
import type { Candidate } from './span.ts';

function found(text: string, ...names: string[]): string[] {
  const persons = names.map((name): Candidate => {
    const start = text.indexOf(name);
    return { start, end: start + name.length, kind: 'person', rule: 'test', weight: 2 };
  });
  return birthDatesBehind(text, persons).map(({ start, end }) => text.slice(start, end));
}

describe('birthDatesBehind', () => {
  it.each([
    ['Reich, Eugen, 02.02.1941, in seiner Wohnung am 3.11.2026', 'Reich, Eugen', '02.02.1941'],
    ['Jerome (23.06.1994) und andere 2026', 'Jerome', '23.06.1994'],
    ['Pat: Hoffmann Erich, 24.12.33, Station 4, 12.11.2026', 'Hoffmann Erich', '24.12.33'],
    ['| Klein, Annegret | 12. Mai 1970 |', 'Klein, Annegret', '12. Mai 1970'],
    ['Lukas Pfirrmann, 28/10/2001', 'Lukas Pfirrmann', '28/10/2001'],
    ['Kara, Ali [*1988-09-09]', 'Kara, Ali', '1988-09-09'],
  ])('finds the date in %j', (text, name, date) => {
    expect(found(text, name)).toEqual([date]);
  });

  it.each([
    ['the day of a letter', 'Lena Müller, 12.11.2026', 'Lena Müller'],
    ['a day of last year', 'Lena Müller (12.11.2025), Vermerk vom 3.1.2026', 'Lena Müller'],
    ['a date with words between', 'Lena Müller rief am 02.02.1941 an', 'Lena Müller'],
    ['a year alone', 'Lena Müller, 1941', 'Lena Müller'],
    ['a short year that is that of the text', 'Lena Müller, 12.11.26, Kusel 2026', 'Lena Müller'],
  ])('leaves %s alone', (_what, text, name) => {
    expect(found(text, name)).toEqual([]);
  });
});
