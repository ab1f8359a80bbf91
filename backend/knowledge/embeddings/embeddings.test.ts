import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { createEmbedders } from '../../models/embeddings/create.ts';
import {
  type ScriptedEmbeddings,
  startScriptedEmbeddings,
} from '../../models/embeddings/testing/scripted-embeddings.ts';
import { httpFetch } from '../../models/http-fetch.ts';
import { openaiTestSettings } from '../../models/testing/samples.ts';
import { defaultPolicy } from '../../policy/data-classes.ts';
import { recogniserThread } from '../../privacy/recogniser-thread.ts';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import { enterDocument } from '../collections/testing/documents.ts';
import { someFields } from '../collections/testing/samples.ts';
import { denseRanking, fuse, nearestSections, questionVector } from './dense-ranking.ts';
import { type EmbeddingHouse, embedSections } from './embed-sections.ts';

const never = () => new AbortController().signal;
const { recognise, close } = recogniserThread();
const privacy = { policy: defaultPolicy, mask: ['Rathausprojekt'], keep: [], recognise };
let provider: ScriptedEmbeddings;
beforeAll(async () => {
  provider = await startScriptedEmbeddings();
});
beforeEach(() => {
  provider.requests.length = 0;
  provider.fault = () => null;
});
afterAll(() => {
  close();
  return provider.close();
});

const houseOf = (place: 'intern' | 'extern'): EmbeddingHouse => {
  const settings = { ...openaiTestSettings(`${provider.url}/v1`), place, id: 'vektoren' };
  const prefixes = { passage: '', question: '' };
  const [embedder] = createEmbedders([{ ...settings, dimensions: null, prefixes }], { fetch: httpFetch() });
  if (!embedder) throw new Error('There is no model.');
  return { embedder, privacy, booked: (_, ask) => ask() };
};
const sentTexts = () => provider.requests.flatMap(({ texts }) => texts);

onBothStores('vectors of sections', (open) => {
  let store: TestStore;
  const collections: Record<string, string> = {};
  const sections: Record<string, number[]> = {};

  beforeAll(async () => {
    store = await open();
    const make = async (
      name: string,
      kommune: string | null,
      dataClass: string,
      texts: string[],
      model: string | null,
    ) => {
      const fields = { ...someFields({ name, embeddingModel: model }), dataClass };
      const [row] = await store.tamper(
        `insert into amtsfeder.collection (id, kommune, name, fields, valid_from, keep_old_days)
         values (gen_random_uuid(), $1, $2, $3, '2020-01-01', 90) returning id`,
        [kommune, name, fields],
      );
      collections[name] = String(row?.id);
      const entered = await enterDocument(store, {
        kommune,
        collection: String(row?.id),
        name: 'x.md',
        texts,
      });
      sections[name] = entered.sections;
    };
    await make(
      'Kusel',
      'lk-kusel',
      'public',
      ['Die Abgabe war am Abend da.', 'Oft kommt so wenig vor.', 'Zur Ruhe und zum Schutz nur gut.'],
      'vektoren',
    );
    await make(
      'Pirmasens',
      'stadt-pirmasens',
      'internal',
      ['Das Rathausprojekt leitet Erika Mustermann.'],
      'vektoren',
    );
    await make('Verbund', null, 'restricted', ['Streng geheim.'], 'vektoren');
    await make('Ohne', 'lk-kusel', 'public', ['Nie dabei.'], null);
  });
  beforeEach(async () => {
    await store.tamper('delete from amtsfeder.section_embedding');
  });
  const stored = async () =>
    (await store.tamper('select section::integer from amtsfeder.section_embedding order by section')).map(
      ({ section }) => section,
    );
  const run = (place: 'intern' | 'extern' = 'extern') =>
    embedSections({ store, house: () => Promise.resolve(houseOf(place)) }, never());
  const of = (name: string) => sections[name] ?? [];

  it('are made of what the rules let out: as it is, masked, or not at all', async () => {
    const outcomes = await run();
    expect(outcomes.map(({ embedded, kept, failed }) => [embedded, kept, failed]).toSorted()).toEqual([
      [0, 1, null],
      [1, 0, null],
      [3, 0, null],
    ]);
    expect(await stored()).toEqual([...of('Kusel'), ...of('Pirmasens')].toSorted((a, b) => a - b));
    const all = sentTexts().join('\n');
    expect(all).toContain('Titel: x.md\n§ 1\n\nDie Abgabe war am Abend da.');
    expect(all).not.toMatch(/Mustermann|Rathausprojekt|geheim|Nie dabei/);
  });

  it('leave a model of the house nothing to mask', async () => {
    await run('intern');
    expect(sentTexts().join('\n')).toContain('Das Rathausprojekt leitet Erika Mustermann.');
    expect(await stored()).toHaveLength(5);
  });

  it('are made once, and gone on with where a run ended', async () => {
    let times = 0;
    provider.fault = () => (times++ === 0 ? null : { status: 401, body: '{}' });
    const first = await run('intern');
    expect(first.filter(({ failed }) => failed === 'model_key_refused')).toHaveLength(2);
    const before = await stored();
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(5);
    provider.fault = () => null;
    provider.requests.length = 0;
    await run('intern');
    expect(await stored()).toHaveLength(5);
    expect(sentTexts()).toHaveLength(5 - before.length);
    provider.requests.length = 0;
    await run('intern');
    expect(provider.requests).toEqual([]);
  });

  it('leave out the one text that the model refuses', async () => {
    provider.fault = ({ texts }) =>
      texts.some((text) => text.includes('Oft kommt'))
        ? { status: 400, body: JSON.stringify({ error: { code: 'context_length_exceeded' } }) }
        : null;
    const outcomes = await run();
    expect(outcomes).toContainEqual({ collection: collections['Kusel'], embedded: 2, kept: 1, failed: null });
  });

  it('go where no model is allowed, with their section, and where the collection names another model', async () => {
    await run('intern');
    const none = await embedSections({ store, house: () => Promise.resolve(null) }, never());
    expect(none.every(({ failed }) => failed === 'not_allowed')).toBe(true);
    const [kept, gone] = of('Kusel');
    await store.tamper('delete from amtsfeder.section where id = $1', [gone]);
    expect(await stored()).toContain(kept);
    expect(await stored()).not.toContain(gone);
    await store.tamper(
      `update amtsfeder.collection set fields = fields || '{"embeddingModel": null}' where id = $1`,
      [collections['Pirmasens']],
    );
    await run('intern');
    expect(await stored()).not.toContain(of('Pirmasens')[0]);
  });

  it('put candidates in the order of their meaning, and only those that somebody may see', async () => {
    await run('intern');
    const asked = await questionVector(
      'Zum Schutz und zur Ruhe nur gut?',
      'public',
      houseOf('extern'),
      never(),
    );
    expect(asked?.model).toBe('vektoren');
    const all = Object.values(sections).flat();
    const within = (kommune: string) =>
      asked === null
        ? []
        : store.within({ kommune }, (db) => denseRanking(db, asked, Object.values(collections), all));
    const ranking = await within('lk-kusel');
    expect(ranking[0]?.section).toBe(of('Kusel').at(-1));
    expect(ranking[0]?.likeness).toBeGreaterThan(ranking.at(-1)?.likeness ?? 1);
    expect(ranking.some(({ section }) => of('Pirmasens').includes(section))).toBe(false);
    expect((await within('vg-oberes-glantal')).map(({ section }) => section)).toEqual(of('Verbund'));
    const byWords = ranking.toReversed().map(({ section }, place) => ({
      ...{ section, document: '', words: 0, coverage: 0, grams: 0 },
      score: 1 / (5 + place + 1),
    }));
    expect(fuse(byWords, [])).toBe(byWords);
    const twice = fuse(byWords, [ranking, ranking]).map(({ section }) => section);
    expect(twice).toEqual(ranking.map(({ section }) => section));
  });

  it('find sections without a common word where there is pgvector, and none where there is not', async () => {
    await run('intern');
    const asked = await questionVector(
      'Zum Schutz und zur Ruhe nur gut?',
      'public',
      houseOf('intern'),
      never(),
    );
    if (asked === null) throw new Error('The question was kept back.');
    const within = (kommune: string) =>
      store.within({ kommune }, async (db) => ({
        exact: await denseRanking(db, asked, Object.values(collections), Object.values(sections).flat()),
        found: await nearestSections(db, asked, Object.values(collections), 10),
      }));
    for (const kommune of ['lk-kusel', 'vg-oberes-glantal']) {
      const { exact, found } = await within(kommune);
      const ids = (ranks: typeof exact) => ranks.map(({ section }) => section);
      expect(ids(found)).toEqual(store.kind === 'embedded' ? ids(exact) : []);
    }
  });

  it('are not asked for a question that must not leave', async () => {
    expect(
      await questionVector('Zum Schutz und zur Ruhe nur gut?', 'restricted', houseOf('extern'), never()),
    ).toBeNull();
    await questionVector('Was steht Erika Mustermann zu?', 'public', houseOf('extern'), never());
    expect(sentTexts().join('')).not.toContain('Mustermann');
  });
});
