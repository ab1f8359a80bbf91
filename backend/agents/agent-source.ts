import type { Agent } from '../../contract/agents/definition.ts';
import type { Person } from '../identity/person.ts';

/** Where runs have their agents from. */
export interface AgentSource {
  /**
   * The approved version of an agent that this person may use; null where there is none, or it was withdrawn.
   * @throws StoreError
   */
  approved(person: Person, id: string): Promise<{ agent: Agent; number: number } | null>;
  /**
   * Whether a run that began with a version may go on with it: one that was replaced may, one that was withdrawn may not.
   * @throws StoreError
   */
  isUsable(person: Person, id: string, number: number): Promise<boolean>;
  /** Whether this person writes agents, and may try one that is not saved. */
  mayTry(person: Person): boolean;
  /**
   * Counts that it was used, so that nobody learns by whom.
   * @throws StoreError
   */
  noteUse(person: Person, id: string): Promise<void>;
}
