import * as z from 'zod/mini';
import { CONTRACT_VERSION } from './limits.ts';

/** Letters that a reason has at the least: fewer explain nothing. */
export const MIN_REASON_LETTERS = 10;
const MAX_REASON_CHARS = 500;

/** A calendar day, `2026-11-27`. */
export const isoDay = z.iso.date();

/** What begins like a key of a known provider, or is a run of signs that only a key or a token is. */
const KEYS = [
  /(?:^|[^A-Za-z0-9])(?:sk|pk|rk|xox[abp]|gh[pousr]|glpat|hf)[-_][A-Za-z0-9_-]{12,}/,
  /AIza[A-Za-z0-9_-]{20,}/,
  /(?:^|[^A-Za-z0-9])(?:ya29|AQ)\.[A-Za-z0-9_-]{16,}/,
  /(?:^|[^A-Za-z0-9])ey[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}/,
  /(?:^|[^A-Za-z0-9])AKIA[A-Z0-9]{12,}/,
  /\bbearer\s+[A-Za-z0-9._~+/-]{12,}/i,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /:\/\/[^\s/@:]*:[^\s/@]+@/,
  /[0-9a-f]{32,}/i,
];
const CONTROL = /[^\P{Cc}\t\n\r]/u;
const UNBROKEN = /[A-Za-z0-9+]{24,}/g;
const TURN = /(?<=[a-z])(?![a-z])|(?<=[A-Z])(?![A-Z])|(?<=\d)(?!\d)/g;

/**
 * Whether a text holds what looks like the key to a model or another secret. Such a value has no place in the database,
 * in whatever field it is written by mistake.
 */
export function holdsKey(text: string): boolean {
  if (KEYS.some((pattern) => pattern.test(text))) return true;
  // Words change between capitals, small letters and figures where they are put together, a key everywhere.
  return (text.match(UNBROKEN) ?? []).some((run) => (run.match(TURN)?.length ?? 0) * 3 > run.length);
}

/**
 * Refuses a text that does not belong into the database: one that looks like a key, and one that it cannot hold (half a
 * surrogate pair, control characters but tab and line end).
 */
export const keepable = z.refine<string>(
  (text) => text.isWellFormed() && !CONTROL.test(text) && !holdsKey(text),
  { error: 'must be plain text without a key' },
);

/** Id of a model as the configuration names it. */
export const modelId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/), keepable);

/** Why a rule was changed, in the words of who did it. */
export const changeReason = z.string().check(
  z.trim(),
  z.maxLength(MAX_REASON_CHARS),
  z.refine((text) => (text.match(/\p{L}/gu)?.length ?? 0) >= MIN_REASON_LETTERS, {
    error: `must have at least ${MIN_REASON_LETTERS} letters`,
  }),
  keepable,
);

/** What every change says besides itself. */
export const changeBase = {
  version: z.literal(CONTRACT_VERSION),
  /** Number of the version that was changed, 0 for none: where it is no longer the last, the answer is `conflict`. */
  expectedVersion: z.int().check(z.nonnegative()),
  reason: changeReason,
};

/** Who made a version, when and why. */
export const versionMark = z.object({
  /** Counted from 1. */
  number: z.int(),
  /** ISO 8601, UTC. */
  at: z.string(),
  actor: z.discriminatedUnion('kind', [
    /** Empty where the name has been erased, or belongs to another house. */
    z.object({ kind: z.literal('person'), name: z.string() }),
    z.object({ kind: z.enum(['operator', 'job']) }),
  ]),
  reason: z.string(),
});
export type VersionMark = z.infer<typeof versionMark>;

/** A value of a rule. */
export const leaf = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export type Leaf = z.infer<typeof leaf>;

/** A field that differs between two versions; a side that is missing leaves it to the layer below. */
export const fieldChange = z.object({
  /** Such as `treatments.social.eu`. */
  field: z.string(),
  before: z.optional(leaf),
  after: z.optional(leaf),
});
export type FieldChange = z.infer<typeof fieldChange>;

/** Versions of one list, the newest first. */
export const MAX_VERSIONS_PAGE = 200;
export const versionList = z.object({ version: z.number(), versions: z.array(versionMark) });
export type VersionList = z.infer<typeof versionList>;
