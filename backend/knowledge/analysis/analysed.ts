/** Terms with how often each stands in a text, ordered by term (code units), so that equal texts give equal lists. */
export type Counts = readonly (readonly [term: string, count: number])[];

/** A section as the search sees it. */
export interface AnalysedSection {
  /** Terms of the document's title. */
  title: Counts;
  /** Terms of the headings above it, and three times those of its own heading. */
  heading: Counts;
  /** Terms of its text. */
  text: Counts;
  /** Words of its text. */
  words: number;
}

/** A term that is looked for, and how much it counts: 1 for a word of the question, less for what was only added to it. */
export interface QueryTerm {
  term: string;
  weight: number;
  /** Number of the word that it comes from: a word, its parts and what was added for it share one. */
  word: number;
}

/** Further words for a question, and how much they count beside its own. */
export interface AlsoWords {
  words: string;
  /** Above 0, up to 1. */
  weight: number;
}

/** A question as the search sees it. */
export interface Query {
  /** Distinct terms, ordered by term. */
  terms: readonly QueryTerm[];
  /** The question's characters for comparison by 4-grams: folded, without signs. */
  letters: string;
}
