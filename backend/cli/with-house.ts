import { readFileSync } from 'node:fs';
import type { KommuneId } from '../../contract/identity.ts';
import type { KommunePolicy } from '../../contract/policy.ts';
import { ConfigError, readConfig } from '../config.ts';
import { verbundOf } from '../identity/read-verbund.ts';
import { readSecret } from '../identity/secret.ts';
import type { Verbund } from '../identity/verbund.ts';
import { startingPolicy } from '../policy/layers.ts';
import { readPrivacySettings } from '../policy/read-privacy.ts';
import { type OpenStore, openStore } from '../store/open.ts';
import { placeOf, readStoreSettings } from '../store/settings.ts';
import { UsageError } from './errors.ts';

/** What a command about the store has in its hands. */
export interface OpenHouse {
  store: OpenStore;
  /** Of the installation. */
  secret: Uint8Array;
  verbund: Verbund;
}

/**
 * Lends the store of the house to a command, beside a running backend or without one.
 * @throws ConfigError
 */
export async function withStore<T>(
  env: Record<string, string | undefined>,
  work: (house: Omit<OpenHouse, 'secret'>) => Promise<T>,
): Promise<T> {
  const verbund = verbundOf(env);
  const store = await openStore(readStoreSettings(env), 'join');
  try {
    return await work({ store, verbund });
  } finally {
    await store.close();
  }
}

/**
 * The same with the secret of the house, for what is about persons or signatures.
 * @throws ConfigError
 */
export function withHouse<T>(
  env: Record<string, string | undefined>,
  work: (house: OpenHouse) => Promise<T>,
): Promise<T> {
  // The store first: it makes the folder that the secret lies in.
  return withStore(env, (house) =>
    work({ ...house, secret: readSecret(env, placeOf(readStoreSettings(env))) }),
  );
}

/**
 * The Kommune that a command is about; null, where none is given, for all together.
 * @throws UsageError for what is no Kommune of the Verbund
 */
export function chosenKommune(name: string | undefined, verbund: Verbund): KommuneId | null {
  return name === undefined ? null : knownKommune(name, verbund);
}

/** @throws UsageError for what is no Kommune of the Verbund */
export function knownKommune(name: string | undefined, { kommunen }: Verbund): KommuneId {
  const known = kommunen.find(({ id }) => id === name);
  if (known === undefined) {
    throw new UsageError(`--kommune: one of ${kommunen.map(({ id }) => id).join(', ')}`);
  }
  return known.id;
}

/**
 * What a Kommune starts with here, before anybody decides.
 * @throws ConfigError
 */
export function startingOf(
  env: Record<string, string | undefined>,
  { signIn }: Pick<Verbund, 'signIn'>,
): KommunePolicy {
  const { problems, ...privacy } = readPrivacySettings(env, (path) => readFileSync(path, 'utf8'));
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return startingPolicy({ ...privacy, aiNote: readConfig(env, signIn.kind).aiNote });
}
