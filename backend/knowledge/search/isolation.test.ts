import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import { findSections } from './candidates.store.ts';
import { dropVersionIndex, indexSections } from './index.store.ts';
import { corpusOf, vocabularyNear } from './terms.store.ts';
import { KOMMUNE, openTestHouse, OTHER, type TestHouse } from './testing/house.ts';
import {
  addCollection,
  addDocument,
  indexRows,
  readIndex,
  type TestCollection,
} from './testing/library.store.ts';
import { questions } from './testing/texts.ts';

onBothStores('the search between Kommunen', (open) => {
  let store: TestStore;
  let house: TestHouse;
  let foreign: TestCollection;
  const SECRET = 'Zauberwald';
  beforeAll(async () => {
    store = await open();
    house = await openTestHouse(store);
    foreign = await addCollection(store, OTHER, 'Fremdes');
  });

  it('finds, counts and suggests nothing of another, whatever ids are given', async () => {
    const before = await Promise.all(questions.map((question) => house.ask(question)));
    for (let index = 0; index < 5; index++)
      await addDocument(store, foreign, {
        name: `f${index}.md`,
        title: 'Fremd',
        sections: [{ path: [`${SECRET} Pause`], text: `${SECRET} Pause Hund Rathaus Freitag`, pages: null }],
      });
    const collections = [house.own.id, house.verbund.id, foreign.id];
    expect(await Promise.all(questions.map((question) => house.ask(question, { collections })))).toEqual(
      before,
    );
    expect((await house.ask(SECRET, { collections })).hits).toEqual([]);
    expect((await house.ask('Zauberwalt', { collections: [foreign.id] })).hits).toEqual([]);
    expect((await house.ask(SECRET, { collections: [foreign.id] }, OTHER)).hits).not.toEqual([]);

    const keys = await store.tamper(
      'select id * 4 + n as key from amtsfeder.term_count, generate_series(0, 3) n',
    );
    const lists = {
      keys: keys.map(({ key }) => Number(key)),
      weights: keys.map(() => 1),
      common: keys.map(({ key }) => Number(key)),
    };
    const seen = await store.within({ kommune: KOMMUNE }, async (db) => ({
      corpus: await corpusOf(db, [foreign.id], ['zauberwald', 'paus']),
      near: await vocabularyNear(db, [foreign.id], 'zauberwald', 2),
      found: await findSections(
        db,
        lists,
        { collections: [foreign.id], kinds: null, on: null, old: true },
        100,
      ),
    }));
    expect(seen).toEqual({ corpus: { sections: 0, words: 0, counts: [] }, near: [], found: [] });
  });

  it('lets nobody write into the index of another', async () => {
    const { version } = await addDocument(store, foreign, {
      name: 'ziel.md',
      title: 'Ziel',
      sections: [{ path: ['1'], text: 'Zielscheibe', pages: null }],
    });
    const before = await house.kept();
    const rows = indexRows('x', [{ path: [], text: 'Untergeschoben', pages: null }]).map((row) => ({
      ...row,
      number: 9,
    }));
    for (const kommune of [KOMMUNE] as const)
      await expect(store.within({ kommune }, (db) => indexSections(db, version, rows))).rejects.toThrow();
    await store.within({ kommune: KOMMUNE }, (db) => dropVersionIndex(db, version));
    expect(await house.kept()).toEqual(before);
    const verbundVersion = await store.tamper(
      'select id from amtsfeder.document_version where kommune is null limit 1',
    );
    await expect(
      store.within({ kommune: KOMMUNE }, (db) => indexSections(db, String(verbundVersion[0]?.id), rows)),
    ).rejects.toThrow();
    await expect(
      store.within({ kommune: KOMMUNE }, (db) => indexSections(db, randomUUID(), rows)),
    ).rejects.toThrow();
  });

  it('gives the role of the backend no way to the index but the functions', async () => {
    await expect(store.within({ kommune: KOMMUNE }, readIndex)).rejects.toThrow();
  });

  it('shows nobody what another has slipped into their collection', async () => {
    // A fault of ours, not a way that there is: rows of one Kommune under the collection of another.
    await addDocument(
      store,
      { id: house.own.id, kommune: OTHER },
      {
        name: 'trojaner.md',
        title: 'Trojaner',
        sections: [{ path: ['Pferd'], text: 'Holzpferd', pages: null }],
      },
    ).catch(() => undefined);
    expect(await house.names('Holzpferd')).toEqual([]);
  });
});
