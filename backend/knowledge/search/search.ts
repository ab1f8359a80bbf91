import { type KommuneId } from '../../../contract/identity.ts';
import { MAX_COLLECTIONS, MAX_HITS, MAX_QUESTION_CHARS } from '../../../contract/knowledge.ts';
import type { Db, Store } from '../../store/store.ts';
import type { Query, QueryTerm } from '../analysis/analysed.ts';
import { analyseQuery } from '../analysis/analyse.ts';
import { marksIn } from '../analysis/marks.ts';
import { rank, type Ranked } from '../ranking/rank.ts';
import { ENOUGH, ENOUGH_UNREAD, supportOf } from '../ranking/support.ts';
import { type DenseRank, denseRanking, fuse, nearestSections } from '../embeddings/dense-ranking.ts';
import { type FoundSection, findSections, sectionsById } from './candidates.store.ts';
import { candidatesOf, figuresOf } from './candidates.ts';
import { chooseLists } from './lists.ts';
import { nearest, SHORTEST, slackOf } from './near.ts';
import type { Hit, SearchRequest, SearchResult } from './request.ts';
import { type Corpus, corpusOf, vocabularyNear } from './terms.store.ts';

/** Sections that are ranked; with half as many more nothing is found better (`bench/knowledge/README.md`, "Stores"). */
const MAX_CANDIDATES = 80;
/** Sections that a model of meaning may bring in beside those found by words. */
const MAX_NEAR = 30;
/** Terms of a question that are looked for; the heaviest and first ones of a longer one. */
const MAX_TERMS = 64;
/** Words of a question for which near ones are looked for. */
const MAX_UNKNOWN = 3;

/** Looks for a question in collections, for somebody of that Kommune. */
export type Search = (kommune: KommuneId, request: SearchRequest) => Promise<SearchResult>;

export interface SearchParts {
  store: Store;
}

const NOTHING: SearchResult = { hits: [], support: 0, enough: false, enoughUnread: false };

/**
 * The search of the house. What it returns follows from the question, the day and what is stored in those collections
 * alone, and is the same on both stores.
 */
export function createSearch({ store }: SearchParts): Search {
  return async (kommune, request) => {
    const collections = [...new Set(request.collections)].slice(0, MAX_COLLECTIONS);
    const asked = bounded(analyseQuery(request.question.slice(0, MAX_QUESTION_CHARS), request.also));
    if (asked.terms.length === 0 || collections.length === 0) return NOTHING;
    const { query, corpus, found, dense } = await store.within({ kommune }, (db) =>
      lookUp(db, asked, { ...request, collections }),
    );
    const byWords = rank(query, candidatesOf(query, corpus, found), figuresOf(query, corpus));
    const ranked = fuse(byWords, dense);
    const hits = hitsOf(query, ranked, found, Math.min(request.limit, MAX_HITS));
    const support = supportOf(query, ranked);
    return { hits, support, enough: support >= ENOUGH, enoughUnread: support >= ENOUGH_UNREAD };
  };
}

interface Looked {
  query: Query;
  corpus: Corpus;
  found: FoundSection[];
  /** One for each model that orders by meaning. */
  dense: DenseRank[][];
}

async function lookUp(db: Db, asked: Query, request: SearchRequest): Promise<Looked> {
  const corpus = await corpusOf(
    db,
    request.collections,
    asked.terms.map(({ term }) => term),
  );
  const query = await withNearWords(db, asked, corpus, request.collections);
  const lists = chooseLists(query.terms, corpus.counts, corpus.sections);
  const isKnown = lists.keys.length > 0 || lists.common.length > 0;
  const found = isKnown ? await findSections(db, lists, request, MAX_CANDIDATES) : [];
  return { query, corpus, ...(await withMeaning(db, found, request)) };
}

/** Sections near in meaning that share no word with the question come in beside those that do. */
async function withMeaning(
  db: Db,
  found: readonly FoundSection[],
  request: SearchRequest,
): Promise<Pick<Looked, 'found' | 'dense'>> {
  const all = [...found];
  const dense: DenseRank[][] = [];
  for (const question of request.meaning ?? []) {
    const near = await nearestSections(db, question, request.collections, MAX_NEAR);
    const known = new Set(all.map(({ section }) => section));
    const further = near.map(({ section }) => section).filter((section) => !known.has(section));
    all.push(...(await sectionsById(db, further, request)));
    const ids = all.map(({ section }) => section);
    dense.push(await denseRanking(db, question, request.collections, ids));
  }
  return { found: all, dense };
}

function bounded(query: Query): Query {
  if (query.terms.length <= MAX_TERMS) return query;
  const kept = query.terms
    .toSorted((a, b) => b.weight - a.weight || a.word - b.word || inOrder(a, b))
    .slice(0, MAX_TERMS);
  return { ...query, terms: kept.sort(inOrder) };
}

function inOrder(a: QueryTerm, b: QueryTerm): number {
  return a.term < b.term ? -1 : a.term > b.term ? 1 : 0;
}

/** Of a word that stands nowhere, those that were probably meant; their counts come into the corpus. */
async function withNearWords(
  db: Db,
  query: Query,
  corpus: Corpus,
  collections: readonly string[],
): Promise<Query> {
  const known = new Set(corpus.counts.map(({ term }) => term));
  const words = Map.groupBy(query.terms, ({ word }) => word);
  const unknown = [...words.values()]
    .filter((terms) => !terms.some(({ term }) => known.has(term)))
    // The word itself is longer than its parts.
    .flatMap((terms) => terms.toSorted((a, b) => b.term.length - a.term.length || inOrder(a, b)).slice(0, 1))
    .filter(({ term }) => term.length >= SHORTEST)
    .sort((a, b) => b.weight - a.weight || b.term.length - a.term.length || inOrder(a, b))
    .slice(0, MAX_UNKNOWN);
  const terms = [...query.terms];
  for (const { term, weight, word } of unknown) {
    const vocabulary = await vocabularyNear(db, collections, term, slackOf(term));
    const near = nearest(
      term,
      vocabulary.map((count) => count.term),
    ).filter((one) => !terms.some((other) => other.term === one.term));
    for (const one of near) {
      terms.push({ term: one.term, weight: weight * one.weight, word });
      corpus.counts.push(...vocabulary.filter((count) => count.term === one.term));
    }
    // It stands nowhere: what was meant takes its place.
    if (near.length > 0)
      terms.splice(
        terms.findIndex((other) => other.term === term),
        1,
      );
  }
  return { ...query, terms: terms.sort(inOrder) };
}

function hitsOf(
  query: Query,
  ranked: readonly Ranked[],
  found: readonly FoundSection[],
  limit: number,
): Hit[] {
  const sections = new Map(found.map((one) => [one.section, one]));
  const seen = new Set<string>();
  const current: [FoundSection, number][] = [];
  const over: [FoundSection, number][] = [];
  for (const { section, score } of ranked) {
    const one = sections.get(section);
    if (one === undefined) continue;
    // Without headings nothing tells which parts belong together.
    const part =
      one.path.length === 0 ? String(section) : JSON.stringify([one.document.version, ...one.path]);
    if (seen.has(part)) continue;
    seen.add(part);
    (one.over ? over : current).push([one, score]);
  }
  return [...current, ...over]
    .slice(0, limit)
    .map(([{ over: _over, words: _words, keys: _keys, counts: _counts, ...one }, score]) => ({
      ...one,
      score,
      marks: marksIn(one.text, query),
    }));
}
