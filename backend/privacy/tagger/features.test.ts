import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../lexicon/load.ts';
import { tokensOf } from '../tokens.ts';
import { MAX_FEATURES, featuresAt, sequenceOf } from './features.ts';
import { createWordReader } from './words.ts';

const readerOf = createWordReader(loadLexicon());

function activeIn(text: string): string[] {
  const tokens = tokensOf(text);
  const { active } = sequenceOf(tokens, readerOf());
  return tokens.filter((_, index) => active[index] === 1).map((token) => token.text);
}

function featuresOf(text: string, at: number): number[] {
  const out = new Int32Array(MAX_FEATURES);
  const count = featuresAt(sequenceOf(tokensOf(text), readerOf()), at, 18, out);
  return [...out.subarray(0, count)];
}

describe('sequenceOf', () => {
  it('lets only be part of a name what can be', () => {
    expect(activeIn('gestern kam Petra van der Molk mit 12 Akten.')).toEqual([
      'Petra',
      'van',
      'der',
      'Molk',
      'Akten',
    ]);
    expect(activeIn('der Rat, von dem J. Brenn sprach')).toEqual(['Rat', 'J', '.', 'Brenn']);
  });
});

describe('featuresAt', () => {
  it('numbers buckets, fewer than the limit', () => {
    const features = featuresOf('Herr Anna-Lena Brixhausen-Toll kam.', 1);
    expect(features.length).toBeLessThan(MAX_FEATURES);
    for (const bucket of features) {
      expect(bucket).toBeGreaterThanOrEqual(0);
      expect(bucket).toBeLessThan(2 ** 18);
    }
  });

  it('is the same for the same words, whatever stands beyond an empty line', () => {
    expect(featuresOf('Frau Brix kam', 1)).toEqual(featuresOf('Frau Brix kam', 1));
    expect(featuresOf('Heute.\n\nFrau Brix kam', 3)).toEqual(featuresOf('Gestern!\n\nFrau Brix kam', 3));
    expect(featuresOf('Frau Brix kam', 1)).not.toEqual(featuresOf('Herr Brix kam', 1));
  });
});
