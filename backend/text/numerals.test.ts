import { describe, expect, it } from '@jest/globals';
import { numeral } from './numerals.ts';

describe('numeral', () => {
  it.each([
    ['zwei', 2],
    ['Eines', 1],
    ['zwölf', 12],
    ['vierzehn', 14],
    ['siebzehn', 17],
    ['einundzwanzig', 21],
    ['dreißig', 30],
    ['hundert', 100],
    ['dreihundertfünfzig', 350],
    ['zweitausendsechsundzwanzig', 2026],
    ['14', 14],
  ])('%s', (word, value) => {
    expect(numeral(word)).toBe(value);
  });

  it.each(['Haus', 'und', 'zweifel', 'undzwanzig', 'zehnzehn', 'constructor', 'a'.repeat(99)])(
    'is none: %s',
    (word) => {
      expect(numeral(word)).toBeNull();
    },
  );

  it('ends on any heap of numerals', () => {
    expect(numeral('tausend'.repeat(8))).toEqual(expect.any(Number));
  });
});
