import { beforeAll, describe, expect, it } from '@jest/globals';
import { listActs } from '../../audit/acts.store.ts';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import type { Db } from '../../store/store.ts';
import { createCollection, removeCollection } from '../collections/collections.store.ts';
import { enterDocument } from '../collections/testing/documents.ts';
import { someFields } from '../collections/testing/samples.ts';
import { sweepRemoved } from '../removal/sweep.ts';
import { changeDocument, documentById, listDocuments, removeDocument } from './documents.store.ts';

const HERE = 'lk-kusel';
const doing = { actor: { kind: 'operator' }, reason: 'für die Tests geändert' } as const;

onBothStores('documents of a collection', (open) => {
  let store: TestStore;
  let collection: string;
  const here = <T>(work: (db: Db) => Promise<T>) => store.within({ kommune: HERE }, work);
  const enter = (name: string, more: Partial<Parameters<typeof enterDocument>[1]> = {}) =>
    enterDocument(store, { kommune: HERE, collection, name, texts: ['Text'], ...more });
  const make = async (more = {}) => {
    const made = await here((db) =>
      createCollection(db, { kommune: HERE, fields: someFields(more), ...doing }),
    );
    return made.id;
  };
  const count = async (table: string, where = 'true') => {
    const [row] = await store.tamper(`select count(*)::int as n from amtsfeder.${table} where ${where}`);
    return row?.n;
  };
  beforeAll(async () => {
    store = await open();
    collection = await make();
  });
  const list = (after: string | null = null, filter = '') =>
    here((db) => listDocuments(db, collection, { after, filter }));

  describe('as a list', () => {
    beforeAll(async () => {
      for (let n = 0; n < 101; n++) await enter(`Ordner/${String(n).padStart(3, '0')}.md`);
      await enter('Äpfel_100%.md');
      await enter('anfang.md');
      await enter('noch nicht.md', { ready: false });
    });

    it('come by name, a page at a time', async () => {
      const first = await list();
      expect([first.total, first.documents.length, first.documents[0]?.name]).toEqual([
        103,
        100,
        'anfang.md',
      ]);
      const second = await list(first.next);
      expect(second.documents.map(({ name }) => name)).toEqual([
        'Ordner/099.md',
        'Ordner/100.md',
        'Äpfel_100%.md',
      ]);
      expect(second.next).toBeNull();
    });

    it('are filtered by what stands in their names, signs of patterns included', async () => {
      expect((await list(null, 'äPFEL_100%')).documents).toHaveLength(1);
      expect((await list(null, '_')).total).toBe(1);
      expect((await list(null, 'noch nicht')).total).toBe(0);
    });
  });

  describe('with versions', () => {
    let document: string;
    beforeAll(async () => {
      await enter('DA.md', { validFrom: '2024-01-01', validTo: '2025-12-31' });
      await enter('DA.md', { validFrom: '2026-01-01' });
      ({ document } = await enter('DA.md', { validFrom: '2999-01-01', ready: false }));
    });
    const get = () => here((db) => documentById(db, document));
    const decision = { kind: 'statute', reviewOn: '2027-01-01', validTo: null } as const;

    it('tell which one counts', async () => {
      expect((await get())?.versions.map(({ number, state }) => [number, state])).toEqual([
        [2, 'current'],
        [1, 'old'],
      ]);
    });

    it('move the day on which one follows the other', async () => {
      const changed = await here((db) =>
        changeDocument(db, document, { ...decision, revision: 1, validFrom: '2026-03-01' }, doing),
      );
      expect(changed).toMatchObject({ kind: 'statute', reviewOn: '2027-01-01', revision: 2 });
      expect(changed.versions.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
        ['2026-03-01', null],
        ['2024-01-01', '2026-02-28'],
      ]);
      const { lines } = await here((db) => listActs(db, HERE, { limit: 1, kind: 'document.changed' }));
      expect(lines[0]).toMatchObject({ subject: document, details: { collection, kind: 'statute' } });
      expect(JSON.stringify(lines)).not.toContain('DA.md');
    });

    it('are changed by one after the other', async () => {
      await expect(
        here((db) =>
          changeDocument(db, document, { ...decision, revision: 1, validFrom: '2026-03-01' }, doing),
        ),
      ).rejects.toMatchObject({ code: 'conflict' });
    });

    it('are nobody else’s', async () => {
      expect(
        await store.within({ kommune: 'donnersbergkreis' }, (db) => documentById(db, document)),
      ).toBeNull();
      await expect(
        store.within({ kommune: 'donnersbergkreis' }, (db) => removeDocument(db, document, doing)),
      ).rejects.toMatchObject({ code: 'not_found' });
      expect(await here((db) => documentById(db, 'DA.md'))).toBeNull();
    });

    it('are gone at once when the document is removed, and their rows afterwards', async () => {
      await here((db) => removeDocument(db, document, doing));
      expect(await get()).toBeNull();
      expect((await list(null, 'DA.md')).total).toBe(0);
      expect(await count('document_version', `document = '${document}'`)).toBe(3);
      expect(await sweepRemoved(store)).toEqual({ versions: 3, documents: 1, collections: 0 });
      expect(await count('document_version', `document = '${document}'`)).toBe(0);
      // The name is there for a new one, before and after.
      expect((await enter('DA.md')).document).not.toBe(document);
    });
  });

  it('leave nothing behind with their collection, and others as they are', async () => {
    const other = await make({ name: 'Andere' });
    await enterDocument(store, { kommune: HERE, collection: other, name: 'x.md', texts: ['bleibt'] });
    await store.tamper(
      `insert into amtsfeder.import_run (id, kommune, collection, origin, kind, valid_from, lease)
         values (gen_random_uuid(), $1, $2, 'upload', 'other', now(), now())`,
      [HERE, collection],
    );
    await store.tamper(
      `with f as (insert into amtsfeder.import_file (run, collection, kommune, name, hash, bytes)
         select id, collection, kommune, 'x', sha256('x'), 1 from amtsfeder.import_run returning id)
       insert into amtsfeder.import_piece select id, n, $1, '\\x00' from f, generate_series(0, 20) n`,
      [HERE],
    );
    await here((db) => removeCollection(db, collection, doing));
    expect(await sweepRemoved(store)).toMatchObject({ collections: 1 });
    for (const table of ['document', 'document_version', 'original_piece', 'section'])
      expect([table, await count(table)]).toEqual([table, 1]);
    for (const table of ['import_run', 'import_file', 'import_piece'])
      expect([table, await count(table)]).toEqual([table, 0]);
    expect(await sweepRemoved(store)).toEqual({ versions: 0, documents: 0, collections: 0 });
  });

  it('keep replaced versions as long as the collection says, and the last one in any case', async () => {
    collection = await make({ name: 'Kurz', keepOldDays: 30 });
    const day = async (ago: number) =>
      String(
        (await store.tamper(`select (amtsfeder.berlin_day(now()) - $1::integer)::text as day`, [ago]))[0]
          ?.day,
      );
    await enter('a.md', { validFrom: '2020-01-01', validTo: await day(31) });
    await enter('a.md', { validFrom: await day(30), validTo: await day(30) });
    await enter('a.md', { validFrom: await day(29) });
    await enter('b.md', { validFrom: '2020-01-01', validTo: await day(500) });
    // What is to follow it is not there yet.
    await enter('b.md', { validFrom: await day(1), ready: false });
    expect(await sweepRemoved(store)).toEqual({ versions: 1, documents: 0, collections: 0 });
    expect(await count('document_version', `collection = '${collection}'`)).toBe(4);
  });
});
