import * as z from 'zod/mini';
import type { ExampleReport } from '../../../contract/agents/example.ts';
import type {
  HighRiskUse,
  LibraryContent,
  LibraryKind,
  Screening,
  VersionState,
} from '../../../contract/agents/library.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Scope } from '../../store/store.ts';

/** Something in the library that somebody wrote. */
export interface Item {
  /** UUID. */
  id: string;
  /** Null: of the Verbund. */
  kommune: KommuneId | null;
  kind: LibraryKind;
  copiedFrom: { id: string; number: number } | null;
}

/** Who wrote or approved a version, as far as the scope and the protocol still tell. */
export interface Acting {
  name: string;
  /** Whether it is the person who asks. */
  self: boolean;
}

/** A version without its content. */
export interface VersionMark {
  number: number;
  state: VersionState;
  revision: number;
  /** ISO 8601, UTC. */
  changedAt: string;
  author: Acting;
  approver: Acting | null;
  reason: string;
  screening: Screening | null;
  suspected: HighRiskUse[];
  examples: ExampleReport[] | null;
}

/** A version with its content. */
export interface Version {
  number: number;
  state: VersionState;
  revision: number;
  content: LibraryContent;
}

/** Whose rows a transaction must see to write those of an item. */
export function scopeOf({ kommune }: Pick<Item, 'kommune'>): Scope {
  return kommune === null ? 'verbund' : { kommune };
}

/** An id in an address, if it can be one of an item. */
export function itemId(value: unknown): string | null {
  const id = z.uuid().safeParse(value);
  return id.success ? id.data.toLowerCase() : null;
}
