import { type SQL, sql } from 'drizzle-orm';
import type { KommuneId } from '../../contract/identity.ts';
import { addDays, type Day } from '../deadlines/calendar.ts';
import type { Db } from '../store/store.ts';
import type { DayCost } from './forecast.ts';

/** Weeks that a forecast looks back on. */
const WEEKS = 13;
const PICO_PER_CENT = 10_000_000_000;

/** A budget for all models of a Kommune or of the Verbund. */
export interface WholeBudget {
  /** Who set it. */
  owner: 'verbund' | 'kommune';
  period: 'month' | 'year' | 'total';
  budgetCents: number;
  /** First day of the period that is running. */
  begins: Day;
  /** Spent in it, up to the end of the last whole week. */
  spentCents: number;
}

/**
 * The end of the last whole week, a Sunday, by the clock of the database. Nothing later is looked at: who asked every day
 * would see what a single person had cost since the day before.
 */
export async function lastSunday(db: Db): Promise<Day> {
  const { rows } = await db.execute<{ day: Day }>(
    sql`select (berlin_day(now()) - extract(isodow from berlin_day(now()))::integer)::text as day`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the database did not tell the time');
  return row.day;
}

/**
 * Budgets for all models.
 * @param kommune null: those of the Verbund
 * @param asOf last day that counts
 */
export async function readBudgets(db: Db, kommune: KommuneId | null, asOf: Day): Promise<WholeBudget[]> {
  const { rows } = await db.execute<{
    owner: WholeBudget['owner'];
    period: WholeBudget['period'];
    amount: string;
    begins: Day;
    spent: string;
  }>(sql`
    select b.owner, b.period, b.amount_cents::text as amount, p.begins::text as begins,
      greatest(0, coalesce(s.spent, 0) - (
        select coalesce(sum(c.cost), 0) from call k join charge c on c.call = k.id
        where ${isOf(kommune)} and k.day > ${asOf}::date and k.day >= p.begins
      ))::text as spent
    from budget b
    cross join lateral (select period_begins(b.period, berlin_day(now())) as begins) p
    left join budget_state s on s.budget = b.id and s.begins = p.begins
    where b.kommune is not distinct from ${kommune}::text and b.department is null and b.model is null
    order by array_position(array['month', 'year', 'total'], b.period), b.owner`);
  return rows.map(({ owner, period, amount, begins, spent }) => ({
    owner,
    period,
    budgetCents: Number(amount),
    begins,
    spentCents: Number(spent) / PICO_PER_CENT,
  }));
}

/**
 * What each day cost, of the weeks up to `asOf`, without gaps.
 * @param kommune null: all of them
 */
export async function readDays(db: Db, kommune: KommuneId | null, asOf: Day): Promise<DayCost[]> {
  const first = addDays(asOf, 1 - WEEKS * 7);
  const { rows } = await db.execute<{ day: Day; cost: string }>(sql`
    select k.day::text as day, sum(c.cost)::text as cost
    from call k join charge c on c.call = k.id
    where ${isOf(kommune)} and k.day between ${first}::date and ${asOf}::date and c.cost > 0
    group by k.day`);
  const costs = new Map(rows.map(({ day, cost }) => [day, Number(cost) / PICO_PER_CENT]));
  return Array.from({ length: WEEKS * 7 }, (_, index) => {
    const day = addDays(first, index);
    return { day, cents: costs.get(day) ?? 0 };
  });
}

function isOf(kommune: KommuneId | null): SQL {
  return kommune === null ? sql`true` : sql`k.kommune = ${kommune}`;
}
