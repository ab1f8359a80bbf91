import type { CollectionFields, Contact } from '../../../contract/knowledge.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import type { DataClass } from '../../../contract/privacy.ts';

/** What documents are kept together under one rule. */
export interface Collection {
  id: string;
  /** Null: of the Verbund. */
  kommune: KommuneId | null;
  /** Counted from 1 at each change. */
  revision: number;
  fields: CollectionFields;
}

/** A collection as those who search in it need it. */
export interface ReadableCollection {
  id: string;
  /** Null: of the Verbund. */
  kommune: KommuneId | null;
  name: string;
  description: string;
  verbund: boolean;
  /** Class of its documents at the least. */
  dataClass: DataClass;
  contact: Contact;
  embeddingModel: string | null;
}

/**
 * Those of the collections that a person may read which they want to be searched. One that they may not read is passed
 * over as one that is not there.
 * @param wanted ids; null for all
 */
export function wantedOf(
  readable: readonly ReadableCollection[],
  wanted: readonly string[] | null,
): readonly ReadableCollection[] {
  return wanted === null ? readable : readable.filter(({ id }) => wanted.includes(id));
}
