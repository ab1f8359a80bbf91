import { sql } from 'drizzle-orm';
import type { KommuneId } from '../../contract/identity.ts';
import type { Month } from '../../contract/reports.ts';
import type { Db } from '../store/store.ts';
import type { UseCell } from './use-cell.ts';

interface UsedRow extends Record<string, unknown> {
  model: string;
  department: string;
  task: string;
  calls: string;
  input: string;
  output: string;
  cost: string;
}

interface HeadRow extends Record<string, unknown> {
  model: string;
  department: string;
  task: string;
  persons: string[];
}

/**
 * Use of a Kommune in a month as the ledger has it; calls that no model was asked for are none. Tokens and cost stand with
 * the model that they were charged for, calls and persons with the one that answered.
 * @param db in a scope that sees the Kommune
 */
export async function readUse(db: Db, kommune: KommuneId, month: Month): Promise<UseCell[]> {
  const { rows: used } = await db.execute<UsedRow>(sql`
    with used as (
      select k.model, k.department, k.task, 1 as calls, 0 as input, 0 as output, 0 as cost
      from call k where k.kommune = ${kommune} and ${isIn(month)} and k.model <> ''
      union all
      select c.model, k.department, k.task, 0, c.input_tokens, c.output_tokens, coalesce(c.cost, 0)
      from call k join charge c on c.call = k.id where k.kommune = ${kommune} and ${isIn(month)}
    )
    select model, department, task, sum(calls)::text as calls, sum(input)::text as input, sum(output)::text as output,
      sum(cost)::text as cost
    from used group by model, department, task`);
  const { rows: heads } = await db.execute<HeadRow>(sql`
    select model, department, task, array_agg(encode(pseudonym, 'hex')) as persons
    from head where kommune = ${kommune} and month = ${firstDay(month)} group by model, department, task`);
  const persons = new Map(heads.map((row) => [placeOf(row), row.persons]));
  return used.map((row) => ({
    model: row.model,
    department: row.department,
    task: row.task,
    calls: Number(row.calls),
    inputTokens: Number(row.input),
    outputTokens: Number(row.output),
    picoEuro: BigInt(row.cost),
    persons: persons.get(placeOf(row)) ?? [],
  }));
}

/** What a Kommune owes for months whose calls were deleted after their time, in pico-euro. */
export async function readCondensedCost(db: Db, kommune: KommuneId, month: Month): Promise<bigint> {
  const { rows } = await db.execute<{ cost: string }>(sql`
    select coalesce(sum(cost), 0)::text as cost from ledger_month
    where kommune = ${kommune} and month = ${firstDay(month)}`);
  return BigInt(rows[0]?.cost ?? '0');
}

/** The first month that anything is known of; null where nothing is. */
export async function firstUsedMonth(db: Db, kommune: KommuneId): Promise<Month | null> {
  const { rows } = await db.execute<{ month: Month | null }>(sql`
    select to_char(least(
      (select min(day) from call where kommune = ${kommune}),
      (select min(month) from ledger_month where kommune = ${kommune})
    ), 'YYYY-MM') as month`);
  return rows[0]?.month ?? null;
}

/** Whether calls of a month are still being made. */
export async function hasOpenCalls(db: Db, kommune: KommuneId, month: Month): Promise<boolean> {
  const { rows } = await db.execute<{ open: boolean }>(sql`
    select exists (
      select from call k where k.kommune = ${kommune} and ${isIn(month)} and k.state = 'reserved'
    ) as open`);
  return rows[0]?.open ?? true;
}

/**
 * The last month that may be told, by the clock of the database: from its third day after the end on, so that calls that
 * were being made at midnight, or got lost then, have been settled.
 */
export async function lastClosedMonth(db: Db): Promise<Month> {
  const { rows } = await db.execute<{ month: Month }>(
    sql`select to_char(date_trunc('month', berlin_day(now())::timestamp - interval '2 days') - interval '1 day', 'YYYY-MM') as month`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the database did not tell the time');
  return row.month;
}

function firstDay(month: Month) {
  return sql`${`${month}-01`}::date`;
}

function isIn(month: Month) {
  return sql`k.day >= ${firstDay(month)} and k.day < (${firstDay(month)} + interval '1 month')`;
}

function placeOf({ model, department, task }: Pick<UseCell, 'model' | 'department' | 'task'>): string {
  return JSON.stringify([model, department, task]);
}
