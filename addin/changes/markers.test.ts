import { describe, expect, it } from '@jest/globals';
import { isCovered, markerLength } from './markers.ts';

const none: ReadonlySet<string> = new Set();

describe('markerLength', () => {
  it.each([
    ['1. Anlass', 3],
    ['2.1 Anlass', 4],
    ['  a) Anlass', 5],
    ['(2)\tAnlass', 4],
    ['– Anlass', 2],
    ['§ 3 Anlass', 4],
    ['12 Monate', 0],
    ['Anlass', 0],
    ['1.', 0],
    ['-5 Grad', 0],
  ])('%j', (line, length) => {
    expect(markerLength(line, none)).toBe(length);
  });

  it('knows what the document writes itself', () => {
    expect(markerLength('Artikel 3 Anlass', new Set(['Artikel 3']))).toBe('Artikel 3 '.length);
    expect(markerLength('Artikel 3 Anlass', none)).toBe(0);
  });
});

describe('isCovered', () => {
  it('is so for the same marker and another number, but not for a part of the text', () => {
    expect(isCovered('1. ', '1. ', 'Anlass')).toBe(true);
    expect(isCovered('2. ', '1. ', 'Anlass')).toBe(true);
    expect(isCovered('– ', '1. ', 'Anlass')).toBe(false);
    expect(isCovered('1. ', '2. ', '1. Januar')).toBe(false);
    expect(isCovered('1. ', '', 'Anlass')).toBe(false);
  });
});
