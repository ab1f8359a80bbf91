import { describe, expect, it } from '@jest/globals';
import { tokensOf } from './tokens.ts';

const texts = (text: string) => tokensOf(text).map((token) => token.text);

describe('tokensOf', () => {
  it('keeps the hyphens and apostrophes of a word, and takes a full stop apart', () => {
    expect(texts('Dr. Lena-Sophie O’Brien, i. A.')).toEqual([
      'Dr',
      '.',
      'Lena-Sophie',
      'O’Brien',
      ',',
      'i',
      '.',
      'A',
      '.',
    ]);
  });

  it('knows numbers, signs and line ends', () => {
    expect(tokensOf('Nr. 12\n\n  b').map(({ kind }) => kind)).toEqual([
      'word',
      'sign',
      'number',
      'break',
      'word',
    ]);
  });

  it('gives the places of the text', () => {
    const text = '**Frau**  Müller \n (geb. Groß)';
    for (const token of tokensOf(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it('tells what stands apart from what stands close', () => {
    expect(tokensOf('a b,c\nd').map(({ spaced }) => spaced)).toEqual([
      false,
      true,
      false,
      false,
      false,
      true,
    ]);
  });
});
