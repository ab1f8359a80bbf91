import { sql } from 'drizzle-orm';
import type { RunState } from '../../../contract/agents/run.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { Db } from '../../store/store.ts';
import type { RunOwner } from './contents.ts';
import { MOST_LISTED, SEEN_AFTER_MINUTES } from './limits.ts';

/** A run as it lies in the store, still sealed. */
export interface RunRow extends RunOwner {
  /** Of the library; null for a trial. */
  agent: string | null;
  number: number | null;
  state: RunState;
  /** ISO 8601 in UTC. */
  startedAt: string;
  keptUntil: string;
  revision: number;
  /** Whether a process carries it on just now. */
  held: boolean;
  fault: ErrorCode | null;
  /** Millionths of a euro of steps that are gone or came to nothing. */
  spent: number;
  sealedName: Uint8Array;
  sealedTerms: Uint8Array;
}

/** Whose hands a run is in. */
export interface Hold {
  id: string;
  /** Id of the process. */
  holder: string;
}

/** The run is carried by another process by now, or was deleted: whatever was done for it does not count. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

const utc = (column: ReturnType<typeof sql>) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const COLUMNS = sql`id, kommune, person, agent, number, state, ${utc(sql`started_at`)} as "startedAt",
  ${utc(sql`kept_until`)} as "keptUntil", revision, holder is not null and lease > now() as held, fault,
  spent_micro_euro::float8 as spent, sealed_name as "sealedName", sealed_terms as "sealedTerms"`;
const OWN = (person: string) => sql`person = ${person} and kept_until > now()`;
/** A run that its Kommune keeps for no day goes soon after its end, and after a day at the latest. */
const keptUntil = (state: RunState) =>
  sql`case when kept_days > 0 then kept_until
    when ${state === 'done'} then least(kept_until, now() + make_interval(mins => ${SEEN_AFTER_MINUTES}))
    else started_at + interval '1 day' end`;

/** What a run begins with. */
export type NewRun = Pick<RunRow, keyof RunOwner | 'agent' | 'number' | 'sealedName' | 'sealedTerms'> & {
  /** `retentionDays.agentRuns` of the policy. */
  keptDays: number;
};

/** @param db in the scope of the Kommune, as for all of these unless they say otherwise */
export async function insertRun(db: Db, run: NewRun): Promise<void> {
  await db.execute(sql`
    insert into agent_run (id, kommune, person, agent, number, state, kept_days, kept_until, sealed_name, sealed_terms)
    values (${run.id}::uuid, ${run.kommune}, ${run.person}, ${run.agent}, ${run.number}, 'running', ${run.keptDays},
      now() + make_interval(days => ${Math.max(run.keptDays, 1)}), ${run.sealedName}::bytea, ${run.sealedTerms}::bytea)`);
}

/**
 * How many runs of a person are at work. Until the end of the transaction nobody else can count those of this person, so
 * that none is begun beside it.
 */
export async function countAtWork(db: Db, person: string): Promise<number> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`agent runs ${person}`}, 0))`);
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::integer as count from agent_run where ${OWN(person)} and state in ('running', 'waiting')`);
  return rows[0]?.count ?? 0;
}

/** A person's own run; null where there is none, or its time is over. */
export function findRun(db: Db, person: string, id: string): Promise<RunRow | null> {
  return oneRun(db, sql`where id = ${id}::uuid and ${OWN(person)}`);
}

/** The same, and nobody changes it until the end of the transaction. */
export function lockRun(db: Db, person: string, id: string): Promise<RunRow | null> {
  return oneRun(db, sql`where id = ${id}::uuid and ${OWN(person)} for update`);
}

async function oneRun(db: Db, where: ReturnType<typeof sql>): Promise<RunRow | null> {
  const { rows } = await db.execute<RunRow & Record<string, unknown>>(
    sql`select ${COLUMNS} from agent_run ${where}`,
  );
  return rows[0] ?? null;
}

/** The newest runs of a person, without what they were given. */
export async function listRuns(db: Db, person: string): Promise<Omit<RunRow, 'sealedTerms'>[]> {
  const { rows } = await db.execute<RunRow & Record<string, unknown>>(sql`
    select id, kommune, person, agent, number, state, ${utc(sql`started_at`)} as "startedAt",
      ${utc(sql`kept_until`)} as "keptUntil", revision, holder is not null and lease > now() as held, fault,
      spent_micro_euro::float8 as spent, sealed_name as "sealedName"
    from agent_run where ${OWN(person)} order by started_at desc, id limit ${MOST_LISTED}`);
  return rows;
}

/** What tells whether a run has changed, and whether another process carries it; null where it is gone. */
export async function glance(
  db: Db,
  person: string,
  { id, holder }: Hold,
): Promise<Pick<RunRow, 'revision' | 'state' | 'held'> | null> {
  const { rows } = await db.execute<
    Pick<RunRow, 'revision' | 'state' | 'held'> & Record<string, unknown>
  >(sql`
    select revision, state, holder is not null and holder <> ${holder}::uuid and lease > now() as held from agent_run
    where id = ${id}::uuid and ${OWN(person)}`);
  return rows[0] ?? null;
}

/** @returns whether there was one */
export async function deleteRun(db: Db, person: string, id: string): Promise<boolean> {
  const { rowCount } = await db.execute(
    sql`delete from agent_run where id = ${id}::uuid and person = ${person}`,
  );
  return (rowCount ?? 0) > 0;
}

/**
 * Says what became of a run that nobody carries, or is going to carry any more.
 * @param spent comes on top
 * @returns until when it is kept now
 */
export async function settleRun(
  db: Db,
  id: string,
  { state, fault = null, spent = 0 }: { state: RunState; fault?: ErrorCode | null; spent?: number },
): Promise<string> {
  const { rows } = await db.execute<{ keptUntil: string }>(sql`
    update agent_run set state = ${state}, fault = ${fault}, holder = null, lease = null, stop_asked = false,
      revision = revision + 1, spent_micro_euro = spent_micro_euro + ${spent}, kept_until = ${keptUntil(state)}
    where id = ${id}::uuid returning ${utc(sql`kept_until`)} as "keptUntil"`);
  return rows[0]?.keptUntil ?? '';
}

/** Asks the process that carries a run to stop. */
export async function askToStop(db: Db, id: string): Promise<void> {
  await db.execute(sql`update agent_run set stop_asked = true where id = ${id}::uuid`);
}

const leased = (ms: number) => sql`now() + make_interval(secs => ${ms / 1000}::float8)`;

/**
 * Takes a run that nobody carries; null where somebody does, or there is nothing to do. One that this process could not let
 * go of, since the store was away, is its own still.
 */
export async function takeRun(
  db: Db,
  { id, holder }: Hold,
  person: string,
  leaseMs: number,
): Promise<RunRow | null> {
  const { rows } = await db.execute<RunRow & Record<string, unknown>>(sql`
    update agent_run set holder = ${holder}::uuid, lease = ${leased(leaseMs)}, revision = revision + 1
    where id = ${id}::uuid and ${OWN(person)} and state = 'running'
      and (holder is null or holder = ${holder}::uuid or lease < now())
    returning ${COLUMNS}`);
  return rows[0] ?? null;
}

/**
 * Holds a run for the rest of the transaction.
 * @returns whether it is to be stopped
 * @throws LeaseLost
 */
export async function keepHold(db: Db, { id, holder }: Hold): Promise<{ stopAsked: boolean }> {
  const { rows } = await db.execute<{ stopAsked: boolean }>(sql`
    update agent_run set revision = revision + 1 where id = ${id}::uuid and holder = ${holder}::uuid
    returning stop_asked as "stopAsked"`);
  const [row] = rows;
  if (row === undefined) throw new LeaseLost();
  return row;
}

/** Lets go of a run, so that whoever comes next can carry it on. @param spent on what came to nothing */
export async function letGo(db: Db, { id, holder }: Hold, spent = 0): Promise<void> {
  await db.execute(sql`
    update agent_run set holder = null, lease = null, spent_micro_euro = spent_micro_euro + ${spent} where id = ${id}::uuid and holder = ${holder}::uuid`);
}

/**
 * Says that a process still carries these runs.
 * @param db in the scope of the Verbund
 * @returns those that it really does, and which of them are to be stopped
 */
export async function renewRuns(
  db: Db,
  holder: string,
  ids: readonly string[],
  leaseMs: number,
): Promise<{ id: string; stopAsked: boolean }[]> {
  const { rows } = await db.execute<{ id: string; stopAsked: boolean }>(sql`
    update agent_run set lease = ${leased(leaseMs)}
    where holder = ${holder}::uuid and id = any(${sql.param([...ids])}::uuid[]) and kept_until > now()
    returning id, stop_asked as "stopAsked"`);
  return rows;
}
