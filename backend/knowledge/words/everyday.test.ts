import { expect, test } from '@jest/globals';
import { analyseWord } from '../analysis/analyse.ts';
import { createEveryday, EVERYDAY } from './everyday.ts';

const stems = (text: string) => new Set(text.split(' ').flatMap((word) => analyseWord(word).slice(0, 1)));

test('an entry needs all of its words, in any form', () => {
  const everyday = createEveryday(analyseWord, 'Ausweis+verlieren, Perso: Verlust\nChef: Vorgesetzte');
  const asked = (text: string) => everyday(stems(text)).map(({ words }) => words);
  expect(asked('Ausweise')).toEqual([]);
  expect(asked('verlieren Ausweises')).toEqual(['Verlust']);
  expect(asked('Perso Chefs')).toEqual(['Verlust', 'Vorgesetzte']);
});

test('rules are found by their short and their long names', () => {
  const everyday = createEveryday(analyseWord, EVERYDAY);
  const asked = (text: string) => everyday(stems(text)).map(({ words }) => words);
  expect(asked('GemO')).toContain('Gemeindeordnung');
  expect(asked('Gemeindeordnung')).toContain('GemO');
  expect(asked('VwVfG')).toContain('Verwaltungsverfahrensgesetz');
});

test('each line of the dictionary says something for something', () => {
  const lines = EVERYDAY.trim().split(/\n+/u);
  expect(lines.length).toBeGreaterThan(200);
  for (const line of lines) expect(line).toMatch(/^[^:\n]+: \S[^:\n]*$/u);
});
