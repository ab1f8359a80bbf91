import type { FileNotice } from '../../../contract/documents.ts';
import type { Kind } from '../../documents/kind.ts';
import type { IndexRow } from '../search/index.store.ts';

/** What is known of a file once it is read. */
export interface FileFacts {
  title: string;
  format: Kind;
  /** Null where it has none. */
  pages: number | null;
  /** Addresses that stand in its text. */
  addresses: string[];
  notices: FileNotice[];
}

/** Some sections of a file, in its order. */
export interface Batch {
  rows: IndexRow[];
  /** Whether no more come. */
  last: boolean;
}
