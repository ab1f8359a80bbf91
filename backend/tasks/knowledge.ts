import type { Answer } from '../../contract/answer.ts';
import type { KnowledgeScope, SourceCard } from '../../contract/knowledge.ts';
import type { DataClass } from '../../contract/privacy.ts';

/** What is looked for in the internal knowledge. */
export interface Inquiry {
  /** In a person's own words; it stays in the house. */
  question: string;
  /** Further search words that a model wrote; untrusted, only ever searched for. */
  words: string;
  scope: KnowledgeScope;
}

/** A section that was found, as it is stored. */
export interface FoundSection {
  card: SourceCard;
  /** Class of its collection: the least that a request with it has. */
  dataClass: DataClass;
  /** What stands right before and after it in the same document; empty where nothing does. */
  before: string;
  after: string;
}

/** What the knowledge has on a question. */
export interface Findings {
  /** The best first; their cards are numbered from 1. */
  sections: readonly FoundSection[];
  /** Whether that bears an answer. */
  enough: boolean;
  /** The same where no language model reads them. */
  enoughUnread: boolean;
  /** Whom to ask: those of the collections that were searched. */
  contacts: Answer['contacts'];
}

export const nothingThere: Findings = { sections: [], enough: false, enoughUnread: false, contacts: [] };

/** The internal knowledge as one person may read it. */
export interface Knowledge {
  /** @throws StoreError */
  find(inquiry: Inquiry): Promise<Findings>;
  /**
   * What this person may search in.
   * @throws StoreError
   */
  collections(): Promise<readonly { id: string; name: string }[]>;
  /**
   * Remembers which sections were of use.
   * @throws StoreError
   */
  noteFound(sections: readonly number[]): Promise<void>;
  /**
   * Remembers a question without an answer.
   * @param masked nothing personal stands in it any more
   * @throws StoreError
   */
  noteUnanswered(masked: string, scope: KnowledgeScope): Promise<void>;
}

/** A house without any knowledge. */
export const noKnowledge: Knowledge = {
  find: () => Promise.resolve(nothingThere),
  collections: () => Promise.resolve([]),
  noteFound: () => Promise.resolve(),
  noteUnanswered: () => Promise.resolve(),
};
