import { and, eq, sql } from 'drizzle-orm';
import type { ErrorCode } from '../../../contract/errors.ts';
import { importFile, importPiece } from '../../store/schema/knowledge.ts';
import type { Db } from '../../store/store.ts';
import { BRINGING_MS } from './limits.ts';
import type { OpenRun } from './runs.store.ts';

/** A file that is being brought to an import. */
export interface Coming {
  /** As `fileName` gives it. */
  name: string;
  /** Where it comes from; null for an upload. */
  sourceAddress: string | null;
}

/** A file that was brought before under the same name, or is now. */
export interface Brought {
  id: number;
  /** `there`: this import has a file of that name already, and it is left as it is. */
  as: 'new' | 'there';
  state: string;
  hash: Uint8Array | null;
}

/**
 * Enters a file whose bytes follow, or which there are none of. One that was broken off before is begun anew.
 * @param state `arriving`: pieces follow; then `arrived`
 */
export async function enterFile(
  db: Db,
  run: OpenRun,
  { name, sourceAddress }: Coming,
  state: 'arriving' | { failed: ErrorCode; bytes: number },
): Promise<Brought> {
  await stillBrought(db, run);
  await db
    .delete(importFile)
    .where(and(eq(importFile.run, run.id), eq(importFile.name, name), eq(importFile.state, 'arriving')));
  const failed = state === 'arriving' ? null : state;
  const [row] = await db
    .insert(importFile)
    .values({
      run: run.id,
      collection: run.collection,
      kommune: run.kommune,
      name,
      sourceAddress,
      bytes: failed?.bytes ?? 0,
      state: failed === null ? 'arriving' : 'failed',
      code: failed?.failed ?? null,
    })
    .onConflictDoNothing()
    .returning({ id: importFile.id, state: importFile.state, hash: importFile.hash });
  if (row !== undefined) return { ...row, as: 'new' };
  const [there] = await db
    .select({ id: importFile.id, state: importFile.state, hash: importFile.hash })
    .from(importFile)
    .where(and(eq(importFile.run, run.id), eq(importFile.name, name)));
  if (there === undefined) throw new RunGone();
  return { ...there, as: 'there' };
}

/** The import is closed, or gone with its collection. */
export class RunGone extends Error {
  override name = 'RunGone';
}

/** Keeps a piece of a file. @throws RunGone where the file was given up meanwhile */
export async function addPiece(
  db: Db,
  run: OpenRun,
  file: number,
  piece: number,
  data: Uint8Array,
): Promise<void> {
  await stillBrought(db, run);
  const held = await db
    .select({ id: importFile.id })
    .from(importFile)
    .where(and(eq(importFile.id, file), eq(importFile.state, 'arriving')))
    .for('update');
  if (held.length === 0) throw new RunGone();
  await db.insert(importPiece).values({ file, piece, kommune: run.kommune, data });
}

/**
 * Says that a file is all there. Where the newest version of its document holds the same bytes it is done with.
 * @throws RunGone
 */
export async function arrived(
  db: Db,
  file: number,
  { hash, bytes }: { hash: Uint8Array; bytes: number },
): Promise<'waiting' | 'unchanged'> {
  const { rows } = await db.execute<{ state: string }>(
    sql`update import_file f set hash = ${hash}::bytea, bytes = ${bytes},
          state = case when ${isUnchanged(sql`${hash}::bytea`)} then 'unchanged' else 'waiting' end
        where id = ${file} and state = 'arriving' returning state`,
  );
  const [row] = rows;
  if (row === undefined) throw new RunGone();
  if (row.state !== 'unchanged') return 'waiting';
  await seenAgain(db, file);
  return 'unchanged';
}

/** Whether the newest version of the document that a row `f` of import_file names holds these bytes. */
export function isUnchanged(hash: ReturnType<typeof sql>) {
  return sql`coalesce((
    select v.hash = ${hash} from document d join document_version v on v.document = d.id and v.ready
    where d.collection = f.collection and d.name = f.name and d.removed_at is null
    order by v.number desc limit 1), false)`;
}

/** Its bytes are needed no more, and its source is there. */
export async function seenAgain(db: Db, file: number): Promise<void> {
  await db.delete(importPiece).where(eq(importPiece.file, file));
  await db.execute(
    sql`update document d set source_gone = null from import_file f
        where f.id = ${file} and d.collection = f.collection and d.name = f.name and d.source_gone is not null`,
  );
}

/** A file that does not come to its end goes again, as if it had never been brought. */
export async function forgetFile(db: Db, file: number): Promise<void> {
  await db.delete(importFile).where(and(eq(importFile.id, file), eq(importFile.state, 'arriving')));
}

/** Holds the import open for whoever brings files. @throws RunGone */
async function stillBrought(db: Db, run: OpenRun): Promise<void> {
  const { rows } = await db.execute(
    sql`update import_run set lease = now() + make_interval(secs => ${BRINGING_MS / 1000}::float8)
        where id = ${run.id}::uuid and state = 'open' returning id`,
  );
  if (rows.length === 0) throw new RunGone();
}
