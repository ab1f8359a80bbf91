import type { TestStore } from '../../../store/testing/both-stores.ts';
import type { Hit, SearchRequest } from '../request.ts';
import { createSearch, type Search } from '../search.ts';
import { addCollection, addDocument, type TestCollection } from './library.store.ts';
import { rules } from './texts.ts';

export const KOMMUNE = 'lk-kusel';
export const OTHER = 'lk-kaiserslautern';

type Further = Partial<SearchRequest>;

/** A Kommune with some rules of its own and a library of the Verbund, and ways to ask them. */
export interface TestHouse {
  own: TestCollection;
  verbund: TestCollection;
  ask(question: string, further?: Further, kommune?: string): ReturnType<Search>;
  /** Name and title path of each hit. */
  names(question: string, further?: Further): Promise<string[]>;
  /** All that is kept about terms, and how many sections are in the index. */
  kept(): Promise<unknown>;
  /** ISO 8601 date so many days from now, by the database. */
  dayIn(days: number): Promise<string>;
}

export async function openTestHouse(store: TestStore): Promise<TestHouse> {
  const search = createSearch({ store });
  const own = await addCollection(store, KOMMUNE, 'Dienstanweisungen');
  const verbund = await addCollection(store, null, 'Bibliothek des Verbunds');
  for (const document of rules) await addDocument(store, own, document);
  await addDocument(store, verbund, {
    name: 'homeoffice.md',
    title: 'Leitfaden Telearbeit',
    kind: 'handbook',
    sections: [
      { path: ['1 Antrag'], text: 'Telearbeit ist schriftlich zu beantragen.', pages: { first: 2, last: 3 } },
    ],
  });
  const ask: TestHouse['ask'] = (question, further = {}, kommune = KOMMUNE) =>
    search(kommune, {
      question,
      also: [],
      collections: [own.id, verbund.id],
      kinds: null,
      on: null,
      old: false,
      limit: 10,
      ...further,
    });
  return {
    own,
    verbund,
    ask,
    names: async (question, further) =>
      (await ask(question, further)).hits.map(
        ({ document, path }: Hit) => `${document.name} ${path.join(' > ')}`,
      ),
    kept: async () => ({
      terms: await store.tamper(
        'select collection, term, level_0, level_1, level_2, level_3 from amtsfeder.term_count order by 1, 2',
      ),
      sums: await store.tamper(
        'select * from amtsfeder.search_collection where sections > 0 order by collection',
      ),
      sections: await store.tamper('select count(*)::integer as count from amtsfeder.section_index'),
    }),
    dayIn: async (days) =>
      String((await store.tamper(`select (amtsfeder.berlin_day(now()) + ${days})::text as day`))[0]?.day),
  };
}
