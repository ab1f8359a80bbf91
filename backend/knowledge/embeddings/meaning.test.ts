import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Person } from '../../identity/person.ts';
import { createPseudonym } from '../../identity/pseudonym.ts';
import { storeLedger } from '../../ledger/store-ledger.ts';
import { createEmbedders } from '../../models/embeddings/create.ts';
import {
  type ScriptedEmbeddings,
  startScriptedEmbeddings,
} from '../../models/embeddings/testing/scripted-embeddings.ts';
import { httpFetch } from '../../models/http-fetch.ts';
import { openaiTestSettings } from '../../models/testing/samples.ts';
import { testConfigured, testStart } from '../../policy/testing/samples.ts';
import { recogniserThread } from '../../privacy/recogniser-thread.ts';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import type { Collection } from '../collections/collection.ts';
import { createCollection, readableCollections } from '../collections/collections.store.ts';
import { scopeOf } from '../collections/scope.ts';
import { someFields } from '../collections/testing/samples.ts';
import { createImporter, type Importer } from '../import/importer.ts';
import { bringAll, quiet } from '../import/testing/bringing.ts';
import { createSearch } from '../search/search.ts';
import { embeddingsJob } from './job.ts';
import { createMeaning, type Meaning } from './meaning.ts';

const MODEL = 'vektoren';
const person: Person = {
  id: 'x#1',
  kommune: 'lk-kusel',
  department: 'Bauen',
  roles: ['staff'],
  name: '',
  email: '',
};
const { recognise, close } = recogniserThread();
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

onBothStores('the search by meaning', (open) => {
  let store: TestStore;
  let meaning: Meaning;
  let ledger: ReturnType<typeof storeLedger>;
  let importer: Importer;
  let own: Collection;
  beforeAll(async () => {
    store = await open();
    ledger = storeLedger({
      store,
      pseudonym: createPseudonym(Buffer.alloc(32, 7)),
      log: quiet,
    });
    importer = createImporter({ store, log: quiet });
    const settings = { ...openaiTestSettings(`${provider.url}/v1`), place: 'extern' as const, id: MODEL };
    const prefixes = { passage: '', question: '' };
    const configured = testConfigured({ id: MODEL, provider: 'openai', place: 'extern' });
    meaning = createMeaning({
      store,
      starting: testStart,
      configured: [configured],
      trust: 'demo',
      embedders: createEmbedders([{ ...settings, dimensions: null, prefixes }], { fetch: httpFetch() }),
      privacy: { recognise },
      ledgerFor: (payer, prices) => ledger.for(payer, prices),
      report(fault) {
        throw fault;
      },
    });
    own = await make('Eigene', 'lk-kusel', MODEL);
    await make('Fremde', 'donnersbergkreis', MODEL);
  });
  afterAll(async () => {
    await importer.close();
    await ledger.close(1_000);
  });

  /** In each stand a text with many u and one with many a, and the name of somebody. */
  async function make(name: string, kommune: string, embeddingModel: string | null) {
    const collection = await store.within(scopeOf({ kommune }), (db) =>
      createCollection(db, {
        kommune,
        fields: someFields({ name, embeddingModel, dataClass: 'internal' }),
        actor: { kind: 'operator' },
        reason: 'Für einen Test angelegt',
      }),
    );
    const { run } = await bringAll(store, collection, {
      'u.md': `# ${name}\n\nZur Ruhe und zum Schutz, nur zu gut, und zum Nutzen durch Kultur.`,
      'a.md': `# ${name}\n\nDas Amt nahm am Abend Abgaben an, sagt Frau Martina Schäfer, Tel. 0631 123456.`,
    });
    await importer.finished(run);
    return collection;
  }
  const runJob = () => embeddingsJob(store, meaning).run();
  const find = async (question: string, withMeaning = true) => {
    const collections = await store.within({ kommune: person.kommune }, (db) =>
      readableCollections(db, person),
    );
    const { hits } = await createSearch({ store })(person.kommune, {
      question,
      also: [],
      collections: collections.map(({ id }) => id),
      kinds: null,
      on: null,
      old: false,
      limit: 10,
      meaning: withMeaning ? await meaning.vectorsOf(person, question, collections) : [],
    });
    return hits.map(({ document }) => document.name);
  };
  const calls = () =>
    store.tamper(`select kommune, task, outcome, state from amtsfeder.call order by kommune, at`);

  it('has vectors made by its job, without anybody’s name, and books them on the Kommune', async () => {
    expect(await runJob()).toEqual({ sections: 4, kept: 0, failed: 0 });
    expect(JSON.stringify(provider.requests.map(({ texts }) => texts))).not.toMatch(/Schäfer|123456/);
    expect(await calls()).toEqual(
      ['donnersbergkreis', 'lk-kusel'].map((kommune) => ({
        ...{ kommune, task: 'embed', outcome: 'done', state: 'settled' },
      })),
    );
    expect(await runJob()).toEqual({ sections: 0, kept: 0, failed: 0 });
    expect(provider.requests).toHaveLength(2);
  });

  it('orders what was found by its words, and books the question on who asks', async () => {
    await store.tamper('delete from amtsfeder.call');
    // "und" is no word; "Amt" stands in one, "Ruhe" in the other, and the vowels of the question are all u.
    expect((await find('Ruhe Amt: nur zu gut, und zum Schutz?'))[0]).toBe('u.md');
    expect(await calls()).toEqual([
      { kommune: 'lk-kusel', task: 'embed', outcome: 'done', state: 'settled' },
    ]);
  });

  it('finds sections without a common word where the database can, and none of another Kommune', async () => {
    const question = 'Unfug? Truhu durcu kluku!';
    expect(await find(question, false)).toEqual([]);
    const found = await find(question);
    expect(found[0]).toBe(store.superuser === null ? 'u.md' : undefined);
    expect(found.length).toBeLessThanOrEqual(2);
  });

  it('goes on by words where the model is away, and asks it nothing where nobody wants it', async () => {
    const words = await find('Schutz und Nutzen', false);
    provider.fault = () => ({ status: 401, body: '{}' });
    expect(await find('Schutz und Nutzen')).toEqual(words);
    provider.requests.length = 0;
    const without = await meaning.vectorsOf(person, 'Schutz', []);
    expect([without, provider.requests.length]).toEqual([[], 0]);
  });

  it('is offered where register and policy let the class out', async () => {
    const offered = async (dataClass: Parameters<Meaning['offered']>[1]) =>
      (await meaning.offered('lk-kusel', dataClass)).map(({ id }) => id);
    expect(await offered('internal')).toEqual([MODEL]);
    expect(await offered('restricted')).toEqual([]);
    expect(
      await meaning.houseOf({ id: own.id, kommune: null, model: MODEL, dataClass: 'public' }),
    ).toBeNull();
    expect(
      await meaning.houseOf({ id: own.id, kommune: 'lk-kusel', model: 'anderes', dataClass: 'public' }),
    ).toBeNull();
  });

  it('loses its vectors with the wish for them', async () => {
    await store.tamper(
      `update amtsfeder.collection set fields = fields || '{"embeddingModel": null}' where id = $1`,
      [own.id],
    );
    expect(await runJob()).toMatchObject({ sections: 0 });
    expect(await store.tamper('select distinct kommune from amtsfeder.section_embedding')).toEqual([
      { kommune: 'donnersbergkreis' },
    ]);
  });
});
