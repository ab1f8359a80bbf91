import type { Query } from '../analysis/analysed.ts';
import type { Candidate, CorpusFigures } from '../ranking/candidate.ts';
import type { FoundSection } from './candidates.store.ts';
import { termIdOf, unpackCounts } from './key.ts';
import type { Corpus } from './terms.store.ts';

/** What the ranking needs of the sections that were found. */
export function candidatesOf(query: Query, corpus: Corpus, found: readonly FoundSection[]): Candidate[] {
  const places = new Map(query.terms.map(({ term }, index) => [term, index]));
  // A term has another id in each collection.
  const placeOfId = new Map(corpus.counts.map(({ id, term }) => [id, places.get(term)]));
  return found.map((section) => {
    const title = query.terms.map(() => 0);
    const heading = query.terms.map(() => 0);
    const text = query.terms.map(() => 0);
    const counts = numbersOf(section.counts);
    numbersOf(section.keys).forEach((key, index) => {
      const place = placeOfId.get(termIdOf(key));
      if (place === undefined) return;
      const count = unpackCounts(counts[index] ?? 0);
      title[place] = count.title;
      heading[place] = count.heading;
      text[place] = count.text;
    });
    return {
      section: section.section,
      document: section.document.version,
      title,
      heading,
      text,
      words: section.words,
      content: { title: section.document.title, path: section.path, text: section.text },
    };
  });
}

export function figuresOf(query: Query, { sections, words, counts }: Corpus): CorpusFigures {
  const frequencies = new Map<string, number>();
  for (const { term, levels } of counts) {
    let sum = frequencies.get(term) ?? 0;
    for (const count of levels) sum += count;
    frequencies.set(term, sum);
  }
  return {
    sections,
    meanWords: sections === 0 ? 0 : words / sections,
    frequencies: query.terms.map(({ term }) => frequencies.get(term) ?? 0),
  };
}

const ZERO = 48;
const NINE = 57;

/** Reads `{1,20,3}`; some ten thousand numbers for a question, which the driver's own reader takes too long for. */
function numbersOf(literal: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  for (let at = 1; at < literal.length; at++) {
    const code = literal.charCodeAt(at);
    if (code >= ZERO && code <= NINE) number = number * 10 + code - ZERO;
    else {
      numbers.push(number);
      number = 0;
    }
  }
  return numbers;
}
