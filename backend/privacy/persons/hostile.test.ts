import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../lexicon/load.ts';
import { tokensOf } from '../tokens.ts';
import { viewOf } from '../view.ts';
import { recognisePersons } from './persons.ts';

const lexicon = loadLexicon();
const SIZE = 40_000;
/** Far above the double, as machines are busy, and far below the square of a larger factor. */
const MAX_GROWTH = 9;

function millis(pattern: string, size: number): number {
  const view = viewOf(pattern.repeat(Math.ceil(size / pattern.length)));
  const texts = [{ view, tokens: tokensOf(view.text), taken: [], hints: [] }];
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    recognisePersons(texts, lexicon);
    return performance.now() - start;
  });
  return Math.min(...times);
}

describe('texts that mean harm', () => {
  it.each([
    'Frau ',
    'Name: X, ',
    'Name: Müller, Peter, Klein und ',
    'lg\n',
    'Teilnehmer:\n',
    'A. B. ',
    'von der ',
    'Müller/Meier/',
    '[[',
    'Peter Müller, ',
    'a;b;c\n',
    '| Name | X |\n',
    'NJW 2010, ',
    'a-',
    'Verteiler:\n- Bauhof\n',
  ])('take four times as long when they are four times as long: %j', (pattern) => {
    const small = millis(pattern, SIZE);
    expect(millis(pattern, 4 * SIZE)).toBeLessThan(Math.max(60, MAX_GROWTH * small));
  });
});
