import { readFileSync } from 'node:fs';
import type { Stretch } from '../make/document.ts';

/** A sentence of a data set, its tokens joined with single spaces. */
export interface Sentence {
  text: string;
  tokens: number;
  persons: Stretch[];
}

const file = (name: string) => new URL(`../../../../shared/data/ner/${name}`, import.meta.url);

interface Token {
  word: string;
  label: string;
}

/** GermEval 2014, development: persons are the outer `PER`, without `PERderiv` and `PERpart`. */
export function germevalSentences(): Sentence[] {
  return sentencesOf('germeval2014-dev.tsv', ['PER'], (line) => {
    const [, word, label] = line.split('\t');
    return line.startsWith('#') || !word || !label ? null : { word, label };
  });
}

/** Decisions of federal courts: persons are persons, judges and lawyers. */
export function courtSentences(): Sentence[] {
  return sentencesOf('legal-entity-recognition-dev.conll', ['PER', 'RR', 'AN'], (line) => {
    const [word, label] = line.split(' ');
    return !word || !label ? null : { word, label };
  });
}

function sentencesOf(
  name: string,
  labels: readonly string[],
  read: (line: string) => Token | null,
): Sentence[] {
  return readFileSync(file(name), 'utf8')
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').flatMap((line) => read(line) ?? []))
    .filter((tokens) => tokens.length > 0)
    .map((tokens) => sentenceOf(tokens, labels));
}

function sentenceOf(tokens: readonly Token[], labels: readonly string[]): Sentence {
  const persons: Stretch[] = [];
  let text = '';
  let isInside = false;
  for (const { word, label } of tokens) {
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? word : `${text} ${word}`;
    const isPerson = labels.includes(label.slice(2));
    const last = persons.at(-1);
    if (isPerson && label.startsWith('I-') && isInside && last) last.end = text.length;
    else if (isPerson) persons.push({ start, end: text.length });
    isInside = isPerson;
  }
  return { text, tokens: tokens.length, persons };
}

/** Sentences joined to texts of so many, as a document has them. */
export function joined(sentences: readonly Sentence[], size: number): Sentence[] {
  return Array.from({ length: Math.ceil(sentences.length / size) }, (_, at) =>
    sentences.slice(at * size, (at + 1) * size).reduce((whole, { text, tokens, persons }) => {
      const shift = whole.text === '' ? 0 : whole.text.length + 1;
      return {
        text: whole.text === '' ? text : `${whole.text}\n${text}`,
        tokens: whole.tokens + tokens,
        persons: [
          ...whole.persons,
          ...persons.map(({ start, end }) => ({ start: start + shift, end: end + shift })),
        ],
      };
    }),
  );
}
