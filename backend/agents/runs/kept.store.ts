import { sql } from 'drizzle-orm';
import type { KommuneId } from '../../../contract/identity.ts';
import type { StoredRecord } from '../../../contract/persons.ts';
import type { Pseudonym } from '../../identity/pseudonym.ts';
import type { Db } from '../../store/store.ts';

/** As whom runs know a person. */
export function runKey(person: { id: string }, pseudonym: Pseudonym): string {
  return pseudonym('agent runs', person);
}

/** That a person has runs; what is in them is sealed. @param db in the scope of their Kommune */
export async function runsOfPerson(db: Db, key: string): Promise<StoredRecord[]> {
  const { rows } = await db.execute<StoredRecord>(sql`
    select to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as started,
      to_char(kept_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as kept_until, state, agent,
      (select count(*)::integer from agent_step where run = id) as steps
    from agent_run where person = ${key} order by started_at, id`);
  return rows;
}

/** Erases the runs of a person; one that is carried on loses what it does. @returns how many */
export async function eraseRuns(db: Db, key: string): Promise<number> {
  const { rowCount } = await db.execute(sql`delete from agent_run where person = ${key}`);
  return rowCount ?? 0;
}

/** Deletes the runs whose time is over. @param db in the scope of the Verbund @returns how many */
export async function sweepRuns(db: Db): Promise<number> {
  const { rowCount } = await db.execute(sql`delete from agent_run where kept_until <= now()`);
  return rowCount ?? 0;
}

/**
 * The same for a Kommune that has come to keep runs for fewer days than when they began.
 * @param days `retentionDays.agentRuns` of its policy; with 0 one day, which is the longest that a run may take
 */
export async function deleteRuns(db: Db, kommune: KommuneId, days: number): Promise<number> {
  const { rowCount } = await db.execute(sql`
    delete from agent_run where kommune = ${kommune}
      and (kept_until <= now() or started_at < now() - make_interval(days => ${Math.max(days, 1)}))`);
  return rowCount ?? 0;
}
