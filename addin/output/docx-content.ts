import type { Block, Run } from '../../contract/rich.ts';
import type { Provenance } from '../office/host.ts';

/** A tracked change as Word keeps it. */
export interface Revision {
  kind: 'insertion' | 'deletion';
  author: string;
  /** ISO 8601. */
  at: string;
}

/** A remark beside the text. */
export interface DocxComment {
  id: string;
  author: string;
  /** ISO 8601. */
  at: string;
  /** Plain text. */
  text: string;
}

/** A run with what a reviewer left on it. */
export type PaperRun = Run & {
  revision?: Revision;
  /** Ids of the comments that are about it. */
  comments?: readonly string[];
};

/** What is so about the break before a paragraph. */
interface Broken {
  breakBefore?: readonly Revision[];
}

/** Formatted text with tracked changes and comments; text without them is one, too. */
export type PaperBlock =
  | ({ type: 'heading'; level: 1 | 2 | 3 | 4; runs: PaperRun[] } & Broken)
  | ({ type: 'paragraph'; runs: PaperRun[] } & Broken)
  | { type: 'quote'; blocks: PaperBlock[] }
  | { type: 'list'; ordered: boolean; start: number; items: PaperBlock[][] }
  | { type: 'table'; header: boolean; rows: PaperRun[][][] }
  | Extract<Block, { type: 'rule' }>;

/** What a Word document carries beside its text. */
export interface DocxMeta {
  /** For the document's properties. */
  title: string;
  comments?: readonly DocxComment[];
  /** Which texts were made with AI; kept in a part of its own, unseen. */
  provenances?: readonly Provenance[];
}
