/** A piece of a document that is found and quoted as a whole. */
export interface Section {
  /** Headings above it, from the outermost to its own, numbers kept ("§ 5 Wegstreckenentschädigung"); without the title. */
  path: readonly string[];
  /** Its text as Markdown, without the headings of its path. */
  text: string;
  /** First and last page, counted from 1; null where the document has none. */
  pages: { first: number; last: number } | null;
}
