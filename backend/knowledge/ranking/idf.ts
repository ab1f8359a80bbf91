/**
 * How much it says that a section has a term (Robertson and Spärck Jones, never below 0).
 * @param frequency sections that have it
 */
export function idf(frequency: number, sections: number): number {
  const seen = Math.min(Math.max(frequency, 0), sections);
  return Math.log(1 + (sections - seen + 0.5) / (seen + 0.5));
}

/** Sections from which on a collection tells by itself which words are rare. */
const TELLING = 100;
/** In how many of those that a small one lacks a word is believed to stand. */
const BELIEVED = 1;

/**
 * `idf` among so many sections at the least. In a collection of one section every word of it is in all sections and would
 * count next to nothing, so that no question had enough to rest on; believed sections beside it make all words count alike.
 */
export function rarity(frequency: number, sections: number): number {
  const lacking = Math.max(0, TELLING - sections);
  return idf(frequency + (lacking / TELLING) * BELIEVED, sections + lacking);
}
