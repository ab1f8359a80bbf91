/** How often each term of the question stands in a field; in the order of `query.terms`. */
export type TermCounts = readonly number[];

/** A section that may answer the question, with what the ranking needs of it. */
export interface Candidate {
  /** The section's id; equal ones are decided by it, so that results are the same everywhere. */
  section: number;
  /** The id of the document('s version) it stands in. */
  document: string;
  title: TermCounts;
  heading: TermCounts;
  text: TermCounts;
  /** `AnalysedSection.words` */
  words: number;
  /** Title of the document, headings and text as they are read: for comparison by 4-grams and for nearness. */
  content: { title: string; path: readonly string[]; text: string };
}

/** What is known of all sections that are searched (or of the whole store). */
export interface CorpusFigures {
  sections: number;
  /** Mean of `AnalysedSection.words`. */
  meanWords: number;
  /** In how many sections each term of the question stands, in whichever field; in the order of `query.terms`. */
  frequencies: readonly number[];
}

/** A section in its place. */
export interface Ranked {
  section: number;
  document: string;
  /** The higher the better; comparable within one result only. */
  score: number;
  /** Its value by words alone (BM25F), comparable between results of one query. */
  words: number;
  /** Share of the question that stands in the section: its words weighted by how rare they are, 0 to 1. */
  coverage: number;
  /** Share of the question's 4-grams that stands in the section, weighted by how rare they are, 0 to 1. */
  grams: number;
}
