import { beforeAll, describe, expect, it } from '@jest/globals';
import { listActs } from '../../audit/acts.store.ts';
import type { Db } from '../../store/store.ts';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import {
  allCollections,
  changeCollection,
  collectionById,
  collectionByName,
  createCollection,
  readableCollections,
  removeCollection,
} from './collections.store.ts';
import { cardsOf, reportsOf } from './reports.store.ts';
import { enterDocument } from './testing/documents.ts';
import { someFields } from './testing/samples.ts';

const HERE = 'lk-kusel';
const THERE = 'donnersbergkreis';
const doing = { actor: { kind: 'operator' }, reason: 'für die Tests angelegt' } as const;
const staff = { kommune: HERE, roles: ['staff'], department: 'Bauen' } as const;

onBothStores('collections', (open) => {
  let store: TestStore;
  const ids: Record<string, string> = {};
  const here = <T>(work: (db: Db) => Promise<T>) => store.within({ kommune: HERE }, work);
  beforeAll(async () => {
    store = await open();
    const make = async (kommune: string | null, name: string, more = {}) => {
      const fields = someFields({ name, ...more });
      const made = await store.within(kommune === null ? 'verbund' : { kommune }, (db) =>
        createCollection(db, { kommune, fields, ...doing }),
      );
      ids[`${kommune} ${name}`] = made.id;
    };
    for (const kommune of [HERE, THERE, null]) await make(kommune, 'Dienstanweisungen');
    await make(HERE, 'Personal', { rights: { ...someFields().rights, readDepartments: ['Personal'] } });
    await make(HERE, 'Alt', { validTo: '2025-12-31' });
  });

  it('are read with what is the Verbund’s, and never with what is another Kommune’s', async () => {
    const names = (await here(allCollections)).map(({ kommune, fields }) => `${kommune} ${fields.name}`);
    expect(names).toEqual([
      'lk-kusel Alt',
      ...['lk-kusel Dienstanweisungen', 'null Dienstanweisungen'].sort((a, b) =>
        (ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1,
      ),
      'lk-kusel Personal',
    ]);
  });

  it('are those that the person may read, on the day', async () => {
    const read = async (who: Parameters<typeof readableCollections>[1], on?: string) =>
      (await here((db) => readableCollections(db, who, on))).map(({ name, verbund }) => [name, verbund]);
    const everywhere = [
      ['Dienstanweisungen', false],
      ['Dienstanweisungen', true],
    ];
    expect((await read(staff)).toSorted()).toEqual(everywhere);
    expect((await read({ ...staff, department: 'PERSONAL' })).toSorted()).toEqual([
      ...everywhere,
      ['Personal', false],
    ]);
    expect((await read(staff, '2025-12-31')).toSorted()).toEqual([['Alt', false], ...everywhere]);
    expect(await read(staff, '2019-12-31')).toEqual([]);
  });

  it('are not found by the id of another Kommune’s, nor by what is none', async () => {
    const get = (id: unknown) => here((db) => collectionById(db, id));
    expect(await get(ids['lk-kusel Personal'])).toMatchObject({ kommune: HERE, revision: 1 });
    expect(await get(ids['null Dienstanweisungen'])).toMatchObject({ kommune: null });
    for (const id of [ids[`${THERE} Dienstanweisungen`], 'x', undefined, `${HERE}`])
      expect(await get(id)).toBeNull();
  });

  it('are found by name, each owner’s for itself', async () => {
    const get = (kommune: string | null) => here((db) => collectionByName(db, kommune, 'DIENSTANWEISUNGEN'));
    expect((await get(HERE))?.id).toBe(ids['lk-kusel Dienstanweisungen']);
    expect((await get(null))?.id).toBe(ids['null Dienstanweisungen']);
    expect(await get(THERE)).toBeNull();
  });

  it('have names of their own', async () => {
    const fields = someFields({ name: 'dienstanweisungen' });
    await expect(
      here((db) => createCollection(db, { kommune: HERE, fields, ...doing })),
    ).rejects.toMatchObject({ code: 'name_taken' });
    const id = ids['lk-kusel Personal'] ?? '';
    await expect(
      here((db) => changeCollection(db, id, { revision: 1, fields, ...doing })),
    ).rejects.toMatchObject({ code: 'name_taken' });
  });

  it('are changed by one after the other', async () => {
    const id = ids['lk-kusel Personal'] ?? '';
    const change = (revision: number, keepOldDays: number) =>
      here((db) =>
        changeCollection(db, id, {
          revision,
          fields: someFields({ name: 'Personal', keepOldDays }),
          ...doing,
        }),
      );
    expect(await change(1, 5)).toMatchObject({ revision: 2, fields: { keepOldDays: 5 } });
    await expect(change(1, 6)).rejects.toMatchObject({ code: 'conflict' });
    const both = await Promise.allSettled([change(2, 7), change(2, 8)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { lines } = await here((db) => listActs(db, HERE, { limit: 2, kind: 'collection.changed' }));
    expect(lines[0]).toMatchObject({ subject: id, details: { name: 'Personal', revision: 3 } });
    await expect(
      here((db) =>
        changeCollection(db, ids[`${THERE} Dienstanweisungen`] ?? '', {
          revision: 1,
          fields: someFields(),
          ...doing,
        }),
      ),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of the Verbund are written by the Verbund alone', async () => {
    const id = ids['null Dienstanweisungen'] ?? '';
    // Row-level security does not even lock what a scope may not write.
    const change = { revision: 1, fields: someFields({ description: 'anders' }), ...doing };
    await expect(here((db) => changeCollection(db, id, change))).rejects.toMatchObject({ code: 'not_found' });
    await expect(here((db) => removeCollection(db, id, doing))).rejects.toMatchObject({ code: 'not_found' });
    const fields = someFields({ name: 'Neu' });
    await expect(
      here((db) => createCollection(db, { kommune: null, fields, ...doing })),
    ).rejects.toMatchObject({ name: 'StoreError' });
    expect(await store.within('verbund', (db) => changeCollection(db, id, change))).toMatchObject({
      revision: 2,
    });
  });

  describe('with documents', () => {
    it('tell how many there are, and how many are due', async () => {
      const collection = ids['lk-kusel Dienstanweisungen'] ?? '';
      const enter = (name: string, more = {}) =>
        enterDocument(store, { kommune: HERE, collection, name, texts: ['a', 'b'], ...more });
      await enter('a.md', { reviewOn: '2026-01-01', validTo: '2026-01-31' });
      await enter('a.md', { validFrom: '2026-02-01' });
      await enter('b.md', { validFrom: '2999-01-01' });
      await enter('c.md', { ready: false, reviewOn: '2020-01-01' });
      const reports = await here(async (db) => reportsOf(db, staff, await allCollections(db)));
      expect(reports.find(({ id }) => id === collection)).toMatchObject({
        documents: 2,
        sections: 2,
        overdue: 1,
        mayEdit: false,
      });
      const cards = await here(async (db) => cardsOf(db, await readableCollections(db, staff)));
      expect(cards.find(({ id }) => id === collection)).toMatchObject({ documents: 2, verbund: false });
    });
  });

  it('are gone for everybody as soon as they are removed, and their name is free', async () => {
    const id = ids['lk-kusel Dienstanweisungen'] ?? '';
    await here((db) => removeCollection(db, id, doing));
    expect(await here((db) => collectionById(db, id))).toBeNull();
    expect(await here((db) => collectionByName(db, HERE, 'Dienstanweisungen'))).toBeNull();
    expect((await here(allCollections)).map((one) => one.id)).not.toContain(id);
    await expect(here((db) => removeCollection(db, id, doing))).rejects.toMatchObject({ code: 'not_found' });
    const fields = someFields();
    expect(await here((db) => createCollection(db, { kommune: HERE, fields, ...doing }))).toMatchObject({
      revision: 1,
    });
    const { lines } = await here((db) => listActs(db, HERE, { limit: 1, kind: 'collection.removed' }));
    expect(lines[0]).toMatchObject({ subject: id, details: { name: 'Dienstanweisungen' } });
  });
});
