import type { Section } from '../section.ts';
import type { AlsoWords, AnalysedSection, Query, QueryTerm } from './analysed.ts';
import { createCompounds } from './compounds.ts';
import { countsOf } from './counts.ts';
import { lettersOf } from './letters.ts';
import { referencesIn } from './references.ts';
import { createStems } from './stems.ts';
import { tokensOf } from './tokens.ts';
import { createVerbs } from './verbs.ts';
import type { Vocabulary } from './vocabulary.ts';
import { createEveryday, EVERYDAY } from '../words/everyday.ts';
import { createWordReader, type WordTerms } from './words.ts';

/** What a part of a compound counts beside the whole word in a question. */
const PART = 0.5;
/** A section's own heading counts so often, those above it once. */
const OWN_HEADING = 3;
/** Terms of a question at the most; of more the lightest are left out. */
const MAX_TERMS = 64;

export interface Analyser {
  section(section: Section, title: string): AnalysedSection;
  query(question: string, also: readonly AlsoWords[]): Query;
  /** A single word in terms. */
  word(word: string): WordTerms;
}

/** @param dictionary of everyday words (`words/everyday.ts`); an empty one adds nothing to questions */
export function createAnalyser(vocabulary: Vocabulary, dictionary = EVERYDAY): Analyser {
  const word = createWordReader(
    createStems(vocabulary, createVerbs(vocabulary)),
    createCompounds(vocabulary),
  );

  const everyday = createEveryday((each) => word(each).whole, dictionary);

  function* termsIn(text: string): Generator<string> {
    for (const token of tokensOf(text)) {
      const { whole, parts } = word(token.text);
      yield* whole;
      yield* parts;
    }
    for (const { terms } of referencesIn(text)) yield* terms;
  }

  function* headingTerms(path: readonly string[]): Generator<string> {
    for (const [at, heading] of path.entries()) {
      const times = at === path.length - 1 ? OWN_HEADING : 1;
      for (const term of termsIn(heading)) for (let time = 0; time < times; time++) yield term;
    }
  }

  function shipped(question: string): AlsoWords[] {
    return everyday(new Set(tokensOf(question).flatMap((token) => word(token.text).whole)));
  }

  function query(question: string, also: readonly AlsoWords[]): Query {
    const terms = new Map<string, QueryTerm>();
    let number = 0;
    const add = (term: string, weight: number, from: number) => {
      const known = terms.get(term);
      if (known === undefined || known.weight < weight) terms.set(term, { term, weight, word: from });
    };
    for (const { words, weight } of [{ words: question, weight: 1 }, ...also, ...shipped(question)]) {
      for (const token of tokensOf(words)) {
        const { whole, parts } = word(token.text);
        for (const term of whole) add(term, weight, number);
        for (const part of parts) add(part, weight * PART, number);
        number++;
      }
      for (const reference of referencesIn(words))
        for (const term of reference.terms) add(term, weight, number++);
    }
    const heaviest = [...terms.values()]
      .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
      .slice(0, MAX_TERMS);
    return { terms: heaviest.sort((a, b) => (a.term < b.term ? -1 : 1)), letters: lettersOf(question) };
  }

  return {
    word,
    query,
    section: (section, title) => ({
      title: countsOf(termsIn(title)),
      heading: countsOf(headingTerms(section.path)),
      text: countsOf(termsIn(section.text)),
      words: tokensOf(section.text).length,
    }),
  };
}
