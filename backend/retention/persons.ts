import type { PersonErasure, PersonExport } from '../../contract/persons.ts';
import type { ActKind } from '../../contract/audit.ts';
import type { Actor } from '../audit/actor.ts';
import { recordAct } from '../audit/audit.store.ts';
import type { Pseudonym } from '../identity/pseudonym.ts';
import type { Db, Store } from '../store/store.ts';
import { type DataSubject, personalRooms } from './personal-data.ts';

/** Who wants it, and why. */
export interface PersonOrder {
  subject: DataSubject;
  actor: Actor;
  reason: string;
}

/** What a person may ask of the house about themselves. */
export interface PersonDesk {
  /** Everything that is stored about a person (Art. 15 DSGVO). @throws StoreError */
  export(order: PersonOrder): Promise<Omit<PersonExport, 'version'>>;
  /** Erases it (Art. 17 DSGVO), all or nothing. @throws StoreError */
  erase(order: PersonOrder): Promise<Omit<PersonErasure, 'version'>>;
}

/**
 * Gives and erases what is stored about a person of a Kommune, in one transaction that sees that Kommune alone. The
 * protocol tells that it was done, for whom by a pseudonym that only the house itself can make of an id.
 */
export function personDesk(store: Store, pseudonym: Pseudonym): PersonDesk {
  const rooms = personalRooms(pseudonym);
  const done = (db: Db, kind: ActKind, { subject, actor, reason }: PersonOrder, records: number) =>
    recordAct(db, {
      actor,
      kommune: subject.kommune,
      kind,
      subject: pseudonym('data subject', subject),
      details: { records },
      reason,
    });
  return {
    export: (order) =>
      store.within({ kommune: order.subject.kommune }, async (db) => {
        const told: PersonExport['rooms'] = [];
        for (const { room, about, export: read } of rooms) {
          told.push({ room, about, records: await read(db, order.subject) });
        }
        await done(db, 'person.exported', order, total(told.map(({ records }) => records.length)));
        return { rooms: told };
      }),
    erase: (order) =>
      store.within({ kommune: order.subject.kommune }, async (db) => {
        const erased: PersonErasure['rooms'] = [];
        for (const { room, erase } of rooms) erased.push({ room, erased: await erase(db, order.subject) });
        await done(db, 'person.erased', order, total(erased.map((one) => one.erased)));
        return { rooms: erased };
      }),
  };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
