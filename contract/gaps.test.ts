import { describe, expect, it } from '@jest/globals';
import { findGaps } from './gaps.ts';

describe('findGaps', () => {
  it('finds each placeholder with its words and place', () => {
    const text = 'Am [[Bitte ergänzen: Datum]] um [[Bitte ergänzen:  Uhrzeit ]].';
    expect(findGaps(text)).toEqual([
      { what: 'Datum', start: 3, end: 28 },
      { what: 'Uhrzeit', start: 32, end: 61 },
    ]);
  });

  it('takes other words in double brackets for a placeholder too', () => {
    expect(findGaps('[[Name]] und [[bitte ergänzen Ort]]').map(({ what }) => what)).toEqual(['Name', 'Ort']);
  });

  it('leaves single and unfinished brackets alone', () => {
    expect(findGaps('[PERSON_1] [[Bitte ergänzen: ')).toEqual([]);
  });

  it('drops the stars of bold inside', () => {
    expect(findGaps('[[**Bitte ergänzen:** Betrag]]')[0]?.what).toBe('Betrag');
  });
});
