import { beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import type { Hit } from './request.ts';
import { KOMMUNE, openTestHouse, type TestHouse } from './testing/house.ts';
import { addCollection, addDocument } from './testing/library.store.ts';
import { questions } from './testing/texts.ts';

/** Filled by the embedded store, which comes first. */
const told = new Map<string, unknown>();

const plainly = ({ document, path, score, marks, section }: Hit) => ({
  section,
  name: document.name,
  path,
  score,
  marks,
});

onBothStores('the search', (open) => {
  let store: TestStore;
  let house: TestHouse;
  beforeAll(async () => {
    store = await open();
    house = await openTestHouse(store);
  });

  it.each(questions)('finds the same on both stores: %s', async (question) => {
    const { hits, support } = await house.ask(question);
    expect(hits.length).toBeGreaterThan(0);
    const now = { hits: hits.map(plainly), support };
    if (told.has(question)) expect(now).toEqual(told.get(question));
    told.set(question, now);
  });

  it('finds what answers', async () => {
    expect((await house.names('Wie lange ist die Pause?'))[0]).toBe('arbeitszeit.md 3 Pausen');
    expect((await house.names('Wann muss ich meinen Hund anzeigen?'))[0]).toBe('hund.md § 7 Anzeige');
    expect(await house.names('Telearbeit beantragen')).toEqual(['homeoffice.md 1 Antrag']);
  });

  it('says where it stands', async () => {
    const [hit] = (await house.ask('Telearbeit beantragen')).hits;
    expect(hit).toMatchObject({
      collection: house.verbund.id,
      document: { name: 'homeoffice.md', title: 'Leitfaden Telearbeit', kind: 'handbook', old: false },
      pages: { first: 2, last: 3 },
    });
    expect(hit?.marks.map(({ start, end }) => hit.text.slice(start, end))).toContain('Telearbeit');
  });

  it('puts equal sections in the order of their ids', async () => {
    const hits = (await house.ask('Rathaus geschlossen')).hits;
    expect(hits).toHaveLength(10);
    expect(hits.map(({ section }) => section)).toEqual(
      hits.map(({ section }) => section).toSorted((a, b) => a - b),
    );
  });

  it('finds words with a slip of the keyboard', async () => {
    expect((await house.names('Zeitguthabn'))[0]).toBe('arbeitszeit.md 2 Rahmenzeit');
    expect((await house.names('Rathuas'))[0]).toMatch(/^gleich\.md/);
    expect(await house.names('Xylophonkonzert')).toEqual([]);
  });

  it('filters by collection and kind', async () => {
    expect(await house.names('schriftlich', { collections: [house.verbund.id] })).toEqual([
      'homeoffice.md 1 Antrag',
    ]);
    expect(await house.names('schriftlich', { kinds: ['regulation'] })).toEqual(['reisen.md 1 Genehmigung']);
    expect(await house.names('schriftlich', { kinds: [] })).toEqual([]);
    expect(await house.names('schriftlich', { collections: [] })).toEqual([]);
  });

  it('counts parts of one section once', async () => {
    const collection = await addCollection(store, KOMMUNE, 'Teile');
    await addDocument(store, collection, {
      name: 'lang.md',
      title: 'Lang',
      sections: ['Der Zaun ist grün.', 'Der Zaun ist hoch.'].map((text) => ({
        path: ['1 Zaun'],
        text,
        pages: null,
      })),
    });
    await addDocument(store, collection, {
      name: 'ohne.md',
      title: 'Ohne Überschriften',
      sections: ['Der Zaun ist neu.', 'Der Zaun ist alt.'].map((text) => ({ path: [], text, pages: null })),
    });
    const found = await house.names('Zaun', { collections: [collection.id] });
    expect(found.toSorted()).toEqual(['lang.md 1 Zaun', 'ohne.md ', 'ohne.md ']);
  });

  it.each([
    ['signs of a query language', `' & | ! <-> :* \\ "x" (a OR b) -- ; drop table section; $1 %s {1,2}`],
    ['only signs', '& | ! :* \\'],
    ['NUL', 'Pause\0Pause'],
    ['signs beyond the first plane', '😀 Pause 👩‍👩‍👧 𝔓𝔞𝔲𝔰𝔢'],
    ['half a surrogate pair', 'Pause \ud83d \udc00'],
    ['a long word', 'Donaudampfschifffahrt'.repeat(95)],
    ['many words', Array.from({ length: 250 }, (_, index) => `wort${index}`).join(' ')],
    ['many common words', 'Hund Pause Steuer Rathaus Freitag Gemeinde Tage Euro '.repeat(38)],
    ['too many characters', 'Pause '.repeat(2_000)],
    ['blanks', ' \n\t'],
  ])('answers %s', async (_, question) => {
    const { hits } = await house.ask(question);
    expect(hits.length).toBeLessThanOrEqual(10);
    if (question.includes('Pause')) expect(hits.map(({ path }) => path[0])).toContain('3 Pausen');
  });

  it('stores texts that no database keeps as they are', async () => {
    const collection = await addCollection(store, KOMMUNE, 'Schwierig');
    const text = 'Null \0 Zeichen, halbe \ud83d, "Anführung" \\ {a,b} NULL';
    await addDocument(store, collection, {
      name: 's.md',
      title: 's',
      sections: [{ path: ['NULL', '{"a"}', ''], text, pages: null }],
    });
    const [hit] = (await house.ask('Anführung', { collections: [collection.id] })).hits;
    expect(hit).toMatchObject({
      path: ['NULL', '{"a"}', ''],
      text: 'Null  Zeichen, halbe \ufffd, "Anführung" \\ {a,b} NULL',
    });
  });
});
