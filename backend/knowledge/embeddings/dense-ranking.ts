import type { DataClass } from '../../../contract/privacy.ts';
import type { Db } from '../../store/store.ts';
import type { Ranked } from '../ranking/rank.ts';
import { TUNING } from '../ranking/tuning.ts';
import { nearestVectors, vectorsOf } from './embeddings.store.ts';
import type { EmbeddingHouse } from './embed-sections.ts';
import { outgoing } from './outgoing.ts';

/** A question as one model sees it. */
export interface QuestionVector {
  /** Id of the model. */
  model: string;
  vector: Float32Array;
}

export interface DenseRank {
  section: number;
  /** Cosine of the angle between question and section, −1 to 1. */
  likeness: number;
}

/** How much the order by meaning counts beside the order by words: as much, unmeasured so far. */
const DENSE_WEIGHT = 1;

/**
 * The vector of a question, treated like every text that leaves the house. Before and not inside of a transaction.
 * @param dataClass of the question; what names somebody in it counts as personal anyway
 * @returns null where the rules keep it back
 * @throws ModelError, RecogniserError, TaskError: the search goes on without the order by meaning
 */
export async function questionVector(
  question: string,
  dataClass: DataClass,
  { embedder, privacy, booked }: EmbeddingHouse,
  signal: AbortSignal,
): Promise<QuestionVector | null> {
  const [text] = await outgoing([question], dataClass, embedder.info.place, privacy, signal);
  if (text === null || text === undefined) return null;
  const { vectors } = await booked(text.length, () => embedder.embed([text], 'question', signal));
  const [vector] = vectors;
  return vector ? { model: embedder.info.id, vector } : null;
}

/**
 * Puts sections in the order of how near they are in meaning to a question: exactly, over the candidates that were found by
 * their words. The same on both stores.
 * @param db in the scope of whoever asks; of what it does not see there is no vector
 * @param candidates ids of sections, some hundreds
 * @returns those that have a vector of that model, the nearest first
 */
export async function denseRanking(
  db: Db,
  { model, vector }: QuestionVector,
  collections: readonly string[],
  candidates: readonly number[],
): Promise<DenseRank[]> {
  const found = await vectorsOf(db, model, collections, candidates);
  return found
    .filter((one) => one.vector.length === vector.length)
    .map((one) => ({ section: one.section, likeness: product(vector, one.vector) }))
    .sort((a, b) => b.likeness - a.likeness || a.section - b.section);
}

/**
 * Sections near in meaning that share no word with the question. Only where the database has pgvector (its index finds
 * them nearly exactly); none otherwise. They are looked for in all versions: what counts on the day, the search says.
 * @param db in the scope of whoever asks
 */
export function nearestSections(
  db: Db,
  { model, vector }: QuestionVector,
  collections: readonly string[],
  limit: number,
): Promise<DenseRank[]> {
  return nearestVectors(db, model, vector, collections, limit);
}

/**
 * Puts orders by meaning beside the one by words, by reciprocal ranks as that one itself. A section that has no vector loses
 * nothing by that in a search where none has one.
 * @param byWords as `rank` gives it
 * @returns the best first; `byWords` itself where there is no order by meaning
 */
export function fuse(
  byWords: readonly Ranked[],
  dense: readonly (readonly DenseRank[])[],
): readonly Ranked[] {
  if (dense.length === 0) return byWords;
  const more = new Map<number, number>();
  for (const ranking of dense) {
    ranking.forEach(({ section }, place) => {
      more.set(section, (more.get(section) ?? 0) + DENSE_WEIGHT / (TUNING.fusion + place + 1));
    });
  }
  return byWords
    .map((one) => ({ ...one, score: one.score + (more.get(one.section) ?? 0) }))
    .sort((a, b) => b.score - a.score || a.section - b.section);
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
