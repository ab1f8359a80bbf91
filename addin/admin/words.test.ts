import { expect, it } from '@jest/globals';
import { countText, dayText, momentText, monthsAfter, sizeText, today, validityText } from './words.ts';

it('writes figures and days as one does here', () => {
  expect(countText(1, 'Dokument', 'Dokumente')).toBe('1 Dokument');
  expect(countText(12_345, 'Dokument', 'Dokumente')).toBe('12.345 Dokumente');
  expect(dayText('2026-11-27')).toBe('27.11.2026');
  expect(validityText('2026-01-01', null)).toBe('ab 01.01.2026');
  expect(validityText('2026-01-01', '2026-12-31')).toBe('01.01.2026 bis 31.12.2026');
  expect(sizeText(10)).toBe('1 KB');
  expect(sizeText(3_565_158)).toBe('3,4 MB');
});

it('tells the time of Germany, wherever the browser is', () => {
  expect(momentText('2026-11-27T23:30:00Z')).toBe('28.11.2026, 00:30 Uhr');
  expect(momentText('nothing')).toBe('');
  expect(today(new Date('2026-07-01T22:30:00Z'))).toBe('2026-07-02');
});

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-11-27', 12, '2027-11-27'],
  ['2027-12-31', 2, '2028-02-29'],
])('%s and %i months is %s', (day, months, then) => {
  expect(monthsAfter(day, months)).toBe(then);
});
