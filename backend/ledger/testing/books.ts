import type { Budget, BudgetScope, BudgetTerms } from '../../../contract/budget.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import type { ModelInfo } from '../../../contract/models.ts';
import type { Person } from '../../identity/person.ts';
import { createPseudonym } from '../../identity/pseudonym.ts';
import type { OpenStore } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';
import type { TestStore } from '../../store/testing/both-stores.ts';
import type { BacklogLog } from '../backlog.ts';
import { listBudgets, setBudget } from '../budget.store.ts';
import type { LedgerEntry, Opening } from '../ledger.ts';
import type { Price, PriceOf } from '../price.ts';
import { type LedgerParts, storeLedger } from '../store-ledger.ts';

/** Secret of an installation of tests. */
export const testSecret = new Uint8Array(32).fill(7);
export const testPseudonym = createPseudonym(testSecret);

export const clerk: Pick<Person, 'id' | 'kommune' | 'department'> = {
  id: 'tenant#anke',
  kommune: 'lk-kusel',
  department: 'Soziales',
};

/** Models of tests: a dear one, a cheap one, one of the house, and one whose price nobody knows. */
export const testModels: Record<'dear' | 'cheap' | 'house' | 'unpriced', ModelInfo> = {
  dear: { id: 'dear', label: 'Teuer', provider: 'openai', place: 'extern' },
  cheap: { id: 'cheap', label: 'Günstig', provider: 'openai', place: 'eu' },
  house: { id: 'house', label: 'Im Haus', provider: 'openai', place: 'intern' },
  unpriced: { id: 'unpriced', label: 'Ohne Preis', provider: 'gemini', place: 'extern' },
};

const PRICES = new Map<string, Price>([
  ['dear', { inputMicroEuroPerMillion: 2_500_000, outputMicroEuroPerMillion: 10_000_000 }],
  ['cheap', { inputMicroEuroPerMillion: 150_001, outputMicroEuroPerMillion: 600_003 }],
]);
export const testPrices: PriceOf = (model) => PRICES.get(model) ?? null;

/** Keeps what was logged, as an operator reads it. */
export function testLog(): BacklogLog & { lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const write = (facts: object, message: string) => void lines.push({ ...facts, message });
  return { lines, warn: write, error: write };
}

export function testLedger(store: LedgerParts['store'], more: Partial<LedgerParts> = {}) {
  return storeLedger({ store, pseudonym: testPseudonym, log: testLog(), ...more });
}

export function opening(more: Partial<Opening> = {}): Opening {
  return { task: 'reply', models: [testModels.dear], inputTokens: 1_000, outputTokens: 1_000, ...more };
}

/** A finished call that used so many tokens of a model. */
export function entry(
  inputTokens: number,
  outputTokens: number,
  model = 'dear',
  more: Partial<LedgerEntry> = {},
): LedgerEntry {
  return {
    task: 'reply',
    model,
    charges: [{ model, inputTokens, outputTokens, estimated: false }],
    durationMs: 1_234,
    outcome: 'done',
    dataClass: 'personal',
    suggestedClass: 'personal',
    treatment: 'masked',
    ...more,
  };
}

/** Sets a budget of the Verbund for a Kommune, or for all (null): of this month, and one that stops. */
export function setTestBudget(
  store: Pick<Store, 'within'>,
  kommune: KommuneId | null,
  amountCents: number,
  more: Partial<BudgetScope & BudgetTerms & { expectedVersion: number }> = {},
) {
  return store.within('verbund', (db) =>
    setBudget(db, kommune, {
      department: null,
      model: null,
      period: 'month',
      amountCents,
      onExhausted: 'stop',
      actor: { kind: 'operator' },
      reason: 'Für einen Test gesetzt',
      expectedVersion: 0,
      ...more,
    }),
  );
}

export function budgetsOf(store: Pick<Store, 'within'>, kommune: KommuneId): Promise<Budget[]> {
  return store.within({ kommune }, (db) => listBudgets(db, { kommune }));
}

/** The calls of a Kommune as they lie in the database, in the order in which they were opened. */
export async function callsOf(store: Pick<OpenStore, 'query'>, kommune: KommuneId) {
  return (await store.query('select * from amtsfeder.call where kommune = $1 order by at, id', [kommune]))
    .rows;
}

export async function chargesOf(store: Pick<OpenStore, 'query'>, kommune: KommuneId) {
  const { rows } = await store.query(
    `select model, input_tokens::int, output_tokens::int, cost::text, estimated
      from amtsfeder.charge where kommune = $1 order by model`,
    [kommune],
  );
  return rows;
}

/** Ends the leases of all open calls of a Kommune, as time would. */
export async function endLeases(store: Pick<TestStore, 'tamper'>, kommune: KommuneId): Promise<void> {
  await store.tamper(
    `update amtsfeder.call set lease = now() - interval '1 second' where kommune = $1 and state = 'reserved'`,
    [kommune],
  );
}

/** What one statement sees of the books: each budget holds what its charges and reservations are, to the pico-euro. */
export async function imbalance(store: Pick<OpenStore, 'query'>): Promise<Record<string, unknown>[]> {
  const { rows } = await store.query(`
    select s.budget, s.spent::text, t.spent::text as charged, s.reserved::text, t.reserved::text as held
    from amtsfeder.budget_state s
    join amtsfeder.budget b on b.id = s.budget
    cross join lateral (
      select
        (select coalesce(sum(c.cost), 0) from amtsfeder.call k join amtsfeder.charge c on c.call = k.id
          where (b.kommune is null or b.kommune = k.kommune) and (b.department is null or b.department = k.department)
            and (b.model is null or b.model = c.model) and amtsfeder.period_begins(b.period, k.day) = s.begins) as spent,
        (select coalesce(sum(r.amount), 0) from amtsfeder.reservation r
          where r.budget = s.budget and r.begins = s.begins) as reserved
    ) t
    where s.spent <> t.spent or s.reserved <> t.reserved`);
  return rows;
}
