import { sql } from 'drizzle-orm';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { KommuneId } from '../../../contract/identity.ts';
import type { Db } from '../../store/store.ts';
import { isUnchanged, seenAgain } from './files.store.ts';
import { LEASE_MS, MOST_ATTEMPTS } from './limits.ts';

/** A file that is being read by one holder. */
export interface TakenFile {
  id: number;
  run: string;
  collection: string;
  /** Null: of the Verbund. */
  kommune: KommuneId | null;
  name: string;
  sourceAddress: string | null;
  hash: Uint8Array;
  bytes: number;
  origin: string;
  kind: string;
  /** ISO 8601 calendar date. */
  validFrom: string;
}

/** The file belongs to another holder, or is gone with its collection: whatever was done for it does not count. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

/** Files without anything to read in one transaction, at the most. */
const MOST_SKIPPED = 50;
const BROKEN: ErrorCode = 'file_broken';

const lease = sql`now() + make_interval(secs => ${LEASE_MS / 1000}::float8)`;

/**
 * Takes the next file that waits, or whose holder is gone. Files that hold the bytes of the newest version of their
 * document, and those that nobody survived, are told as such on the way.
 * @param db in the scope of the Verbund, which sees all imports
 * @returns null where nothing is to be taken now
 * @throws StoreError `isDuplicate` where another holder took the same document at the same moment
 */
export async function takeFile(db: Db, holder: string): Promise<TakenFile | null> {
  for (let skipped = 0; skipped < MOST_SKIPPED; skipped++) {
    const { rows } = await db.execute<Row & Record<string, unknown>>(
      sql`with next as (
            select f.id from import_file f
            where f.state in ('waiting', 'reading') and (f.state = 'waiting' or f.lease < now())
              and not exists (select from import_file o where o.collection = f.collection and o.name = f.name
                and o.state = 'reading' and o.id <> f.id)
              and exists (select from collection c where c.id = f.collection and c.removed_at is null)
            order by f.attempts, f.id limit 1 for update skip locked)
          update import_file f
          set state = 'reading', holder = ${holder}::uuid, lease = ${lease}, attempts = f.attempts + 1
          from next, import_run r where f.id = next.id and r.id = f.run
          returning f.id, f.run, f.collection, f.kommune, f.name, f.source_address as "sourceAddress", f.hash,
            f.bytes, f.attempts, r.origin, r.kind, r.valid_from::text as "validFrom", ${isUnchanged(sql`f.hash`)} as same`,
    );
    const [row] = rows;
    if (row === undefined) return null;
    const { attempts, same, ...file } = row;
    const taken = { ...file, id: Number(file.id), bytes: Number(file.bytes) };
    if (same) await settle(db, taken, holder, { state: 'unchanged' });
    else if (attempts > MOST_ATTEMPTS) await settle(db, taken, holder, { state: 'failed', code: BROKEN });
    else return taken;
  }
  return null;
}

type Row = Omit<TakenFile, 'id' | 'bytes'> & { id: string; bytes: string; attempts: number; same: boolean };

/** What became of a file. */
export type Settled =
  | { state: 'added' | 'replaced'; sections: number; notices: readonly string[] }
  | { state: 'unchanged' }
  | { state: 'failed'; code: ErrorCode };

/**
 * Writes down what became of a file, and lets go of its bytes.
 * @throws LeaseLost
 */
export async function settle(db: Db, file: TakenFile, holder: string, outcome: Settled): Promise<void> {
  await hold(db, file, holder);
  if (outcome.state === 'unchanged') await seenAgain(db, file.id);
  else await db.execute(sql`delete from import_piece where file = ${file.id}`);
  const read = 'sections' in outcome ? outcome : { sections: 0, notices: [] };
  await db.execute(
    sql`update import_file set state = ${outcome.state}, holder = null, lease = null,
          code = ${outcome.state === 'failed' ? outcome.code : null}, sections = ${read.sections},
          notices = ${sql.param([...read.notices])}::text[]
        where id = ${file.id}`,
  );
}

/** Says that the file is still being read, and keeps others from taking it until the transaction ends. @throws LeaseLost */
export async function hold(db: Db, file: Pick<TakenFile, 'id'>, holder: string): Promise<void> {
  const { rows } = await db.execute(
    sql`update import_file set lease = ${lease}
        where id = ${file.id} and state = 'reading' and holder = ${holder}::uuid returning id`,
  );
  if (rows.length === 0) throw new LeaseLost();
}

/** Says that everything is still being read that this holder has. @param db in the scope of the Verbund */
export async function renewHeld(db: Db, holder: string): Promise<void> {
  await db.execute(
    sql`update import_file set lease = ${lease} where state = 'reading' and holder = ${holder}::uuid`,
  );
}

/**
 * Puts back what this holder has not finished, as if it had not been taken: others go on at once.
 * @param db in the scope of the Verbund
 * @param file only this one; all of them where none is given
 */
export async function giveBack(db: Db, holder: string, file: number | null = null): Promise<void> {
  await db.execute(
    sql`update import_file set state = 'waiting', holder = null, lease = null, attempts = greatest(attempts - 1, 0)
        where state = 'reading' and holder = ${holder}::uuid and (${file}::bigint is null or id = ${file}::bigint)`,
  );
}

/** A piece of a file; null behind the last one. */
export async function pieceOf(db: Db, file: number, piece: number): Promise<Uint8Array | null> {
  const { rows } = await db.execute<{ data: Uint8Array }>(
    sql`select data from import_piece where file = ${file} and piece = ${piece}`,
  );
  return rows[0]?.data ?? null;
}

/** Whether anything of an import, or of any, is left to be read. */
export async function isUnfinished(db: Db, run: string | null): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select 1 from import_file where state in ('waiting', 'reading')
          and (${run}::uuid is null or run = ${run}::uuid) limit 1`,
  );
  return rows.length > 0;
}
