import type { AuditFault, AuditHead, AuditVerdict } from '../../contract/audit.ts';
import type { KommuneId } from '../../contract/identity.ts';
import { type ChainLine, hashLine, NO_HASH, VERBUND } from './chain.ts';

/** A line with the hash that stands beside it. */
export type StoredLine = ChainLine & { hash: string };

/** What stands beside the lines of a chain, read in one moment. */
export interface ChainState {
  /** Null where the chain has none. */
  head: { length: number; hash: string } | null;
  /** Up to where the chain has been deleted after the legal time. */
  checkpoint: Checkpoint | null;
  /** Number of its lines, and the last of them; 0 where there is none. */
  lines: number;
  last: number;
}

/** The last line that was deleted, and its hash. */
export interface Checkpoint {
  sequence: number;
  hash: string;
  signature: string;
}

/** Reads one chain; each call is a transaction of its own, so that nobody waits for a long verification. */
export interface ChainReader {
  kommune: string;
  state(): Promise<ChainState>;
  /** The next lines after this one by their sequence, some at a time; none at the end. */
  after(sequence: number): Promise<StoredLine[]>;
}

/** Tells whether the signature of a checkpoint is the house's. */
export type IsSigned = (kommune: string, checkpoint: Checkpoint) => boolean;

/**
 * Goes through a chain from its beginning, in constant memory, and finds any line that was changed, deleted, inserted,
 * moved or brought from another chain. What only a head kept elsewhere can tell is a chain that was cut or written anew
 * together with its head: therefore `expected`.
 * @param expected heads of this chain that were printed earlier
 * @returns the head up to which the chain is whole, or the first line that fails
 */
export async function verifyChain(
  reader: ChainReader,
  isSigned: IsSigned,
  expected: readonly AuditHead[] = [],
): Promise<AuditVerdict> {
  const state = await reader.state();
  const verdict = await walk(reader, state, isSigned, expected);
  if (verdict.state === 'intact') return verdict;
  // The beginning may have been deleted after its time while we were reading.
  const now = await reader.state();
  const pruned = (now.checkpoint?.sequence ?? 0) > (state.checkpoint?.sequence ?? 0);
  return pruned ? walk(reader, now, isSigned, expected) : verdict;
}

async function walk(
  reader: ChainReader,
  { head, checkpoint, lines, last }: ChainState,
  isSigned: IsSigned,
  expected: readonly AuditHead[],
): Promise<AuditVerdict> {
  if (checkpoint !== null && !isSigned(reader.kommune, checkpoint)) {
    return broken(checkpoint.sequence, 'checkpoint');
  }
  const start = { sequence: checkpoint?.sequence ?? 0, hash: checkpoint?.hash ?? NO_HASH };
  const isExpected = comparison(expected);
  if (!isExpected(start.sequence, start.hash)) return broken(start.sequence, 'expected');
  const length = head?.length ?? start.sequence;
  let { sequence, hash } = start;
  while (sequence < length) {
    const page = await reader.after(sequence);
    if (page.length === 0) return broken(sequence + 1, 'missing');
    for (const line of page) {
      if (sequence === length) break;
      const next = sequence + 1;
      if (line.sequence > next) return broken(next, 'missing');
      if (line.sequence < next) return broken(line.sequence, 'surplus');
      if (hashLine(hash, line) !== line.hash) return broken(next, 'changed');
      if (!isExpected(next, line.hash)) return broken(next, 'expected');
      ({ sequence, hash } = line);
    }
  }
  // Lines before the beginning, after the head, or twice with one number at the end of a page.
  if (last > length) return broken(length + 1, 'surplus');
  if (lines !== length - start.sequence) return broken(start.sequence, 'surplus');
  if (head !== null && (head.length !== sequence || head.hash !== hash)) return broken(sequence, 'head');
  if (expected.some((head) => head.length > length)) return broken(length + 1, 'expected');
  return { state: 'intact', head: { kommune: kommuneOf(reader.kommune), length, hash } };
}

/** Tells whether a line may have this hash by the heads that were kept; there may be thousands of them. */
function comparison(expected: readonly AuditHead[]): (sequence: number, hash: string) => boolean {
  const kept = Map.groupBy(expected, ({ length }) => length);
  return (sequence, hash) => (kept.get(sequence) ?? []).every((head) => head.hash === hash);
}

/** The chain's Kommune as the contract names it. */
export function kommuneOf(chain: string): KommuneId | null {
  return chain === VERBUND ? null : chain;
}

function broken(sequence: number, why: AuditFault): AuditVerdict {
  return { state: 'broken', sequence, why };
}
