import type { AgentSource } from '../agent-source.ts';
import { isWithdrawn } from './admin-cards.ts';
import { itemId } from './item.ts';
import { versionAt, itemById } from './items.store.ts';
import type { LibraryParts } from './parts.ts';
import { isEditor } from './rights.ts';
import { shippedDecisions } from './shipped.store.ts';
import { noteUse, useKey } from './use.store.ts';

/** Agents for runs, out of the library: those that are shipped, the Verbund's, and those of the person's Kommune. */
export function librarySource({ store, pseudonym, shipped }: LibraryParts): AgentSource {
  const approved: AgentSource['approved'] = (person, id) => {
    const { kommune } = person;
    const known = shipped.find((one) => one.id === id);
    return store.within({ kommune }, async (db) => {
      if (known !== undefined) {
        const gone = isWithdrawn(await shippedDecisions(db, kommune), id, kommune);
        return gone ? null : { agent: known.agent, number: known.number };
      }
      const item = await itemById(db, itemId(id));
      if (item === null) return null;
      const version = await versionAt(db, item.id, 'approved');
      return version?.content.kind === 'agent'
        ? { agent: version.content.agent, number: version.number }
        : null;
    });
  };
  return {
    approved,
    async isUsable(person, id, number) {
      if (shipped.some((one) => one.id === id)) return (await approved(person, id)) !== null;
      const { kommune } = person;
      const state = await store.within({ kommune }, async (db) => {
        const item = await itemById(db, itemId(id));
        return item && (await versionAt(db, item.id, number))?.state;
      });
      return state === 'approved' || state === 'replaced';
    },
    mayTry: isEditor,
    async noteUse(person, id) {
      const { kommune } = person;
      await store.within({ kommune }, async (db) => {
        const known = shipped.some((one) => one.id === id) || (await itemById(db, id)) !== null;
        if (known) await noteUse(db, kommune, id, useKey(person, pseudonym));
      });
    },
  };
}
