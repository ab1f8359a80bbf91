import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { type Config, ConfigError } from './config.ts';
import { describeFault } from './http/log.ts';
import { logLedger } from './ledger/ledger.ts';
import { builtinModel } from './models/builtin/index.ts';
import { findOllama } from './models/ollama.ts';
import { httpFetch } from './models/http-fetch.ts';
import { createModels } from './models/registry.ts';
import { readModelSettings } from './models/read-settings.ts';
import { readPrivacySettings } from './policy/read-privacy.ts';
import { recogniserThread } from './privacy/recogniser-thread.ts';
import type { House } from './tasks/run.ts';
import { readTemplates, type Templates } from './templates/read-templates.ts';

/** A local Ollama answers at once or is not there. */
const OLLAMA_MS = 500;

/** A house with its Vorlagen and Textbausteine. */
export type FurnishedHouse = House & { templates: Templates };

/**
 * Furnishes the house for its tasks: the configured models, a local Ollama where one answers, the built-in model,
 * the Vorlagen, and what finds personal data.
 * @throws ConfigError when the settings of models or privacy or a Vorlage are wrong
 */
export async function createHouse(
  config: Pick<Config, 'modelLimits' | 'aiNote' | 'templatesFolder'>,
  env: Record<string, string | undefined>,
  log: Logger,
): Promise<FurnishedHouse> {
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
  const models = createModels([...configured.models, ...local], {
    fetch: httpFetch(),
    builtin,
  });
  const thread = recogniserThread();
  thread.warm();
  return {
    models: () => models,
    asking: { limits: config.modelLimits },
    aiNote: config.aiNote,
    templates,
    textBlocks: templates.textBlocks,
    privacy: { policy, mask, keep, recognise: thread.recognise },
    ledger: logLedger(log),
    now: () => new Date(),
    report: (fault) => log.error({ fault: describeFault(fault) }, 'task failed'),
  };
}
