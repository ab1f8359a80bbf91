import { sql } from 'drizzle-orm';
import type { Db } from '../../store/store.ts';
import { CURRENT } from './lists.store.ts';

/** Addresses of one look. */
const PAGE = 500;

/** An address in the text of a version. */
export interface Linked extends Record<string, unknown> {
  version: string;
  address: string;
}

/**
 * Addresses in texts that count today, of all collections, by version.
 * @param db in the scope of the Verbund: it is the house that looks
 * @param after the last one of the page before
 */
export async function linkedAddresses(db: Db, after: Linked | null): Promise<Linked[]> {
  const { rows } = await db.execute<Linked>(sql`
    select distinct v.id as version, a.address collate "C" as address
    from document_version v join document d on d.id = v.document, unnest(v.addresses) a (address)
    where ${CURRENT} and length(a.address) <= 2000
      ${after === null ? sql`` : sql`and (v.id, a.address collate "C") > (${after.version}::uuid, ${after.address})`}
    order by version, address limit ${PAGE}`);
  return rows.map(({ version, address }) => ({ version, address }));
}

/**
 * Keeps which addresses did not answer, since the day on which that was first seen; those that answer are forgotten.
 * @param db in the scope of the Verbund
 */
export async function keepDead(db: Db, tried: readonly (Linked & { dead: boolean })[]): Promise<void> {
  for (const { version, address, dead } of tried) {
    await db.execute(
      dead
        ? sql`insert into dead_link (version, address, kommune, since)
            select id, ${address}, kommune, berlin_day(now()) from document_version where id = ${version}::uuid
            on conflict do nothing`
        : sql`delete from dead_link where version = ${version}::uuid and address = ${address}`,
    );
  }
}

/** Forgets addresses of texts that count no more. @param db in the scope of the Verbund */
export async function forgetOldDead(db: Db): Promise<void> {
  await db.execute(sql`delete from dead_link l where not exists (
    select from document_version v join document d on d.id = v.document
    where v.id = l.version and ${CURRENT} and l.address = any(v.addresses))`);
}
