import { sql } from 'drizzle-orm';
import type { KommuneId } from '../../contract/identity.ts';
import type { Db } from '../store/store.ts';

/** Rows that went with a month of the account book. */
export interface CondensedMonth {
  calls: number;
  charges: number;
  heads: number;
}

/** Months are condensed one after the other, whoever does it: the schedule, or somebody at the command line. */
const LOCK = sql`pg_advisory_xact_lock(815, 3)`;

/**
 * The oldest month in the account book of a Kommune, where all of it is older than so many days. Until the transaction
 * ends nobody else is told one.
 * @param days 90 or more
 * @returns such as `2021-11`; null where there is none
 */
export async function monthDue(db: Db, kommune: KommuneId, days: number): Promise<string | null> {
  await db.execute(sql`select ${LOCK}`);
  const { rows } = await db.execute<{ month: string | null }>(
    sql`select to_char(ledger_month_due(${kommune}, ${days}), 'YYYY-MM') as month`,
  );
  return rows[0]?.month ?? null;
}

/** Puts the sums by model of that month in the place of its calls and head counts. */
export async function condenseMonth(
  db: Db,
  kommune: KommuneId,
  days: number,
): Promise<CondensedMonth | null> {
  const { rows } = await db.execute<{ calls: number; charges: number; heads: number }>(
    sql`select calls::float8 as calls, charges::float8 as charges, heads::float8 as heads
        from condense_ledger(${kommune}, ${days})`,
  );
  return rows[0] ?? null;
}

/**
 * Deletes what budgets had spent, and their warnings, in periods that ended so many days ago.
 * @param kommune null is the Verbund's own budgets
 * @returns the number of rows
 */
export async function forgetBudgetPeriods(db: Db, kommune: KommuneId | null, days: number): Promise<number> {
  const { rows } = await db.execute<{ rows: number }>(
    sql`select forget_budget_periods(${kommune}, ${days})::float8 as rows`,
  );
  return rows[0]?.rows ?? 0;
}

/** All Kommunen that something is kept of, also those that have left the Verbund. */
export async function kommunenKept(db: Db): Promise<KommuneId[]> {
  const { rows } = await db.execute<{ kommune: string }>(sql`
    select kommune from audit_head where kommune <> '*'
    union select distinct kommune from call
    union select distinct kommune from budget_state where kommune is not null
    union select distinct kommune from unanswered
    union select distinct kommune from agent_run
    order by kommune
  `);
  return rows.map(({ kommune }) => kommune);
}
