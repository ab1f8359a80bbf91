import type { KommuneId } from '../../../contract/identity.ts';
import type { Db, Store } from '../../store/store.ts';
import type { Finds } from './finds.ts';
import { noteUnanswered, type Unanswered } from './unanswered.store.ts';

/** What is remembered of searches, for upkeep: never who searched. */
export interface Notes {
  /** That a search of a Kommune led to sections. Returns at once. */
  found(kommune: KommuneId, sections: readonly number[]): void;
  /**
   * That a question found nothing, as long as the policy of the Kommune keeps such.
   * @throws StoreError
   */
  unanswered(kommune: KommuneId, asked: Unanswered): Promise<void>;
}

/** @param keptDays `retentionDays.searches` of the policy of a Kommune */
export function createNotes({
  store,
  finds,
  keptDays,
}: {
  store: Pick<Store, 'within'>;
  finds: Pick<Finds, 'note'>;
  keptDays(db: Db, kommune: KommuneId): Promise<number>;
}): Notes {
  return {
    found: (kommune, sections) => finds.note(kommune, sections),
    unanswered: (kommune, asked) =>
      store.within({ kommune }, async (db) =>
        noteUnanswered(db, kommune, asked, await keptDays(db, kommune)),
      ),
  };
}
