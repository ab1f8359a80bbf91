import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Search } from '../../../backend/knowledge/search/search.ts';
import { createSearch } from '../../../backend/knowledge/search/search.ts';
import {
  addCollection,
  addDocument,
  indexRows,
} from '../../../backend/knowledge/search/testing/library.store.ts';
import { distractors } from '../distractors.ts';
import { readLaws } from '../quality/laws.ts';
import { readXquad } from '../quality/xquad.ts';
import { makePlain, searchPlain } from './plain.ts';
import { type BenchStore, openBenchStore, type StoreName } from '../stores/stores.ts';
import { shown, timed } from './times.ts';

const KOMMUNE = 'lk-kusel' as const;
const SEED = 7;
const DATA = new URL('../../../../shared/data/', import.meta.url);

/** What was measured on one store; times in milliseconds. */
export interface SpeedRow {
  store: StoreName;
  sections: number;
  /** Sections a second into tables and index, without their analysis, and with it. */
  importRate: { store: number; all: number };
  lagMs: { p99: number; most: number };
  memoryBytes: number;
  diskBytes: number;
  single: string;
  twenty: string;
  /** The plain alternative, single. */
  plain: string | null;
  /** Of the everyday questions, with all those sections in the store. */
  five: number;
  mrr: number;
}

const laws = readLaws(DATA);
const questions = [
  ...laws.questions.map(({ text }) => text),
  ...readXquad(DATA)
    .questions.filter((_, index) => index % 6 === 0)
    .map(({ text }) => text),
];

/** @param further sections besides those of the laws */
export async function measureSpeed(name: StoreName, further: number, plain: boolean): Promise<SpeedRow> {
  const bench = await openBenchStore(name);
  try {
    const { store } = bench;
    const collection = await addCollection(store, KOMMUNE, 'Ablage');
    const lag = monitorEventLoopDelay({ resolution: 5 });
    let storeMs = 0;
    let analyseMs = 0;
    let sections = 0;
    const put = async (document: {
      name: string;
      title: string;
      sections: (typeof laws.documents)[0]['sections'];
    }) => {
      const begin = performance.now();
      const rows = indexRows(document.title, document.sections);
      const analysed = performance.now();
      lag.enable();
      await addDocument(store, collection, document, rows);
      lag.disable();
      analyseMs += analysed - begin;
      storeMs += performance.now() - analysed;
      sections += rows.length;
    };
    for (const document of laws.documents) await put(document);
    const sources = laws.documents.flatMap((document) => document.sections);
    for (const document of distractors(further, sources, SEED)) await put(document);
    await store.query('analyze');
    const search = createSearch({ store });
    const ask = (question: string) => search(KOMMUNE, requestFor(question, collection.id));
    await timed(questions.slice(0, 30), 1, ask);
    const single = await timed([...questions, ...questions], 1, ask);
    const twenty = await timed([...questions, ...questions], 20, ask);
    const figures = await recall(search, collection.id);
    const memoryBytes = await bench.memory();
    const diskBytes = await disk(bench);
    let plainTimes: string | null = null;
    if (plain) {
      await makePlain(store);
      plainTimes = shown(await timed(questions, 1, (question) => searchPlain(store, question)));
    }
    return {
      store: name,
      sections,
      importRate: { store: (sections * 1e3) / storeMs, all: (sections * 1e3) / (storeMs + analyseMs) },
      lagMs: { p99: lag.percentile(99) / 1e6, most: lag.max / 1e6 },
      memoryBytes,
      diskBytes,
      single: shown(single),
      twenty: shown(twenty),
      plain: plainTimes,
      ...figures,
    };
  } finally {
    await bench.close();
  }
}

function requestFor(question: string, collection: string): Parameters<Search>[1] {
  return { question, also: [], collections: [collection], kinds: null, on: null, old: false, limit: 10 };
}

async function recall(search: Search, collection: string): Promise<Pick<SpeedRow, 'five' | 'mrr'>> {
  let five = 0;
  let mrr = 0;
  for (const question of laws.questions) {
    const { hits } = await search(KOMMUNE, requestFor(question.text, collection));
    const place = 1 + hits.findIndex((hit) => question.isAnswer(hit.document.name, hit));
    if (place > 0) mrr += 1 / place;
    if (place > 0 && place <= 5) five++;
  }
  return { five: five / laws.questions.length, mrr: mrr / laws.questions.length };
}

async function disk({ store }: BenchStore): Promise<number> {
  const { rows } = await store.query('select pg_database_size(current_database())::float8 as bytes');
  return Number(rows[0]?.bytes ?? 0);
}

export function speedLines(row: SpeedRow): string[] {
  const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
  return [
    `${row.store}, ${row.sections} sections (times in ms: p50 / p95 / p99 / most)`,
    `  import     ${row.importRate.store.toFixed(0)} sections/s (${row.importRate.all.toFixed(0)} with analysis), loop lag p99 ${row.lagMs.p99.toFixed(1)} ms, most ${row.lagMs.most.toFixed(1)} ms`,
    `  one        ${row.single}`,
    `  20 at once ${row.twenty}`,
    ...(row.plain === null ? [] : [`  german + ts_rank_cd, one  ${row.plain}`]),
    `  everyday questions  R@5 ${row.five.toFixed(2)}, MRR ${row.mrr.toFixed(2)}`,
    `  memory of the database ${megabytes(row.memoryBytes)}, on disk ${megabytes(row.diskBytes)}`,
  ];
}
