import type { KommunePolicy } from '../contract/policy.ts';
import type { Furniture, Houses } from './house.ts';
import type { Meaning } from './knowledge/embeddings/meaning.ts';
import { knowledgeOf } from './knowledge/knowledge-of.ts';
import type { Person } from './identity/person.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { PriceOf } from './ledger/price.ts';
import type { RateLimits } from './ledger/rate-limits.store.ts';
import { decidedFor } from './policy/decided.ts';
import { permitsFor, type Trust } from './policy/register.ts';
import type { Store } from './store/store.ts';
import type { House } from './tasks/run.ts';
import type { TextBlocksFor } from './templates/house-texts.ts';

export interface HousesParts {
  furniture: Furniture;
  /** What a Kommune starts with, before anybody decides. */
  starting: KommunePolicy;
  store: Store;
  /** @returns the account of the person's Kommune */
  ledgerFor(person: Person, prices: PriceOf): Ledger;
  meaning: Pick<Meaning, 'vectorsOf'>;
  /** Textbausteine of the house and of the Kommune's library. */
  textBlocksFor: TextBlocksFor;
  limits: RateLimits;
  /** Whether only what is in the register may be asked. */
  trust: Trust;
}

/** Opens the house for each person anew: what policy and register say is asked at each request and kept nowhere. */
export function createHouses({
  furniture,
  starting,
  store,
  ledgerFor,
  meaning,
  textBlocksFor,
  limits,
  trust,
}: HousesParts): Houses {
  const { models, configured, privacy, asking, now, report } = furniture;
  const decided = { store, starting, configured, trust };
  const knowledgeFor = knowledgeOf(store, meaning);

  const visit = async (person: Person) => {
    const { policy, approvals, priceOf } = await decidedFor(decided, person.kommune);
    const house: House = {
      asking,
      textBlocks: await textBlocksFor(person.kommune),
      now,
      report,
      models: () => models,
      leastClass: 'public',
      permits: (dataClass) => permitsFor(approvals, policy, dataClass),
      aiNote: policy.aiNote,
      gender: policy.gender,
      privacy: { ...privacy, policy: policy.treatments, mask: policy.mask, keep: policy.keep },
      knowledge: knowledgeFor(person, policy.retentionDays.searches),
      ledger: ledgerFor(person, priceOf),
    };
    return { house, policy };
  };

  return {
    openFor: async (person) => (await visit(person)).house,
    async admit(person) {
      const { house, policy } = await visit(person);
      await limits.take(person, policy.limits);
      return house;
    },
  };
}
