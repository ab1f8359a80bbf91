import { DrizzleQueryError } from 'drizzle-orm';
import { DatabaseError } from 'pg';
import { StoreError } from './store.ts';

/**
 * What the database said, without its message and details: they repeat rows, and drizzle's repeat the statement with
 * every parameter.
 */
export class DatabaseFault extends Error {
  override name = 'DatabaseFault';
  /** SQLSTATE, or the code of the network's fault; empty where there is none. */
  readonly code: string;
  readonly constraint: string | null;

  constructor(code: string, constraint: string | null) {
    super(code);
    this.code = code;
    this.constraint = constraint;
  }
}

/** A statement was broken off by our own clock. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

const REASONS: readonly [pattern: RegExp, why: StoreError['why']][] = [
  [/^53[124]00$/, 'full'],
  // Too many connections is a matter of waiting, and so are locks, cancelled statements and idle transactions.
  [/^(53300|57014|55P03|25P03|25P04|40001|40P01)$/, 'slow'],
  [/^(08...|57P0.|28...|3D000)$/, 'unreachable'],
  [/^E[A-Z_]+$/, 'unreachable'],
];

/** @param uncertain whether the transaction may have been kept all the same */
export function storeErrorOf(fault: unknown, uncertain: boolean): StoreError {
  const root = rootOf(fault);
  const code = codeOf(root);
  const clean = new DatabaseFault(code, root instanceof DatabaseError ? (root.constraint ?? null) : null);
  return new StoreError(whyOf(root, code), uncertain, clean);
}

/** Whether a statement was refused because a row of that kind is there already (SQLSTATE 23505). */
export function isDuplicate(fault: unknown): boolean {
  const cause = fault instanceof StoreError ? fault.cause : rootOf(fault);
  return codeOf(cause) === '23505';
}

/** Whether the answer to a statement is lost, so that nobody knows what became of it. */
export function isAnswerLost(fault: unknown): boolean {
  const root = rootOf(fault);
  return !(root instanceof DatabaseError) || /^(08...|57P0.)$/.test(codeOf(root));
}

function whyOf(root: unknown, code: string): StoreError['why'] {
  if (root instanceof TooSlow) return 'slow';
  const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1];
  if (reason !== undefined) return reason;
  return isLostConnection(root) ? 'unreachable' : 'failed';
}

/** The fault of the connection inside drizzle's, which repeats the statement and its parameters. */
export function rootOf(fault: unknown): unknown {
  return fault instanceof DrizzleQueryError && fault.cause !== undefined ? fault.cause : fault;
}

/** SQLSTATE or the code of the network's fault; empty where there is none. */
export function codeOf(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return '';
  return typeof fault.code === 'string' ? fault.code : '';
}

// pg tells these by their words alone.
const LOST =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Query read timeout|Cannot use a pool after calling end)/;

function isLostConnection(fault: unknown): boolean {
  return fault instanceof Error && LOST.test(fault.message);
}
