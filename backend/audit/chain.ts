import { createHash } from 'node:crypto';
import type { ActDetails } from '../../contract/audit.ts';
import { canonicalJson } from './canonical-json.ts';

/** How the chain of the Verbund is called where a Kommune's stands otherwise; no Kommune can be called so. */
export const VERBUND = '*';

/** What the first line of a chain has for the hash before it. */
export const NO_HASH = '0'.repeat(64);

/** A line as it lies in the database, every value exactly. What it says is what its hash covers. */
export interface ChainLine {
  /** The chain: a Kommune, or the Verbund. */
  kommune: string;
  /** From 1, without a gap. */
  sequence: number;
  /** Microseconds since 1970-01-01T00:00Z, decimal, as the database's clock told them. */
  at: string;
  /** Pseudonym of a person, `operator` or `job`. */
  actor: string;
  kind: string;
  subject: string;
  /** A JSON object in its canonical form. */
  details: string;
  reason: string;
}

/**
 * The hash of a line: SHA-256, in hex, over the UTF-8 bytes of the hash before it, a line feed, and the line in canonical
 * form. That is the JSON object of the eight values of `ChainLine` by RFC 8785 (JCS): names sorted, no white space, each
 * value a string but `sequence`, which is a number. Since each value is held as the very text that is hashed, there are no
 * two ways to write the same.
 * @param previous hash of the line before, `NO_HASH` for the first
 */
export function hashLine(previous: string, line: ChainLine): string {
  const { kommune, sequence, at, actor, kind, subject, details, reason } = line;
  const canonical = canonicalJson({ kommune, sequence, at, actor, kind, subject, details, reason });
  return createHash('sha256').update(`${previous}\n${canonical}`, 'utf8').digest('hex');
}

/** The text that stands for the details of an act. */
export function detailsText(details: ActDetails): string {
  const entries = Object.entries(details).map(([name, value]) => [
    plainText(name),
    typeof value === 'string' ? plainText(value) : value,
  ]);
  return canonicalJson(Object.fromEntries(entries));
}

/** A text that comes back from the database, and through JSON, just as it went in. */
export function plainText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd');
}
