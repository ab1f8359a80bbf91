import { beforeAll, describe, expect, it } from '@jest/globals';
import { listActs } from '../../audit/acts.store.ts';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import { standsIn, stemsOf } from './stems.ts';
import { changeSynonyms, readSynonyms, synonymsFor } from './synonyms.store.ts';

const HERE = 'lk-kusel';
const THERE = 'donnersbergkreis';
const doing = { actor: { kind: 'operator' }, reason: 'Beschluss der Fachrunde' } as const;

describe('words of a question', () => {
  it.each([
    ['Krankenschein', 'Wo gebe ich meine KRANKENSCHEINE ab?', true],
    ['Krankenschein', 'Was ist bei Krankheit?', false],
    ['Müll abholen', 'Wer kann den Muell abholen lassen?', true],
    ['Müll abholen', 'Abholen von Müll', false],
    ['Home-Office', 'Darf ich ins Home Office?', true],
    ['…', 'Was?', false],
  ])('%j in %j: %s', (word, question, expected) => {
    expect(standsIn(stemsOf(word), stemsOf(question))).toBe(expected);
  });
});

onBothStores('the dictionary', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });
  const change = (kommune: string | null, revision: number, ...words: [string, ...string[]][]) =>
    store.within(kommune === null ? 'verbund' : { kommune }, (db) =>
      changeSynonyms(db, kommune, {
        revision,
        synonyms: words.map(([word, ...means]) => ({ word, means })),
        ...doing,
      }),
    );
  const words = async (kommune: string, question: string) =>
    (await store.within({ kommune }, (db) => synonymsFor(db, kommune, question))).map((one) => one.words);

  it('says what the Kommune and the Verbund mean, and nothing of what another Kommune does', async () => {
    await change(
      HERE,
      0,
      ['Krankenschein', 'Arbeitsunfähigkeitsbescheinigung', 'AU'],
      ['Kram', 'Beschaffung'],
    );
    await change(THERE, 0, ['Krankenschein', 'Attest']);
    await change(null, 0, ['Krankenschein', 'Bescheinigung'], ['Stechuhr', 'Zeiterfassung']);
    expect(await words(HERE, 'Wem schicke ich den Krankenschein?')).toEqual([
      'Arbeitsunfähigkeitsbescheinigung AU',
      'Bescheinigung',
    ]);
    expect(await words(THERE, 'Krankenscheine und Stechuhr')).toEqual([
      'Attest',
      'Bescheinigung',
      'Zeiterfassung',
    ]);
    expect(await words(HERE, 'Wie lange ist die Probezeit?')).toEqual([]);
    expect(await words(HERE, ' ? ')).toEqual([]);
  });

  it('is changed as a whole, by one after the other', async () => {
    expect(await change(HERE, 1, ['Kram', 'Material'])).toBe(2);
    const read = (kommune: string | null) =>
      store.within({ kommune: HERE }, (db) => readSynonyms(db, kommune));
    expect(await read(HERE)).toEqual({ revision: 2, synonyms: [{ word: 'Kram', means: ['Material'] }] });
    expect((await read(null)).synonyms.map(({ word }) => word)).toEqual(['Krankenschein', 'Stechuhr']);
    expect(await read(THERE)).toEqual({ revision: 0, synonyms: [] });
    for (const revision of [0, 1, 3]) {
      await expect(change(HERE, revision, ['x x', 'y y'])).rejects.toMatchObject({ code: 'conflict' });
    }
    const both = await Promise.allSettled([
      change(HERE, 2, ['eins', 'a b']),
      change(HERE, 2, ['zwei', 'c d']),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await read(HERE)).synonyms).toHaveLength(1);
  });

  it('may be long', async () => {
    const many = Array.from({ length: 2_000 }, (_, n): [string, string] => [`Wort ${n} x`, `Bedeutung ${n}`]);
    await change(THERE, 1, ...many);
    expect(await words(THERE, 'Was ist Wort 1999 x?')).toEqual(['Bedeutung 1999']);
  });

  it('of the Verbund is written by the Verbund alone, and acts stand in the protocol without a word', async () => {
    await expect(
      store.within({ kommune: HERE }, (db) =>
        changeSynonyms(db, null, { revision: 1, synonyms: [], ...doing }),
      ),
    ).rejects.toMatchObject({ code: 'conflict' });
    const { lines } = await store.within('verbund', (db) => listActs(db, null, { limit: 9 }));
    expect(lines.map(({ kind, details }) => [kind, details])).toEqual([
      ['synonyms.changed', { revision: 1, words: 2 }],
    ]);
  });
});
