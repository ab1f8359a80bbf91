import type { Agent } from '../../../contract/agents/definition.ts';
import type { ExampleReport } from '../../../contract/agents/example.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Person } from '../../identity/person.ts';
import type { Pseudonym } from '../../identity/pseudonym.ts';
import type { Store } from '../../store/store.ts';

/** An agent that comes with Amtsfeder. */
export interface Shipped {
  id: string;
  number: number;
  agent: Agent;
}

/**
 * Runs an agent on its worked examples, with the rights and on the account of a person; takes minutes, and is never called
 * inside of a transaction.
 * @param model id of a model; null for the built-in one
 */
export type RunExamples = (
  agent: Agent,
  model: string | null,
  person: Person,
  signal: AbortSignal,
) => Promise<ExampleReport[]>;

/** What the library needs of the house. */
export interface LibraryParts {
  store: Store;
  pseudonym: Pseudonym;
  shipped: readonly Shipped[];
  /** Ids and names of the Vorlagen of the house. */
  houseTemplates: readonly { id: string; label: string }[];
  /** What a Kommune, or for null the Verbund, is called. */
  ownerName(kommune: KommuneId | null): string;
  runExamples: RunExamples;
}
