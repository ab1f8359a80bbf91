import type { ModelInfo } from '../../contract/models.ts';
import type { ConfiguredModel } from '../../contract/register.ts';
import { addressOf } from './addresses.ts';
import { geminiModel } from './gemini.ts';
import type { Model } from './model.ts';
import { openaiModel } from './openai.ts';
import { infoOf, type ModelSettings } from './settings.ts';
import type { TransportDeps } from './transport.ts';

/**
 * Builds the models of the house, in the order of their settings. Of several with one id the first stays: a model that
 * was configured stands before one that was found.
 * @param deps.builtin the built-in model; always the last in the list
 */
export function createModels(
  settings: readonly ModelSettings[],
  { builtin, ...deps }: TransportDeps & { builtin: Model },
): Model[] {
  return [...firstOfEachId(settings, builtin.info).map((each) => createModel(each, deps)), builtin];
}

/** The same models as the register compares them with what it knows: without their keys. */
export function configuredModels(settings: readonly ModelSettings[], builtin: ModelInfo): ConfiguredModel[] {
  return [
    ...firstOfEachId(settings, builtin).map((each) => ({
      ...infoOf(each),
      model: each.model,
      host: new URL(addressOf(each)).host,
    })),
    { ...builtin, model: null, host: null },
  ];
}

function firstOfEachId(settings: readonly ModelSettings[], builtin: ModelInfo): ModelSettings[] {
  const taken = new Set([builtin.id]);
  return settings.filter(({ id }) => {
    const isFree = !taken.has(id);
    taken.add(id);
    return isFree;
  });
}

function createModel(settings: ModelSettings, deps: TransportDeps): Model {
  switch (settings.provider) {
    case 'openai':
      return openaiModel(settings, deps);
    case 'gemini':
      return geminiModel(settings, deps);
  }
}
