import { describe, expect, it } from '@jest/globals';
import { personsIn } from './testing/marked.ts';

const SIZE = 40_000;

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
    'Kind    Wert\n',
    'KARL: ja\n',
    'Zeuge Käfer ',
  ])('are read to their end: %j', (pattern) => {
    const text = pattern.repeat(Math.ceil(SIZE / pattern.length));
    let last = 0;
    for (const { start, end } of personsIn(text)) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(text.length);
  });
});
