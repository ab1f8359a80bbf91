import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../identity/person.ts';
import type { Pseudonym } from '../identity/pseudonym.ts';
import { DatabaseFault } from '../store/faults.ts';
import { type Db, type Store, StoreError } from '../store/store.ts';
import { TaskError } from '../tasks/errors.ts';
import { Backlog, type BacklogLog, type BacklogSettings } from './backlog.ts';
import { type LeaseSettings, Leases, usualLeases } from './leases.ts';
import {
  discardCall,
  type DueWarning,
  openCall,
  type Payer,
  refuseCall,
  renewCalls,
  settleCall,
  totalCost,
} from './ledger.store.ts';
import { headKey } from './heads.store.ts';
import type { Ledger, LedgerEntry, LedgerLine, Opening } from './ledger.ts';
import { costOf, microEuro, type Price, type PriceOf, priceOfModel } from './price.ts';

/** Codes of PostgreSQL for a transaction that was undone in favour of another. */
const UNDONE = /^(40001|40P01)$/;
const MOST_ATTEMPTS = 4;
const MAX_DEPARTMENT_CHARS = 200;

export interface LedgerParts {
  store: Store;
  pseudonym: Pseudonym;
  log: BacklogLog;
  leases?: LeaseSettings;
  backlog?: Partial<BacklogSettings>;
}

/** The account books of all Kommunen in the store; one for each process. */
export interface StoreLedger {
  /** @param prices of today, asked once for each model of a call */
  for(person: Pick<Person, 'id' | 'kommune' | 'department'>, prices: PriceOf): Ledger;
  /** Finished calls that are not in the store yet. */
  readonly waiting: number;
  /** Settles what waits, within so many milliseconds; before the store is closed. */
  close(ms: number): Promise<void>;
}

/**
 * The ledger in the store. A call is entered and paid for in advance before a model is asked, and settled with what it
 * did use. What was told as settled is in the store; what a killed replica leaves open `reapLost` gives up as lost.
 */
export function storeLedger({
  store,
  pseudonym,
  log,
  leases = usualLeases,
  backlog,
}: LedgerParts): StoreLedger {
  const waiting = new Backlog(log, backlog);
  const held = new Leases(leases, (ids) =>
    store.within('verbund', (db) => renewCalls(db, ids, leases.leaseMs)),
  );
  return {
    for: (person, prices) => accountOf(payerOf(person, pseudonym), prices),
    get waiting() {
      return waiting.size;
    },
    async close(ms) {
      held.close();
      await waiting.close(ms);
    },
  };

  function accountOf(payer: Payer, prices: PriceOf): Ledger {
    const within = <T>(work: (db: Db) => Promise<T>) => store.within({ kommune: payer.kommune }, work);
    return { open, refuse };

    async function open(opening: Opening): Promise<LedgerLine> {
      const known = new Map(opening.models.map((model) => [model.id, priceOfModel(model, prices)]));
      const { id, models } = await entered(opening, known);
      held.hold(id);
      let closed: Promise<{ costMicroEuro: number | null }> | undefined;
      return { models, close: (entry) => (closed ??= settle(id, entry, known)) };
    }

    async function entered(opening: Opening, known: ReadonlyMap<string, Price | null>) {
      const { task, inputTokens, outputTokens } = opening;
      const quote = ({ id }: Opening['models'][number]) => {
        const price = known.get(id) ?? null;
        return { model: id, price, cost: costOf(price, opening) };
      };
      const [first, ...others] = opening.models;
      const quotes = [quote(first), ...others.map(quote)] as const;
      for (let attempt = 1; ; attempt++) {
        const id = randomUUID();
        try {
          const { models, warnings } = await within((db) =>
            openCall(db, payer, { id, task, quotes, inputTokens, outputTokens, leaseMs: leases.leaseMs }),
          );
          tell(warnings);
          if (models === null) throw new TaskError('budget_exhausted');
          return { id, models };
        } catch (fault) {
          if (!(fault instanceof StoreError)) throw fault;
          if (fault.uncertain) void waiting.do(() => within((db) => discardCall(db, payer.kommune, id)));
          if (wasUndone(fault) && attempt < MOST_ATTEMPTS) {
            await sleep(Math.random() * 20 * 2 ** attempt);
            continue;
          }
          throw fault.why === 'failed' ? fault : new TaskError('store_unavailable');
        }
      }
    }

    async function settle(id: string, entry: LedgerEntry, known: ReadonlyMap<string, Price | null>) {
      const priceOf = (model: string) => known.get(model) ?? prices(model);
      const priced = { ...entry, prices: new Map(entry.charges.map(({ model }) => [model, priceOf(model)])) };
      held.release(id);
      await waiting.do(async () => tell(await within((db) => settleCall(db, payer, id, priced))));
      const cost = totalCost(priced);
      return { costMicroEuro: cost === null ? null : microEuro(cost) };
    }

    function refuse(entry: LedgerEntry): Promise<void> {
      const id = randomUUID();
      return waiting.do(() => within((db) => refuseCall(db, payer, id, entry)));
    }
  }

  function tell(warnings: readonly DueWarning[]): void {
    for (const warning of warnings) log.warn(warning, 'ledger: a budget reached its level');
  }
}

function payerOf(person: Pick<Person, 'id' | 'kommune' | 'department'>, pseudonym: Pseudonym): Payer {
  return {
    kommune: person.kommune,
    // A token may say anything there; a sign that the store cannot hold would cost the call.
    department: person.department
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, MAX_DEPARTMENT_CHARS),
    person: headKey(person, pseudonym),
  };
}

function wasUndone({ cause }: StoreError): boolean {
  return cause instanceof DatabaseFault && UNDONE.test(cause.code);
}
