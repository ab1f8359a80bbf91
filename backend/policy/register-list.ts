import type { VersionMark } from '../../contract/admin.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type {
  ConfiguredModel,
  ModelRegister,
  RegisteredModel,
  RegisterEntry,
} from '../../contract/register.ts';
import type { Db } from '../store/store.ts';
import { differencesOf, missingFor, priceAt, priceOf, standingOf, type Trust } from './register.ts';
import { readMarkedRegister } from './register.store.ts';

/** What the register is held against. */
export interface RegisterSight {
  /** The models as they are configured. */
  configured: readonly ConfiguredModel[];
  trust: Trust;
}

/** Every model that is configured or registered, in the order of the configuration; those registered alone at the end. */
export async function listRegister(db: Db, { configured, trust }: RegisterSight): Promise<ModelRegister> {
  const { today, entries } = await readMarkedRegister(db);
  const known = new Map(entries.map((each) => [each.entry.model, each]));
  const ids = new Set([...configured.map(({ id }) => id), ...known.keys()]);
  const models = [...ids].map((id) => {
    const model = configured.find((each) => each.id === id);
    return registered(id, model, known.get(id), today, trust);
  });
  return { version: CONTRACT_VERSION, today, provisional: trust === 'demo', models };
}

function registered(
  id: string,
  model: ConfiguredModel | undefined,
  known: { entry: RegisterEntry; mark: VersionMark } | undefined,
  today: string,
  trust: Trust,
): RegisteredModel {
  const entry = known?.entry;
  return {
    id,
    configured: model ?? null,
    entry: entry ?? null,
    mark: known?.mark ?? null,
    standing: model ? standingOf(model, entry, today, trust) : null,
    differences: model && entry ? differencesOf(model, entry) : [],
    missing: entry ? missingFor(entry.facts, today) : [],
    price: model ? priceOf(model, entry, today) : entry ? priceAt(entry.facts, today) : null,
  };
}
