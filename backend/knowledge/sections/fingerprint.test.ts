import { describe, expect, it } from '@jest/globals';
import { seededBytes } from '../../documents/testing/bytes.ts';
import { fingerprintOf, likeness } from './fingerprint.ts';

/** Words that look random and are the same for the same seed. */
const words = (seed: number, count: number) =>
  [...seededBytes(seed, count)].map((byte, at) => `wort${byte}${at % 7}`);
const shares = (one: readonly number[], other: readonly number[]) => one.some((key) => other.includes(key));

describe('fingerprintOf', () => {
  it('is the same for texts that differ in case, signs, blanks and accents only', () => {
    const one = fingerprintOf('**Größe:** 5 €, Straße 1 – „Ämter“');
    const other = fingerprintOf('GRÖSSE 5 € strasse 1\n\n"A\u0308mter"');
    expect(other).toEqual(one);
    expect(one.same).toHaveLength(32);
    expect(fingerprintOf('Größe: 6 €, Straße 1 – Ämter').same).not.toEqual(one.same);
  });

  it('has no keys for fewer than twelve words, and nine signed ones of 32 bits for more', () => {
    expect(fingerprintOf('').near).toEqual([]);
    expect(fingerprintOf(words(1, 11).join(' ')).near).toEqual([]);
    const { near } = fingerprintOf(words(1, 12).join(' '));
    expect(near).toHaveLength(9);
    expect(near.every((key) => (key | 0) === key)).toBe(true);
  });

  it('shares a key with nearly all texts that are alike by nine tenths, and hardly with any by less than half', () => {
    let [alike, found, strange, mistaken] = [0, 0, 0, 0];
    for (let seed = 0; seed < 200; seed++) {
      const text = words(seed, 200);
      // Each changed word changes four shingles.
      for (const changes of [2, 20]) {
        const changed = [...text];
        for (let at = 0; at < changes; at++) changed[5 + at * Math.floor(190 / changes)] = `neu${at}`;
        const [one, other] = [text.join(' '), changed.join(' ')];
        const shared = shares(fingerprintOf(one).near, fingerprintOf(other).near);
        const part = likeness(one, other);
        if (part >= 0.9) [alike, found] = [alike + 1, found + Number(shared)];
        else if (part < 0.5) [strange, mistaken] = [strange + 1, mistaken + Number(shared)];
      }
    }
    expect([alike, strange]).toEqual([200, 200]);
    expect(found).toBeGreaterThanOrEqual(198);
    expect(mistaken).toBeLessThanOrEqual(10);
  });

  it('shares no key with another text', () => {
    const all = Array.from({ length: 300 }, (_, seed) => fingerprintOf(words(seed, 100).join(' ')).near);
    expect(new Set(all.flat()).size).toBe(2_700);
  });
});

describe('likeness', () => {
  it('is the part of runs of four words that both have', () => {
    expect(likeness('a b c d e', 'A, b; c d e!')).toBe(1);
    expect(likeness('a b c d e', 'a b c d f')).toBeCloseTo(1 / 3);
    expect(likeness('a b c d e', 'v w x y z')).toBe(0);
    expect(likeness('', 'a')).toBe(0);
  });
});
