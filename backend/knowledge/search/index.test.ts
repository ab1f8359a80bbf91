import { beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import { dropVersionIndex, indexSections } from './index.store.ts';
import { reindex } from './reindex.ts';
import { KOMMUNE, openTestHouse, type TestHouse } from './testing/house.ts';
import { addCollection, addDocument, indexRows, remove } from './testing/library.store.ts';
import { rules } from './testing/texts.ts';

onBothStores('the index', (open) => {
  let store: TestStore;
  let house: TestHouse;
  beforeAll(async () => {
    store = await open();
    house = await openTestHouse(store);
  });

  it('forgets a deleted document, its terms and counts, at once', async () => {
    const before = await house.kept();
    const { id } = await addDocument(store, house.own, {
      name: 'weg.md',
      title: 'Geheimplan Regenbogenbrücke',
      sections: Array.from({ length: 3 }, (_, index) => ({
        path: [`${index} Regenbogen`],
        text: `Die Regenbogenbrücke am Rathaus hat ${index} Pfeiler.`,
        pages: null,
      })),
    });
    expect(await house.names('Regenbogenbrücke')).toHaveLength(3);
    await remove(store, 'document', id, KOMMUNE);
    expect(await house.names('Regenbogenbrücke')).toEqual([]);
    expect(await house.kept()).toEqual(before);
  });

  it('forgets what is dropped, and takes it in anew', async () => {
    const before = await house.kept();
    const sections = [{ path: ['1 Brunnen'], text: 'Der Springbrunnen läuft.', pages: null }];
    const { id, version } = await addDocument(store, house.own, { name: 'b.md', title: 'Brunnen', sections });
    await store.within({ kommune: KOMMUNE }, (db) => dropVersionIndex(db, version));
    expect(await house.names('Springbrunnen')).toEqual([]);
    expect(await house.kept()).toEqual(before);
    await store.within({ kommune: KOMMUNE }, (db) =>
      indexSections(db, version, indexRows('Brunnen', sections)),
    );
    expect(await house.names('Springbrunnen')).toEqual(['b.md 1 Brunnen']);
    await remove(store, 'document', id, KOMMUNE);
  });

  it('keeps nothing of an import that failed', async () => {
    const before = await house.kept();
    const sections = [{ path: ['1'], text: 'Wolkenkuckucksheim', pages: null }];
    const version = await store.tamper(`select id from amtsfeder.document_version order by id limit 1`);
    await expect(
      store.within({ kommune: KOMMUNE }, async (db) => {
        await indexSections(db, String(version[0]?.id), indexRows('x', sections));
        throw new Error('stop');
      }),
    ).rejects.toThrow();
    expect(await house.kept()).toEqual(before);
  });

  it('deletes a collection with all that it had', async () => {
    const before = await house.kept();
    const collection = await addCollection(store, KOMMUNE, 'Kurzlebig');
    for (const document of rules) await addDocument(store, collection, document);
    await remove(store, 'collection', collection.id, KOMMUNE);
    expect(await house.kept()).toEqual(before);
  });

  it('makes the index anew for another analysis, and finds the same', async () => {
    const before = await house.kept();
    const found = await house.names('Wie lange ist die Pause?');
    expect(await reindex(store, () => false)).toBe(0);
    await store.tamper('update amtsfeder.document_version set analyser = 0');
    let steps = 0;
    const some = await reindex(store, () => steps++ > 4);
    expect(some).toBeGreaterThan(0);
    expect(await reindex(store)).toBeGreaterThan(0);
    expect(await reindex(store)).toBe(0);
    expect(await house.names('Wie lange ist die Pause?')).toEqual(found);
    expect(await house.kept()).toEqual(before);
  });
});
