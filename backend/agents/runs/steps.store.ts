import { sql } from 'drizzle-orm';
import type { Db } from '../../store/store.ts';
import type { StepState } from './contents.ts';

/** A step as it lies in the store, still sealed. */
export interface StepRow {
  path: string;
  sequence: number;
  state: StepState;
  /** Millionths of a euro; calls without a known price count nothing. */
  cost: number;
  sealed: Uint8Array;
}

/** The steps of a run in the order in which they were begun. @param db in the scope of its Kommune, as for all of these */
export async function stepsOf(db: Db, run: string): Promise<StepRow[]> {
  const { rows } = await db.execute<StepRow & Record<string, unknown>>(sql`
    select path, sequence, state, cost_micro_euro::float8 as cost, sealed from agent_step
    where run = ${run}::uuid order by sequence`);
  return rows;
}

/** Writes a step down, or what became of it. */
export async function saveStep(
  db: Db,
  run: { id: string; kommune: string },
  { path, sequence, state, cost, sealed }: StepRow,
): Promise<void> {
  await db.execute(sql`
    insert into agent_step (run, path, kommune, sequence, state, cost_micro_euro, sealed)
    values (${run.id}::uuid, ${path}, ${run.kommune}, ${sequence}, ${state}, ${cost}, ${sealed}::bytea)
    on conflict (run, path) do update set state = excluded.state, cost_micro_euro = excluded.cost_micro_euro,
      sealed = excluded.sealed`);
}

/** Forgets steps. @returns what they cost together, in millionths of a euro */
export function forgetSteps(db: Db, run: string, paths: readonly string[]): Promise<number> {
  return forget(db, sql`run = ${run}::uuid and path = any(${sql.param([...paths])}::text[])`);
}

/** Forgets those that did not come to their end, which are begun anew. @returns as `forgetSteps` */
export function forgetUndone(db: Db, run: string): Promise<number> {
  return forget(db, sql`run = ${run}::uuid and state <> 'done'`);
}

async function forget(db: Db, which: ReturnType<typeof sql>): Promise<number> {
  const { rows } = await db.execute<{ cost: number }>(
    sql`delete from agent_step where ${which} returning cost_micro_euro::float8 as cost`,
  );
  return rows.reduce((sum, { cost }) => sum + cost, 0);
}
