import { randomUUID } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import type { DocumentKind, DocumentOrigin } from '../../../contract/knowledge.ts';
import { importRun } from '../../store/schema/knowledge.ts';
import type { Db } from '../../store/store.ts';
import { BRINGING_MS, KEPT_DAYS } from './limits.ts';

/** An import that files can be brought to. */
export interface OpenRun {
  id: string;
  collection: string;
  /** Null: of the Verbund. */
  kommune: KommuneId | null;
}

/** What is decided about an import before it begins. */
export interface RunOpening {
  origin: DocumentOrigin;
  kind: DocumentKind;
  /** ISO 8601 calendar date from which the new versions count; null for today. */
  validFrom: string | null;
  /** Of the folder that is imported; null for an upload. */
  sourceAddress: string | null;
}

const COLUMNS = {
  id: importRun.id,
  collection: importRun.collection,
  kommune: importRun.kommune,
  origin: importRun.origin,
  state: importRun.state,
  startedAt: importRun.startedAt,
};

/** Opens an import. @param db in the scope of `scopeOf(into)` */
export async function openRun(
  db: Db,
  into: { id: string; kommune: KommuneId | null },
  { origin, kind, validFrom, sourceAddress }: RunOpening,
): Promise<OpenRun> {
  const run: OpenRun = { id: randomUUID(), collection: into.id, kommune: into.kommune };
  await db.insert(importRun).values({
    ...run,
    origin,
    kind,
    sourceAddress,
    validFrom: validFrom ?? sql`berlin_day(now())`,
    lease: sql`now() + make_interval(secs => ${BRINGING_MS / 1000}::float8)`,
  });
  return run;
}

/** Says that no more files come. Those that have not arrived whole are told as such. */
export async function closeRun(db: Db, run: string): Promise<void> {
  await db
    .update(importRun)
    .set({ state: 'running' })
    .where(and(eq(importRun.id, run), eq(importRun.state, 'open')));
  await giveUpArriving(db, sql`run = ${run}::uuid`);
  await endRuns(db, sql`r.id = ${run}::uuid`);
}

/** An import that the scope sees; null where there is none. */
export async function runById(db: Db, id: string) {
  const [row] = await db.select(COLUMNS).from(importRun).where(eq(importRun.id, id));
  return row ?? null;
}
export type Run = NonNullable<Awaited<ReturnType<typeof runById>>>;

/** The last imports of a collection, the newest first. */
export function lastRuns(db: Db, of: string, count: number): Promise<Run[]> {
  return db
    .select(COLUMNS)
    .from(importRun)
    .where(eq(importRun.collection, of))
    .orderBy(desc(importRun.startedAt), desc(importRun.id))
    .limit(count);
}

/** Ends the imports that are closed and have no file left to read. @param which about a row `r` of import_run */
export async function endRuns(db: Db, which = sql`true`): Promise<void> {
  await db.execute(
    sql`update import_run r set state = 'done' where r.state = 'running' and ${which} and not exists (
          select from import_file f where f.run = r.id and f.state in ('arriving', 'waiting', 'reading'))`,
  );
}

/**
 * Closes imports that nobody brings files to any more, ends those that are through, and deletes what is known of old ones.
 * @param db in the scope of the Verbund
 */
export async function tidyRuns(db: Db): Promise<{ closed: number; deleted: number }> {
  const { rows: closed } = await db.execute(
    sql`update import_run set state = 'running' where state = 'open' and lease < now() returning id`,
  );
  await giveUpArriving(db, sql`run in (select id from import_run where state = 'running')`);
  await endRuns(db);
  // In steps, so that nobody waits long.
  const { rows: deleted } = await db.execute(
    sql`delete from import_run where id in (
          select id from import_run
          where state = 'done' and started_at < now() - make_interval(days => ${KEPT_DAYS}) limit 20) returning id`,
  );
  return { closed: closed.length, deleted: deleted.length };
}

const INTERRUPTED: ErrorCode = 'import_interrupted';

async function giveUpArriving(db: Db, which: ReturnType<typeof sql>): Promise<void> {
  await db.execute(sql`delete from import_piece where file in (
    select id from import_file where state = 'arriving' and ${which})`);
  await db.execute(sql`update import_file set state = 'failed', code = ${INTERRUPTED}
    where state = 'arriving' and ${which}`);
}
