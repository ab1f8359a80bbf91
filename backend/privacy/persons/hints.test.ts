import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../lexicon/load.ts';
import { tokensOf } from '../tokens.ts';
import { viewOf } from '../view.ts';
import { recognisePersons } from './persons.ts';

const lexicon = loadLexicon();

function withHint(text: string, word: string, margin = 3): string[] {
  const view = viewOf(text);
  const start = text.indexOf(word);
  const hints = [{ start, end: start + word.length, margin }];
  const [found = []] = recognisePersons([{ view, tokens: tokensOf(text), taken: [], hints }], lexicon);
  return found.map((one) => text.slice(one.start, one.end));
}

describe("the tagger's hints", () => {
  it('gives a word that no list knows', () => {
    expect(withHint('Es fehlt noch Krutschin für den Termin.', 'Krutschin')).toEqual(['Krutschin']);
  });

  it.each([
    ['Der Antrag liegt vor.', 'Antrag'],
    ['Ortsgemeinde Xylbach', 'Xylbach'],
    ['Sie wohnt in Kusel.', 'Kusel'],
    ['Dann kam sie.', 'Dann'],
    ['From: x', 'From'],
  ])('is not believed in %s', (text, word) => expect(withHint(text, word)).toEqual([]));

  it('leaves a whole name to the rules', () => {
    expect(withHint('Herr Ottokar Brinkschulte kam.', 'Brinkschulte')).toEqual(['Ottokar Brinkschulte']);
  });
});
