import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import type { ConfiguredModel } from '../contract/register.ts';
import { type Config, ConfigError } from './config.ts';
import { describeFault } from './http/log.ts';
import type { Person } from './identity/person.ts';
import { builtinModel } from './models/builtin/index.ts';
import { createEmbedders } from './models/embeddings/create.ts';
import type { Embedder } from './models/embeddings/embedder.ts';
import { findOllama } from './models/ollama.ts';
import { httpFetch } from './models/http-fetch.ts';
import { configuredModels, createModels } from './models/registry.ts';
import { readModelSettings } from './models/read-settings.ts';
import type { Model } from './models/model.ts';
import { readPrivacySettings } from './policy/read-privacy.ts';
import { recogniserThread } from './privacy/recogniser-thread.ts';
import type { House } from './tasks/run.ts';
import { readTemplates, type Templates } from './templates/read-templates.ts';

/** A local Ollama answers at once or is not there. */
const OLLAMA_MS = 500;

/** The house as each person finds it: with the models, rules and account of their Kommune as they are at that moment. */
export interface Houses {
  /** @throws StoreError */
  openFor(person: Person): Promise<House>;
  /**
   * Opens the house for a task, which counts against the limits of person and Kommune.
   * @throws ProblemError `rate_limited`, `kommune_rate_limited`; StoreError
   */
  admit(person: Person): Promise<House>;
}

/** What an operator furnished the house with: the same for all persons, before policy and account. */
export interface Furniture extends Omit<
  House,
  'ledger' | 'knowledge' | 'models' | 'permits' | 'gender' | 'leastClass' | 'textBlocks'
> {
  /** All that are configured, whether approved or not; the built-in one is the last. */
  models: readonly Model[];
  /** Models that order by meaning; they answer nothing. */
  embedders: readonly Embedder[];
  /** All of them as the register compares them with what it knows. */
  configured: readonly ConfiguredModel[];
  templates: Templates;
}

/**
 * Furnishes the house: the configured models, a local Ollama where one answers, the built-in model, the Vorlagen, and
 * what finds personal data.
 * @throws ConfigError when the settings of models or privacy or a Vorlage are wrong
 */
export async function furnish(
  config: Pick<Config, 'modelLimits' | 'aiNote' | 'templatesFolder'>,
  env: Record<string, string | undefined>,
  log: Logger,
): Promise<Furniture> {
  const configured = readModelSettings(env, (path) => readFileSync(path, 'utf8'));
  const builtin = builtinModel();
  if (configured.models.some(({ id }) => id === builtin.info.id)) {
    throw new ConfigError(`AMTSFEDER_MODELS_FILE: the id ${builtin.info.id} is taken by the built-in model`);
  }
  const { policy, mask, keep, ...privacy } = readPrivacySettings(env, (path) => readFileSync(path, 'utf8'));
  const problems = [...configured.problems, ...privacy.problems];
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  const templates = await readTemplates(config.templatesFolder);
  const local = await findOllama(fetch, AbortSignal.timeout(OLLAMA_MS));
  const settings = [...configured.models, ...local];
  const fetchModel = httpFetch(configured.reach);
  const models = createModels(settings, { fetch: fetchModel, builtin });
  const thread = recogniserThread();
  thread.warm();
  return {
    models,
    embedders: createEmbedders(configured.embedders, { fetch: fetchModel }),
    configured: configuredModels([...settings, ...configured.embedders], builtin.info),
    asking: { limits: config.modelLimits },
    aiNote: config.aiNote,
    templates,
    privacy: { policy, mask, keep, recognise: thread.recognise },
    now: () => new Date(),
    report: (fault) => log.error({ fault: describeFault(fault) }, 'task failed'),
  };
}
