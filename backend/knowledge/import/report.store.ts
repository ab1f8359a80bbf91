import { sql } from 'drizzle-orm';
import { errorCode } from '../../../contract/errors.ts';
import {
  documentOrigin,
  type FileOutcome,
  type ImportFile,
  importState,
} from '../../../contract/knowledge.ts';
import type { ImportReport } from '../../../contract/knowledge.ts';
import type { Db } from '../../store/store.ts';
import type { Run } from './runs.store.ts';

/** Files of one page. */
const PAGE = 200;

interface FileRow extends Record<string, unknown> {
  name: string;
  bytes: string;
  state: string;
  code: string | null;
  sections: number;
  notices: string[];
}

type Summary = Omit<ImportReport, 'version' | 'files' | 'next'>;

/** Imports with the sums over their files, in the order in which they are given. */
export async function summariesOf(db: Db, runs: readonly Run[]): Promise<Summary[]> {
  if (runs.length === 0) return [];
  const { rows } = await db.execute<{ run: string; state: string; files: number; sections: number }>(
    sql`select run, state, count(*)::int as files, sum(sections)::int as sections from import_file
        where run = any(${sql.param(runs.map(({ id }) => id))}::uuid[]) group by run, state`,
  );
  return runs.map(({ id, collection, origin, state, startedAt }) => {
    const own = rows.filter((row) => row.run === id);
    const count = (...states: string[]) =>
      own.filter((row) => states.includes(row.state)).reduce((sum, { files }) => sum + files, 0);
    return {
      id,
      collection,
      origin: documentOrigin.parse(origin),
      state: importState.parse(state),
      startedAt: startedAt.toISOString(),
      counts: {
        waiting: count('arriving', 'waiting', 'reading'),
        added: count('added'),
        replaced: count('replaced'),
        unchanged: count('unchanged'),
        failed: count('failed'),
        sections: own.reduce((sum, { sections }) => sum + sections, 0),
      },
    };
  });
}

/**
 * The files of an import, those that failed first, then by name.
 * @param after as `next` of the page before gives it; null for the first
 */
export async function filesOf(
  db: Db,
  run: string,
  after: string | null,
): Promise<{ files: ImportFile[]; next: string | null }> {
  const from = after === null ? null : cursorOf(after);
  const { rows } = await db.execute<FileRow>(
    sql`select name, bytes, state, code, sections, notices from import_file f
        where run = ${run}::uuid ${
          from === null
            ? sql``
            : sql`and ((f.state <> 'failed')::int, f.name collate "C") > (${from.rank}::int, ${from.name})`
        }
        order by (f.state <> 'failed')::int, f.name collate "C" limit ${PAGE + 1}`,
  );
  const page = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? page.at(-1) : undefined;
  return {
    files: page.map((row) => ({ name: row.name, bytes: Number(row.bytes), outcome: outcomeOf(row) })),
    next: last === undefined ? null : `${last.state === 'failed' ? 0 : 1} ${last.name}`,
  };
}

function cursorOf(after: string): { rank: number; name: string } {
  return { rank: after.startsWith('0 ') ? 0 : 1, name: after.slice(2) };
}

function outcomeOf({ state, code, sections, notices }: FileRow): FileOutcome {
  switch (state) {
    case 'added':
    case 'replaced':
      return { state, sections, notices };
    case 'unchanged':
      return { state };
    case 'failed':
      return { state, code: errorCode.safeParse(code).data ?? 'internal' };
    case 'reading':
      return { state };
    default:
      return { state: 'waiting' };
  }
}
