import type { Section } from '../section.ts';
import type { AlsoWords, AnalysedSection, Query } from './analysed.ts';
import { createAnalyser } from './analyser.ts';
import { loadVocabulary } from './vocabulary.ts';

/** Counts up with every change of what comes out for a text: an index of another version is made anew. */
export const ANALYSER_VERSION = 3;

const analyser = createAnalyser(loadVocabulary());

/**
 * A section in the terms that it is found by. Pure: the same section gives the same terms everywhere.
 * @param title of its document
 */
export function analyseSection(section: Section, title: string): AnalysedSection {
  return analyser.section(section, title);
}

/**
 * A question in the terms that are looked for. Words of administrations for everyday words are added by themselves.
 * @param also further words for it, each set with what it counts beside the question's own
 */
export function analyseQuery(question: string, also: readonly AlsoWords[]): Query {
  return analyser.query(question, also);
}

/** The terms of a single word: its own and those of its parts; none for a word that says nothing. */
export function analyseWord(word: string): readonly string[] {
  const { whole, parts } = analyser.word(word);
  return [...whole, ...parts];
}
