import { createSearch } from '../../../backend/knowledge/search/search.ts';
import {
  addCollection,
  addDocument,
  indexRows,
} from '../../../backend/knowledge/search/testing/library.store.ts';
import { distractors } from '../distractors.ts';
import type { Document, Material } from '../quality/corpus.ts';
import { readLaws } from '../quality/laws.ts';
import { figuresOf, type Figures, type Outcome } from '../quality/measure.ts';
import { FRESH } from '../quality/quality.ts';
import { readXquad } from '../quality/xquad.ts';
import { openBenchStore, type StoreName } from './stores.ts';

const KOMMUNE = 'lk-kusel' as const;
const SEED = 6;
const DEPTH = 10;

/** What one store found. */
export interface StoreRow {
  store: StoreName;
  material: string;
  sections: number;
  /** Further sections that were searched too. */
  among: number;
  figures: Figures;
}

export interface Comparison {
  rows: StoreRow[];
  questions: number;
  /** Those whose first ten are not the same on both stores, in order and score. */
  different: string[];
}

/**
 * Asks all questions of both stores, with everything in them, and holds their first ten against each other.
 * @param data the folder of the shared data
 * @param further made-up sections, in a collection that is searched too
 */
export async function compareStores(data: URL, further: number): Promise<Comparison> {
  const laws = readLaws(data);
  const materials = [laws, readLaws(data, FRESH), readXquad(data)];
  const embedded = await askStore('embedded', materials, further);
  const server = await askStore('server', materials, further);
  const once = materials.flatMap((material) => material.questions.map(({ text }) => text));
  const questions = further > 0 ? [...once, ...once] : once;
  return {
    rows: [...embedded.rows, ...server.rows],
    questions: questions.length,
    different: questions.filter((_, index) => embedded.lists[index] !== server.lists[index]),
  };
}

async function askStore(name: StoreName, materials: readonly Material[], further: number) {
  const bench = await openBenchStore(name);
  try {
    const { store } = bench;
    const put = async (collection: Awaited<ReturnType<typeof addCollection>>, document: Document) =>
      addDocument(store, collection, document, indexRows(document.title, document.sections));
    // Two sets of questions on the same documents have them in one collection.
    const collections = new Map<string, Awaited<ReturnType<typeof addCollection>>>();
    for (const { documents } of materials) {
      const key = documents.map((document) => document.name).join();
      if (collections.has(key)) continue;
      const collection = await addCollection(store, KOMMUNE, `Material ${collections.size}`);
      collections.set(key, collection);
      for (const document of documents) await put(collection, document);
    }
    const more = await addCollection(store, KOMMUNE, 'Ablage');
    const sources = [materials[0], materials.at(-1)].flatMap((of) => of?.documents ?? []);
    for (const document of distractors(
      further,
      sources.flatMap(({ sections }) => sections),
      SEED,
    )) {
      await put(more, document);
    }
    await store.query('analyze');
    const search = createSearch({ store });
    const rows: StoreRow[] = [];
    const lists: string[] = [];
    // First beside them, as if they were another's; then among them.
    for (const among of further > 0 ? [[], [more.id]] : [[]]) {
      for (const { name: material, documents, questions } of materials) {
        const own = collections.get(documents.map((document) => document.name).join());
        if (own === undefined) throw new Error('There is no such collection.');
        const outcomes: Outcome[] = [];
        for (const question of questions) {
          const { hits } = await search(KOMMUNE, requestFor(question.text, [own.id, ...among]));
          const place = 1 + hits.findIndex((hit) => question.isAnswer(hit.document.name, hit));
          outcomes.push({ question, place, first: '' });
          lists.push(
            JSON.stringify(hits.map(({ document, path, text, score }) => [document.name, path, text, score])),
          );
        }
        const sections = documents.reduce((sum, document) => sum + document.sections.length, 0);
        rows.push({
          store: name,
          material,
          sections,
          among: among.length > 0 ? further : 0,
          figures: figuresOf(outcomes),
        });
      }
    }
    return { rows, lists };
  } finally {
    await bench.close();
  }
}

function requestFor(question: string, collections: string[]) {
  return { question, also: [], collections, kinds: null, on: null, old: false, limit: DEPTH };
}

export function comparisonLines({ rows, questions, different }: Comparison): string[] {
  return [
    '| store | material | sections | further ones searched | R@1 | R@5 | MRR@10 |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      ({ store, material, sections, among, figures: { first, five, mrr } }) =>
        `| ${store} | ${material} | ${sections} | ${among} | ${[first, five, mrr].map((share) => share.toFixed(3)).join(' | ')} |`,
    ),
    `the first ten are the same on both stores for ${questions - different.length} of ${questions} questions`,
    ...different.map((question) => `different: ${question}`),
  ];
}
