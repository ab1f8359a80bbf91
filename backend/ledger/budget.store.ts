import { sql } from 'drizzle-orm';
import * as z from 'zod';
import {
  type Budget,
  budget as budgetSchema,
  type BudgetScope,
  type BudgetTerms,
} from '../../contract/budget.ts';
import type { KommuneId } from '../../contract/identity.ts';
import type { Actor } from '../audit/actor.ts';
import { recordAct } from '../audit/audit.store.ts';
import type { Db } from '../store/store.ts';
import { microEuro } from './price.ts';

/** What every change of a budget says. */
interface Change {
  actor: Actor;
  reason: string;
  /** Number of the budget as it was seen, 0 for a new one. */
  expectedVersion: number;
}

const set = z.nullable(z.object({ id: z.uuid(), version: z.int(), before: z.nullable(z.int()) }));
const removed = z.nullable(
  z.object({
    department: z.nullable(z.string()),
    model: z.nullable(z.string()),
    period: z.enum(['month', 'year', 'total']),
    amount_cents: z.int(),
    on_exhausted: z.string(),
  }),
);

/** Fewer could be picked out (the works council's rule for all reports). */
const MIN_PERSONS = 5;
const PICO_PER_CENT = 10_000_000_000n;

/**
 * Budgets with what they have spent in their running period.
 * @param which of one Kommune, of the Verbund as a whole, or all that the scope sees
 */
export async function listBudgets(
  db: Db,
  which: { kommune: KommuneId } | 'verbund' | 'all',
): Promise<Budget[]> {
  const filter =
    which === 'all'
      ? sql`true`
      : which === 'verbund'
        ? sql`b.kommune is null`
        : sql`b.kommune = ${which.kommune}`;
  const { rows } = await db.execute<BudgetRow>(sql`
    select b.id, b.kommune, b.owner, b.department, b.model, b.period, b.amount_cents::float8 as "amountCents",
      b.on_exhausted as "onExhausted", b.version as number,
      case when b.period <> 'total' then p.begins::text end as begins,
      coalesce(s.spent, 0)::text as spent, coalesce(s.reserved, 0)::text as reserved,
      (select count(distinct h.pseudonym)::int from head h
        where h.month = date_trunc('month', berlin_day(now())::timestamp)::date
          and (b.kommune is null or h.kommune = b.kommune)
          and (b.department is null or h.department = b.department)
          and (b.model is null or h.model = b.model)) as heads,
      (select coalesce(json_agg(json_build_object('level', w.level, 'at',
          to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by w.level), '[]')
        from budget_warning w where w.budget = b.id and w.begins = p.begins) as warnings
    from budget b
    cross join lateral (select period_begins(b.period, berlin_day(now())) as begins) p
    left join budget_state s on s.budget = b.id and s.begins = p.begins
    where ${filter}
    order by b.kommune nulls first, b.department nulls first, b.model nulls first, b.period, b.owner desc`);
  return rows.map(({ spent, reserved, heads, ...row }) =>
    budgetSchema.parse({ ...row, ...told({ ...row, spent, reserved, heads }) }),
  );
}

interface BudgetRow extends Record<string, unknown> {
  department: string | null;
  model: string | null;
  amountCents: number;
  spent: string;
  reserved: string;
  /** Persons whose calls it is about, this month. */
  heads: number;
}

/** What is owed by a whole Kommune is told exactly; of a part of it nothing that could be about a single person. */
function told({ department, model, amountCents, spent, reserved, heads }: BudgetRow) {
  const percent = percentOf(BigInt(spent), amountCents);
  if (department === null && model === null) {
    return {
      spentMicroEuro: microEuro(BigInt(spent)),
      reservedMicroEuro: microEuro(BigInt(reserved)),
      percent,
    };
  }
  const hidden = { spentMicroEuro: null, reservedMicroEuro: null };
  // Whoever moves the amount until a level is reached would find out what a single person spent.
  if (heads < MIN_PERSONS) return { ...hidden, percent: null, warnings: [] };
  return { ...hidden, percent: Math.min(percent - (percent % 10), 100) };
}

/**
 * Sets a budget, new or changed: that of the Verbund in its scope, else that of the Kommune. Its running period counts
 * what was spent before.
 * @param kommune null is all together
 * @returns null where somebody changed it meanwhile
 */
export async function setBudget(
  db: Db,
  kommune: KommuneId | null,
  { department, model, period, amountCents, onExhausted, ...change }: BudgetScope & BudgetTerms & Change,
): Promise<{ id: string; number: number } | null> {
  const { rows } = await db.execute(sql`select set_budget(${kommune}, ${department}, ${model}, ${period},
    ${amountCents}::bigint, ${onExhausted}, ${change.expectedVersion}::integer) as answer`);
  const done = set.parse(rows[0]?.answer);
  if (done === null) return null;
  await record(db, kommune, done.id, change, {
    department,
    model,
    period,
    beforeCents: done.before,
    afterCents: amountCents,
    onExhausted,
  });
  return { id: done.id, number: done.version };
}

/**
 * Takes a budget away.
 * @returns false where it is not there, is the Verbund's and the scope is not, or was changed meanwhile
 */
export async function removeBudget(
  db: Db,
  kommune: KommuneId | null,
  { id, ...change }: Change & { id: string },
): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select remove_budget(${id}::uuid, ${kommune}, ${change.expectedVersion}::integer) as answer`,
  );
  const was = removed.parse(rows[0]?.answer);
  if (was === null) return false;
  const { department, model, period, amount_cents: beforeCents, on_exhausted: onExhausted } = was;
  await record(db, kommune, id, change, {
    department,
    model,
    period,
    beforeCents,
    afterCents: null,
    onExhausted,
  });
  return true;
}

/** After the change: who changes budgets waits for all calls, and must hold nothing that others wait for. */
async function record(
  db: Db,
  kommune: KommuneId | null,
  subject: string,
  { actor, reason }: Change,
  details: Record<string, string | number | null>,
): Promise<void> {
  await recordAct(db, { actor, kommune, kind: 'budget.changed', subject, details, reason });
}

function percentOf(spent: bigint, amountCents: unknown): number {
  const amount = BigInt(Number(amountCents)) * PICO_PER_CENT;
  return amount === 0n ? 100 : Number((spent * 100n) / amount);
}
