import type { KommuneId } from '../../../contract/identity.ts';
import type { ModelInfo } from '../../../contract/models.ts';
import type { DataClass } from '../../../contract/privacy.ts';
import type { Person } from '../../identity/person.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PriceOf } from '../../ledger/price.ts';
import type { Embedded, Embedder } from '../../models/embeddings/embedder.ts';
import { ModelError } from '../../models/model.ts';
import { type Decided, decidedFor, type DecidedParts } from '../../policy/decided.ts';
import { TaskError } from '../../tasks/errors.ts';
import type { HousePrivacy } from '../../tasks/inspection.ts';
import type { ReadableCollection } from '../collections/collection.ts';
import { allowedEmbedder } from './allowed.ts';
import { type QuestionVector, questionVector } from './dense-ranking.ts';
import type { EmbeddingHouse } from './embed-sections.ts';
import type { EmbeddedCollection } from './embeddings.store.ts';

type Payer = Pick<Person, 'id' | 'kommune' | 'department'>;

export interface MeaningParts extends DecidedParts {
  embedders: readonly Embedder[];
  privacy: Pick<HousePrivacy, 'recognise'>;
  /** @returns the account of the payer's Kommune */
  ledgerFor(payer: Payer, prices: PriceOf): Ledger;
  /** Told of a fault of ours. */
  report(fault: unknown): void;
}

/** Models that order by meaning, as register, policy and budget of each Kommune allow them. */
export interface Meaning {
  /** Models that a collection of the Kommune may name for texts of its class. @throws StoreError */
  offered(kommune: KommuneId, dataClass: DataClass): Promise<ModelInfo[]>;
  /** What a collection's house allows at this moment; null where nothing. @throws StoreError */
  houseOf(collection: EmbeddedCollection): Promise<EmbeddingHouse | null>;
  /**
   * A question as the models of these collections see it, each model asked once. Whatever goes wrong with one, the search
   * goes on without it.
   */
  vectorsOf(
    person: Person,
    question: string,
    collections: readonly ReadableCollection[],
  ): Promise<QuestionVector[]>;
}

/** A search waits no longer for it. */
const QUESTION_MS = 2_000;
/** What pays for sections: no person asked for them. It counts as one head of its Kommune. */
const HOUSE = { id: 'house', department: '' };
const CHARS_PER_TOKEN = 4;

export function createMeaning(parts: MeaningParts): Meaning {
  const { embedders, privacy, ledgerFor, report } = parts;

  const houseFor = (
    payer: Payer,
    { policy, approvals, priceOf }: Decided,
    model: string | null,
    dataClass: DataClass,
  ): EmbeddingHouse | null => {
    const embedder = allowedEmbedder(model, embedders, approvals, policy, dataClass);
    if (embedder === null) return null;
    const ledger = ledgerFor(payer, priceOf);
    return {
      embedder,
      privacy: {
        recognise: privacy.recognise,
        policy: policy.treatments,
        mask: policy.mask,
        keep: policy.keep,
      },
      booked: (chars, ask) => booked(ledger, embedder.info, dataClass, chars, ask),
    };
  };

  return {
    async offered(kommune, dataClass) {
      if (embedders.length === 0) return [];
      const decided = await decidedFor(parts, kommune);
      return embedders
        .filter(({ info }) => houseFor({ ...HOUSE, kommune }, decided, info.id, dataClass) !== null)
        .filter(({ info }) => decided.policy.treatments[dataClass][info.place] !== 'refused')
        .map(({ info }) => info);
    },
    async houseOf({ kommune, model, dataClass }) {
      // Nobody pays for what belongs to all: see `embeddingAllowed`.
      if (kommune === null || embedders.length === 0) return null;
      return houseFor({ ...HOUSE, kommune }, await decidedFor(parts, kommune), model, dataClass);
    },
    async vectorsOf(person, question, collections) {
      const models = new Set(collections.flatMap(({ embeddingModel }) => embeddingModel ?? []));
      if (embedders.length === 0 || models.size === 0) return [];
      const signal = AbortSignal.timeout(QUESTION_MS);
      try {
        const decided = await decidedFor(parts, person.kommune);
        const found = await Promise.all(
          [...models].map(async (model) => {
            // What is asked of internal knowledge is internal; what names somebody in it counts as personal anyway.
            const house = houseFor(person, decided, model, 'internal');
            return house && questionVector(question, 'internal', house, signal).catch(() => null);
          }),
        );
        return found.filter((one) => one !== null);
      } catch (fault) {
        report(fault);
        return [];
      }
    },
  };
}

/** Enters a request into the ledger before it is made, and what it used after it. */
async function booked(
  ledger: Ledger,
  info: ModelInfo,
  dataClass: DataClass,
  chars: number,
  ask: () => Promise<Embedded>,
): Promise<Embedded> {
  const inputTokens = Math.ceil(chars / CHARS_PER_TOKEN);
  const line = await ledger.open({ task: 'embed', models: [info], inputTokens, outputTokens: 0 });
  const begun = performance.now();
  const entry = { task: 'embed' as const, model: info.id, dataClass, suggestedClass: null, treatment: null };
  const durationMs = () => Math.round(performance.now() - begun);
  try {
    const embedded = await ask();
    const { estimated } = embedded;
    const charge = { model: info.id, inputTokens: embedded.inputTokens, outputTokens: 0, estimated };
    await line.close({ ...entry, charges: [charge], durationMs: durationMs(), outcome: 'done' });
    return embedded;
  } catch (fault) {
    const code = fault instanceof ModelError || fault instanceof TaskError ? fault.code : 'internal';
    await line.close({ ...entry, charges: [], durationMs: durationMs(), outcome: code });
    throw fault;
  }
}
