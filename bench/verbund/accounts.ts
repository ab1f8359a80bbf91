import type { BudgetList } from '../../contract/budget.ts';
import type { Postgres } from './postgres.ts';
import { type BenchPrice, chargeOf, type Tally } from './tally.ts';

/** One Kommune's books: what the provider counted, what the ledger says, what the budget says. Money in pico-euro. */
export interface AccountRow {
  kommune: string;
  /** Answers that the provider finished, and calls with figures of the provider in the ledger. */
  finished: number;
  entered: number;
  providerPico: bigint;
  ledgerPico: bigint;
  /** What was charged for calls without figures of the provider: broken off, or lost with a replica. */
  estimatedPico: bigint;
  budgetPico: bigint;
  /** As the API tells it: micro-euro, rounded up. */
  budgetMicroEuro: number;
}

/** Calls of all Kommunen by state. */
export interface CallStates {
  reserved: number;
  settled: number;
  lost: number;
}

/** Puts the books of all Kommunen side by side. */
export async function readAccounts(
  kommunen: readonly string[],
  tallies: readonly Tally[],
  prices: ReadonlyMap<string, BenchPrice>,
  postgres: Postgres,
  budgets: BudgetList['budgets'],
): Promise<AccountRow[]> {
  const lines = await postgres.query(
    `select kommune, count(*) filter (where not estimated) as entered,
       coalesce(sum(cost) filter (where not estimated), 0)::text as known,
       coalesce(sum(cost) filter (where estimated), 0)::text as estimated
     from amtsfeder.charge group by kommune`,
  );
  const states = await postgres.query(
    `select b.kommune, sum(s.spent)::text as spent from amtsfeder.budget b
     join amtsfeder.budget_state s on s.budget = b.id where b.kommune is not null group by b.kommune`,
  );
  return kommunen.map((kommune) => {
    const own = tallies.filter((tally) => tally.kommune === kommune);
    const line = lines.find((row) => row.kommune === kommune);
    const state = states.find((row) => row.kommune === kommune);
    return {
      kommune,
      finished: own.reduce((sum, { finished }) => sum + finished, 0),
      entered: Number(line?.entered ?? 0),
      providerPico: chargeOf(own, prices),
      ledgerPico: BigInt(String(line?.known ?? 0)),
      estimatedPico: BigInt(String(line?.estimated ?? 0)),
      budgetPico: BigInt(String(state?.spent ?? 0)),
      budgetMicroEuro: budgets.find((each) => each.kommune === kommune)?.spentMicroEuro ?? NaN,
    };
  });
}

export async function readStates(postgres: Postgres): Promise<CallStates> {
  const rows = await postgres.query('select state, count(*) from amtsfeder.call group by state');
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { reserved: of('reserved'), settled: of('settled'), lost: of('lost') };
}

/**
 * The same where a process was killed: an answer that the provider finished may stand there as lost, charged by what was
 * reserved for it.
 * @param lost calls that were given up
 */
export function problemsWithLost(rows: readonly AccountRow[], lost: number): string[] {
  const missing = rows.reduce((sum, { finished, entered }) => sum + finished - entered, 0);
  return [
    ...(missing <= lost
      ? []
      : [`${missing} answers are not in the ledger, but only ${lost} calls were lost`]),
    ...rows.flatMap((row) => [
      ...(row.entered <= row.finished ? [] : [`${row.kommune}: more in the ledger than was answered`]),
      ...(row.ledgerPico <= row.providerPico ? [] : [`${row.kommune}: charged more than the provider did`]),
      ...(row.budgetPico === row.ledgerPico + row.estimatedPico
        ? []
        : [`${row.kommune}: budget and ledger differ`]),
    ]),
  ];
}

const PICO_PER_MICRO = 1_000_000n;

/**
 * What is wrong with the books. Every answer that the provider finished stands in the ledger once, at its price; the
 * budget has spent what the ledger says, to the last pico-euro; the API tells it rounded up.
 */
export function problemsOf(rows: readonly AccountRow[]): string[] {
  return rows.flatMap((row) => {
    const micro = (row.budgetPico + PICO_PER_MICRO - 1n) / PICO_PER_MICRO;
    return [
      row.finished === row.entered
        ? []
        : [`${row.kommune}: ${row.finished} answers of the provider, ${row.entered} in the ledger`],
      row.providerPico === row.ledgerPico
        ? []
        : [`${row.kommune}: ${row.providerPico} pico-euro at the provider, ${row.ledgerPico} in the ledger`],
      row.budgetPico === row.ledgerPico + row.estimatedPico
        ? []
        : [
            `${row.kommune}: ${row.budgetPico} pico-euro of the budget, ${row.ledgerPico + row.estimatedPico} in the ledger`,
          ],
      BigInt(row.budgetMicroEuro) === micro
        ? []
        : [`${row.kommune}: the API tells ${row.budgetMicroEuro} micro-euro instead of ${micro}`],
    ].flat();
  });
}
