import type { ErrorCode } from '../../../contract/errors.ts';
import type { Embedded, Embedder } from '../../models/embeddings/embedder.ts';
import { MAX_BATCH } from '../../models/embeddings/embedder.ts';
import { ModelError } from '../../models/model.ts';
import { RecogniserError } from '../../privacy/recogniser-thread.ts';
import type { Store } from '../../store/store.ts';
import { TaskError } from '../../tasks/errors.ts';
import type { HousePrivacy } from '../../tasks/inspection.ts';
import {
  dropUnwanted,
  type EmbeddedCollection,
  embeddedCollections,
  enterVectors,
  indexVectors,
  type SectionVector,
  type Unembedded,
  unembedded,
} from './embeddings.store.ts';
import { outgoing } from './outgoing.ts';

/** What a collection's house allows at this moment. */
export interface EmbeddingHouse {
  embedder: Embedder;
  privacy: HousePrivacy;
  /**
   * Books a request to the model on the house's account, around `ask`.
   * @param chars of the texts that are sent
   * @throws what `ask` throws, or TaskError `budget_exhausted`
   */
  booked(chars: number, ask: () => Promise<Embedded>): Promise<Embedded>;
}

export interface EmbedParts {
  store: Store;
  /** Null where the model is not there, or not allowed for the collection's class (see `allowed.ts`). */
  house(collection: EmbeddedCollection): Promise<EmbeddingHouse | null>;
}

/** What a run did with one collection. */
export interface EmbedOutcome {
  collection: string;
  embedded: number;
  /** Sections that the rules keep back or the model refuses; they are found by their words. */
  kept: number;
  /** Why it ended early; null where it reached the end. */
  failed: ErrorCode | 'not_allowed' | null;
}

/** What the model gets of a section; the rest of a longer one adds nothing to what it is about. */
const MAX_TEXT_CHARS = 6_000;
const DROP_AT_ONCE = 5_000;
/** Faults of the texts of one request, not of the model. */
const OF_TEXTS: ReadonlySet<ErrorCode> = new Set(['too_large', 'model_refused', 'model_request_refused']);

/**
 * Gives vectors to the sections that lack one, collection by collection, and takes away those that nobody wants. What was
 * stored stays: a run that is ended, by a crash too, is gone on with by the next one. No transaction is open while a
 * model or the recogniser works.
 */
export async function embedSections(
  { store, house }: EmbedParts,
  signal: AbortSignal,
): Promise<EmbedOutcome[]> {
  while (!signal.aborted && (await store.within('verbund', (db) => dropUnwanted(db, DROP_AT_ONCE))) > 0);
  const outcomes: EmbedOutcome[] = [];
  for (const collection of await store.within('verbund', embeddedCollections)) {
    if (signal.aborted) break;
    const allowed = await house(collection);
    if (allowed) outcomes.push(await embedCollection(store, collection, allowed, signal));
    else outcomes.push({ collection: collection.id, embedded: 0, kept: 0, failed: 'not_allowed' });
  }
  return outcomes;
}

async function embedCollection(
  store: Store,
  collection: EmbeddedCollection,
  house: EmbeddingHouse,
  signal: AbortSignal,
): Promise<EmbedOutcome> {
  const outcome: EmbedOutcome = { collection: collection.id, embedded: 0, kept: 0, failed: null };
  let after = 0;
  try {
    for (;;) {
      const sections = await store.within('verbund', (db) => unembedded(db, collection, after, MAX_BATCH));
      const last = sections.at(-1);
      if (!last) return outcome;
      after = last.section;
      const vectors = await vectorsFor(sections, collection, house, signal);
      // Made while there are few of them, so that it grows with them and holds nobody up.
      const [first] = vectors;
      if (first && outcome.embedded === 0) {
        await store.within('verbund', (db) => indexVectors(db, collection.model, first.vector.length));
      }
      outcome.embedded += await store.within('verbund', (db) => enterVectors(db, collection.model, vectors));
      outcome.kept += sections.length - vectors.length;
    }
  } catch (fault) {
    const code = codeOf(fault);
    if (code === null) throw fault;
    return { ...outcome, failed: code };
  }
}

async function vectorsFor(
  sections: readonly Unembedded[],
  { dataClass }: EmbeddedCollection,
  { embedder, privacy, booked }: EmbeddingHouse,
  signal: AbortSignal,
): Promise<SectionVector[]> {
  const texts = await outgoing(sections.map(textOf), dataClass, embedder.info.place, privacy, signal);
  const sent = sections.flatMap(({ section }, index) => {
    const text = texts[index];
    return text === null || text === undefined ? [] : [{ section, text }];
  });
  const ask = async (some: typeof sent): Promise<SectionVector[]> => {
    if (some.length === 0) return [];
    const chars = some.reduce((sum, { text }) => sum + text.length, 0);
    try {
      const said = some.map(({ text }) => text);
      const { vectors } = await booked(chars, () => embedder.embed(said, 'passage', signal));
      return some.flatMap(({ section }, index) => {
        const vector = vectors[index];
        return vector ? [{ section, vector }] : [];
      });
    } catch (fault) {
      const code = codeOf(fault);
      if (code === null || !OF_TEXTS.has(code)) throw fault;
      if (some.length === 1) {
        // Refused even alone, every request would be: the model is not what its settings say.
        if (code === 'model_request_refused') throw fault;
        return [];
      }
      // One of them may be at fault: the halves tell which.
      const middle = Math.ceil(some.length / 2);
      return [...(await ask(some.slice(0, middle))), ...(await ask(some.slice(middle)))];
    }
  };
  return ask(sent);
}

/** Title and headings say what a section is about where its own words do not. */
function textOf({ title, path, text }: Unembedded): string {
  return `${[title, ...path].join('\n')}\n\n${text}`.slice(0, MAX_TEXT_CHARS).toWellFormed();
}

/** Null for a fault that is none of a model's, the recogniser's or a budget's. */
function codeOf(fault: unknown): ErrorCode | null {
  if (fault instanceof ModelError || fault instanceof RecogniserError) return fault.code;
  return fault instanceof TaskError ? fault.code : null;
}
