/** What is known of a word; a word can be several things (`Klein` is a surname and an adjective). */
export const WORD = {
  givenFemale: 1,
  givenMale: 2,
  surname: 4,
  /** A common noun, in any form. */
  noun: 8,
  adjective: 16,
  verb: 32,
  /** Articles, pronouns, prepositions, conjunctions, adverbs. */
  function: 64,
  /** A town or village in Germany. */
  town: 128,
  /** Any other place: countries, regions, rivers, large cities elsewhere. */
  area: 256,
} as const;

/** The words that the recognisers know. */
export interface Lexicon {
  /**
   * @param word as it is written in the text, with a capital or without
   * @returns the sum of `WORD` values, 0 for a word that is not known
   */
  flags(word: string): number;
}
