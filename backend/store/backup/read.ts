import { linesOf } from '../../cli/lines.ts';
import {
  BackupError,
  BROKEN,
  Checksum,
  FORMAT,
  headLine,
  type HeadLine,
  LONGEST_LINE,
  partLine,
  rowLine,
} from './format.ts';

/** What a backup holds, piece by piece. */
export type Piece =
  | { kind: 'table'; table: string; columns: string[] }
  | { kind: 'row'; values: (string | null)[] }
  | { kind: 'sequence'; sequence: string; last: string; called: boolean }
  /** Everything before was read as it was written. */
  | { kind: 'end'; rows: Record<string, number> };

/**
 * Reads the lines of a backup.
 * @param bytes not gzipped any more
 * @returns its head, and its pieces; the last one is `end`, and where the file is damaged it never comes
 * @throws BackupError
 */
export async function readBackup(
  bytes: AsyncIterable<Buffer>,
): Promise<{ head: HeadLine; pieces: AsyncGenerator<Piece> }> {
  const lines = linesOf(bytes);
  const first = await lines.next();
  const head = headLine.safeParse(first.done === true ? null : jsonOf(first.value));
  if (!head.success || first.done === true) throw new BackupError(BROKEN);
  if (head.data.format !== FORMAT) throw new BackupError('the backup is of a newer version of Amtsfeder');
  const checksum = new Checksum();
  checksum.add(first.value);
  return { head: head.data, pieces: piecesOf(lines, checksum) };
}

async function* piecesOf(lines: AsyncGenerator<string>, checksum: Checksum): AsyncGenerator<Piece> {
  const rows: Record<string, number> = {};
  let table = '';
  for await (const line of lines) {
    if (line.length > LONGEST_LINE) throw new BackupError(BROKEN);
    const json = jsonOf(line);
    const row = rowLine.safeParse(json);
    if (row.success) {
      rows[table] = (rows[table] ?? 0) + 1;
      checksum.add(line);
      yield { kind: 'row', values: row.data };
      continue;
    }
    const part = partLine.safeParse(json);
    if (!part.success) throw new BackupError(BROKEN);
    if ('end' in part.data) {
      if (part.data.sha256 !== checksum.end() || !isSame(part.data.rows, rows)) throw new BackupError(BROKEN);
      if ((await lines.next()).done !== true) throw new BackupError(BROKEN);
      yield { kind: 'end', rows };
      return;
    }
    checksum.add(line);
    if ('table' in part.data) {
      table = part.data.table;
      rows[table] = 0;
      yield { kind: 'table', ...part.data };
    } else yield { kind: 'sequence', ...part.data };
  }
  throw new BackupError(BROKEN);
}

function isSame(told: Record<string, number>, read: Record<string, number>): boolean {
  const names = Object.keys(told);
  return names.length === Object.keys(read).length && names.every((name) => told[name] === read[name]);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
