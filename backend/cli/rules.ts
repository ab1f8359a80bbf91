import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type * as z from 'zod/mini';
import { changeReason, type VersionMark } from '../../contract/admin.ts';
import type { Verbund } from '../identity/verbund.ts';
import { readOperatorFile } from '../operator-file.ts';
import { RuleError } from '../policy/errors.ts';
import type { Change } from '../policy/versions.store.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './errors.ts';
import { pathFrom } from './paths.ts';
import { withStore } from './with-house.ts';

/** What a command that reads and changes rules needs of its surroundings. */
export interface CommandWorld {
  env: Record<string, string | undefined>;
  /** @param path `-` for the standard input; throws where it cannot be read */
  readFile(path: string): string;
  write(text: string): void;
}

export const thisProcess: CommandWorld = {
  env: process.env,
  readFile: (path) => readFileSync(path === '-' ? 0 : pathFrom(process.env, path), 'utf8'),
  write: (text) => void process.stdout.write(text),
};

const FILE_LIMIT = { chars: 4 * 1024 * 1024, problem: 'the file is too long' };

/**
 * Lends the store of the house to a command, beside a running backend or without one.
 * @throws ConfigError; UsageError for what a rule cannot be changed for
 */
export async function withRules<T>(
  { env }: CommandWorld,
  work: (store: Store, verbund: Verbund) => Promise<T>,
): Promise<T> {
  try {
    return await withStore(env, ({ store, verbund }) => work(store, verbund));
  } catch (fault) {
    throw fault instanceof RuleError ? new UsageError(refusalText(fault)) : fault;
  }
}

/**
 * Reads a file in YAML or JSON that holds what shall be decided.
 * @throws UsageError that names the fields that are wrong and repeats none of the values
 */
export function readRules<T>(world: CommandWorld, path: string | undefined, schema: z.ZodMiniType<T>): T {
  if (path === undefined) throw new UsageError('--file FILE is missing; - is the standard input');
  const file = readOperatorFile(() => world.readFile(path), FILE_LIMIT);
  if (!file.ok) throw new UsageError(`--file: ${file.problem}`);
  const parsed = schema.safeParse(file.value ?? null);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path: at }) => at.map(String).join('.') || 'the whole');
  throw new UsageError(`--file: wrong, unknown or missing: ${[...new Set(fields)].join(', ')}`);
}

/**
 * The change of whoever has the command line.
 * @throws UsageError without a good reason
 */
export function changeByOperator(expectedVersion: number, reason: string | undefined): Change {
  const given = changeReason.safeParse(reason ?? '');
  if (!given.success) {
    throw new UsageError(
      '--reason TEXT: why, in at least ten letters, at most 500 characters, without a key',
    );
  }
  return { expectedVersion, reason: given.data, actor: { kind: 'operator' } };
}

/** @throws UsageError for what is no number of a version */
export function numberOf(option: string, value: string | undefined, least = 1): number {
  const number = /^\d{1,9}$/.test(value ?? '') ? Number(value) : NaN;
  if (!(number >= least)) throw new UsageError(`${option} NUMBER: the number of a version is missing`);
  return number;
}

export function asYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}

/** A line for a version: number, when, who, why. */
export function markLine({ number, at, actor, reason }: VersionMark): string {
  const who = actor.kind === 'person' ? actor.name || 'Person (Name gelöscht)' : actor.kind;
  return `${number}\t${at}\t${who}\t${reason.replaceAll(/\s+/g, ' ')}\n`;
}

function refusalText({ code, fields }: RuleError): string {
  switch (code) {
    case 'conflict':
      return 'somebody has changed it since; read it anew (show) and change that';
    case 'name_taken':
      return 'there is another one of that name';
    case 'not_found':
      return 'there is no such version or entry';
    case 'policy_refused':
      return `a bound, or a lock of the Verbund, stands against: ${fields.join(', ')}`;
    case 'approval_incomplete':
      return `not to be approved while this is missing or past: ${fields.join(', ')}`;
  }
}
