import { describe, expect, it } from '@jest/globals';
import { MAX_LINE_CHARS, MAX_PRIVACY_TERMS } from '../../../contract/limits.ts';
import {
  absentFrom,
  noTerms,
  problemOf,
  withMasked,
  withoutMasked,
  withoutReleased,
  withReleased,
} from './terms.ts';

describe('words that a person masks and releases', () => {
  it('stand once, and on one side only', () => {
    const masked = withMasked(withMasked(noTerms, ' Kowalski '), 'Kowalski');
    expect(masked).toEqual({ mask: ['Kowalski'], release: [] });
    const released = withReleased(masked, ['Lena Müller', 'Lena Müller', 'M']);
    expect(released).toEqual({ mask: ['Kowalski'], release: ['Lena Müller'] });
    expect(withMasked(released, 'Lena Müller')).toEqual({ mask: ['Kowalski', 'Lena Müller'], release: [] });
    expect(withoutMasked(released, 'Kowalski').mask).toEqual([]);
    expect(withoutReleased(released, 'Lena Müller').release).toEqual([]);
  });

  it('are taken back where what was masked by hand is released', () => {
    for (const word of ['Kowalski', 'KOWALSKI', 'Kowalskis']) {
      expect(withReleased({ mask: ['Kowalski'], release: [] }, [word])).toEqual(noTerms);
    }
    expect(withReleased({ mask: ['Am Markt'], release: [] }, ['Am\nMarkt'])).toEqual(noTerms);
  });

  it('are known to be absent where nothing that was masked holds them', () => {
    const masked = ['Lena Müller', 'Am\nMarkt 7', 'Kowal-\nski', 'Großmann'];
    const there = ['müller', 'AM MARKT', 'Kowalski', 'GROSSMANN'];
    expect(absentFrom(masked, [...there, 'Carport', 'Lena Meier'])).toEqual(['Carport', 'Lena Meier']);
    expect(absentFrom([], ['Carport'])).toEqual(['Carport']);
  });

  it('fit what the contract takes', () => {
    expect(problemOf('x', noTerms)).toBe('Bitte geben Sie mindestens zwei Zeichen an.');
    expect(problemOf('x'.repeat(MAX_LINE_CHARS + 1), noTerms)).toMatch(/zu lang/);
    const full = { mask: Array.from({ length: MAX_PRIVACY_TERMS }, (_, at) => `Wort ${at}`), release: [] };
    expect(problemOf('noch eins', full)).toMatch(/Mehr Wörter/);
    expect(withMasked(full, 'noch eins')).toBe(full);
    expect(withReleased(noTerms, full.mask.concat('noch eins')).release).toHaveLength(MAX_PRIVACY_TERMS);
  });
});
