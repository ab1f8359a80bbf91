import { and, eq, inArray } from 'drizzle-orm';
import type { KommuneId } from '../../contract/identity.ts';
import type { Month } from '../../contract/reports.ts';
import { reportMonth } from '../store/schema/reports.ts';
import type { Db } from '../store/store.ts';
import { type Cube, cube, emptyCube, makeCube } from './cube.ts';
import { firstUsedMonth, hasOpenCalls, lastClosedMonth, readCondensedCost, readUse } from './use.store.ts';
import type { ToldMonth } from './views.ts';

/**
 * What is told of months of a Kommune. A month that is over is made when it is first asked for, and never again: a second
 * making (after a deletion, or a call put right) would tell the difference to whoever kept the first.
 * @param db in a scope that sees the Kommune
 */
export async function toldMonths(db: Db, kommune: KommuneId, months: readonly Month[]): Promise<ToldMonth[]> {
  const kept = await db
    .select()
    .from(reportMonth)
    .where(and(eq(reportMonth.kommune, kommune), inArray(reportMonth.month, [...months])));
  const known = new Map(kept.map((row) => [row.month, row]));
  const last = await lastClosedMonth(db);
  const first = await firstUsedMonth(db, kommune);
  const told: ToldMonth[] = [];
  for (const month of months) {
    const row = known.get(month);
    if (row) told.push(closed(month, BigInt(row.picoEuro), cube.parse(row.cube)));
    else if (month > last) told.push({ month, state: 'open' });
    else if (first === null || month < first) told.push(closed(month, 0n, emptyCube));
    else told.push(await publishMonth(db, kommune, month));
  }
  return told;
}

/**
 * Makes what is told of a month that is over, unless it was made already. To be run before calls of that month are
 * deleted for their age.
 * @param db in a scope that sees the Kommune
 */
export async function publishMonth(db: Db, kommune: KommuneId, month: Month): Promise<ToldMonth> {
  if (await hasOpenCalls(db, kommune, month)) return { month, state: 'open' };
  const cells = await readUse(db, kommune, month);
  const owed = cells.reduce((sum, { picoEuro }) => sum + picoEuro, 0n);
  const condensed = await readCondensedCost(db, kommune, month);
  // Nothing happened, or nothing yet of what a restored backup brings: not worth a row.
  if (cells.length === 0 && condensed === 0n) return closed(month, 0n, emptyCube);
  // Calls that are gone had persons that nobody can count any more.
  const made = condensed === 0n ? makeCube(cells) : emptyCube;
  await db
    .insert(reportMonth)
    .values({ kommune, month, picoEuro: String(owed + condensed), cube: made })
    .onConflictDoNothing();
  const [row] = await db
    .select()
    .from(reportMonth)
    .where(and(eq(reportMonth.kommune, kommune), eq(reportMonth.month, month)));
  if (row === undefined) throw new Error('the month was not kept');
  return closed(month, BigInt(row.picoEuro), cube.parse(row.cube));
}

function closed(month: Month, picoEuro: bigint, told: Cube): ToldMonth {
  return { month, state: 'closed', picoEuro, cube: told };
}
