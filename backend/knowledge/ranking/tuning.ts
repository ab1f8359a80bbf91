/** The numbers of the ranking, chosen by trials on the questions of `bench/knowledge/quality` (`bench/knowledge/README.md`). */
export interface Tuning {
  /** BM25F: how soon more of the same word stops to count. */
  saturation: number;
  /** BM25F: how much a long text is held against a section, 0 to 1. */
  length: number;
  /** What a word counts in the document's title, in a section's own heading and in the headings above it. */
  title: number;
  heading: number;
  /** How much a section gains that has all words of the question. */
  coverage: number;
  /** How much a section gains from the other good sections of its document. */
  document: number;
  /** Weight of the 4-grams' order beside that of the words, where a section has all of the question's letters. */
  grams: number;
  /** How soon that weight falls with the words that were added to the question: the power of the share of its own. */
  own: number;
  /** Constant of the reciprocal rank fusion. */
  fusion: number;
}

export const TUNING: Tuning = {
  saturation: 1.2,
  length: 0.6,
  title: 2,
  heading: 2,
  coverage: 0.5,
  document: 0.1,
  grams: 2.5,
  own: 2,
  fusion: 5,
};
