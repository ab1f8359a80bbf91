import type { DocumentKind } from '../../../contract/knowledge.ts';
import type { AlsoWords } from '../analysis/analysed.ts';
import type { QuestionVector } from '../embeddings/dense-ranking.ts';

/** What is looked for. */
export interface SearchRequest {
  question: string;
  /** Further words: of a dictionary, or written by a model. */
  also: readonly AlsoWords[];
  /** Ids of the collections that the person may read and wants to be searched. */
  collections: readonly string[];
  /** Only these kinds of document; null for all. */
  kinds: readonly DocumentKind[] | null;
  /** ISO 8601 calendar date on which it must be valid; null for today. */
  on: string | null;
  /** Whether replaced versions are found too, as such. */
  old: boolean;
  /** Hits at the most. */
  limit: number;
  /** The question as models see it that collections were given to; none for a search by words alone. */
  meaning?: readonly QuestionVector[];
}

/** A section that was found. */
export interface Hit {
  section: number;
  collection: string;
  document: {
    id: string;
    version: string;
    /** The file's name. */
    name: string;
    title: string;
    kind: DocumentKind;
    /** ISO 8601 calendar dates. */
    validFrom: string;
    validTo: string | null;
    /** Whether it has been replaced or is over. */
    old: boolean;
  };
  /** Title path; see `Section`. */
  path: readonly string[];
  text: string;
  pages: { first: number; last: number } | null;
  /** The higher the better; comparable within one result only. */
  score: number;
  /** Where words of the question stand in `text`, in order, without overlaps (UTF-16). */
  marks: readonly { start: number; end: number }[];
}

/** What was found for a question. */
export interface SearchResult {
  /** The best first; parts of one section of a document count once, with the best part. */
  hits: readonly Hit[];
  /** How well the best hits bear the question, 0 to 1; below `ranking/support.ts`' threshold nothing is claimed. */
  support: number;
  /** Whether that is enough for an answer, where a model reads and quotes it; and where nobody does. */
  enough: boolean;
  enoughUnread: boolean;
}
