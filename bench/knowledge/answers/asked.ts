import { readFileSync } from 'node:fs';
import { readExpansion } from '../quality/expansion.ts';

/** A question with what a careful model would answer, or one that the collection does not answer. */
export interface Asked {
  text: string;
  /** The line of search words that the model writes first. */
  words: string;
  answer: null | {
    law: string;
    paragraph: string;
    /** The answer in the model's own words. */
    statement: string;
    /** What stands in the sentence that bears it out. */
    core: readonly string[];
  };
}

interface Answerable {
  frage: string;
  antworten: { gesetz: string; paragraf: string }[];
  aussage: string;
  kern: string[];
}

function linesOf(file: URL): unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));
}

/** All questions: those with an answer among the laws first. */
export function readAsked(): Asked[] {
  const expansion = readExpansion();
  const wordsOf = (text: string) =>
    expansion(text)
      .map(({ words }) => words.replaceAll(' ', ', '))
      .join(', ');
  const answerable = linesOf(new URL('../quality/fresh-2.jsonl', import.meta.url)) as Answerable[];
  const others = linesOf(new URL('unanswerable.jsonl', import.meta.url)) as { frage: string }[];
  return [
    ...answerable.map(({ frage, antworten: [first], aussage, kern }): Asked => {
      const answer = {
        law: first?.gesetz ?? '',
        paragraph: first?.paragraf ?? '',
        statement: aussage,
        core: kern,
      };
      return { text: frage, words: wordsOf(frage), answer };
    }),
    ...others.map(({ frage }): Asked => ({ text: frage, words: '', answer: null })),
  ];
}
