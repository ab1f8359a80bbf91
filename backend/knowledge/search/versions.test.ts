import { beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import type { SearchRequest } from './request.ts';
import { KOMMUNE, openTestHouse, type TestHouse } from './testing/house.ts';
import { addCollection, addDocument, type TestCollection } from './testing/library.store.ts';

onBothStores('versions of a document', (open) => {
  let store: TestStore;
  let house: TestHouse;
  let collection: TestCollection;
  beforeAll(async () => {
    store = await open();
    house = await openTestHouse(store);
    collection = await addCollection(store, KOMMUNE, 'Fassungen', { keepOldDays: 60 });
    const text = (amount: number) => [
      { path: ['1 Gebühr'], text: `Die Ausleihe kostet ${amount} Euro.`, pages: null },
    ];
    const day = house.dayIn;
    const first = await addDocument(store, collection, {
      name: 'gebuehr.md',
      title: 'Gebühren',
      sections: text(1),
      validTo: await day(-100),
    });
    const further = async (number: number, validFrom: string, validTo: string | null, ready = true) =>
      addDocument(store, collection, {
        name: 'gebuehr.md',
        title: 'Gebühren',
        sections: text(number),
        validFrom,
        validTo,
        ready,
        of: { id: first.id, number },
      });
    await further(2, await day(-99), await day(-10));
    await further(3, await day(-9), await day(9));
    await further(4, await day(10), null);
    await further(5, await day(-9), null, false);
  });
  const found = async (further: Partial<SearchRequest>) =>
    (await house.ask('Was kostet die Ausleihe?', { collections: [collection.id], ...further })).hits.map(
      ({ text, document }) => [text.replace(/\D/g, ''), document.old],
    );

  it('finds the one that counts today', async () => expect(await found({})).toEqual([['3', false]]));
  it('finds replaced ones after it for as long as the collection says', async () =>
    expect(await found({ old: true })).toEqual([
      ['3', false],
      ['2', true],
    ]));
  it('finds those of another day', async () => {
    expect(await found({ on: await house.dayIn(-20) })).toEqual([['2', true]]);
    expect(await found({ on: await house.dayIn(20) })).toEqual([['4', false]]);
    expect(await found({ on: await house.dayIn(-200) })).toEqual([]);
  });
  it('finds nothing in a collection that is over, or removed', async () => {
    const past = await addCollection(store, KOMMUNE, 'Vorbei', { validTo: await house.dayIn(-1) });
    await addDocument(store, past, {
      name: 'x.md',
      title: 'x',
      sections: [{ path: ['1 Luftschiff'], text: 'Luftschiffe landen hier.', pages: null }],
    });
    expect(await house.names('Luftschiff', { collections: [past.id] })).toEqual([]);
    expect(await house.names('Luftschiff', { collections: [past.id], on: await house.dayIn(-1) })).toEqual([
      'x.md 1 Luftschiff',
    ]);
    await store.tamper(`update amtsfeder.collection set removed_at = now() where id = $1`, [past.id]);
    expect(await house.names('Luftschiff', { collections: [past.id], on: await house.dayIn(-1) })).toEqual(
      [],
    );
  });
});
