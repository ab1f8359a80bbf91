import { geminiModel } from './gemini.ts';
import type { Model } from './model.ts';
import { openaiModel } from './openai.ts';
import type { ModelSettings } from './settings.ts';
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
  const taken = new Set([builtin.info.id]);
  const kept = settings.filter(({ id }) => {
    const isFree = !taken.has(id);
    taken.add(id);
    return isFree;
  });
  return [...kept.map((each) => createModel(each, deps)), builtin];
}

function createModel(settings: ModelSettings, deps: TransportDeps): Model {
  switch (settings.provider) {
    case 'openai':
      return openaiModel(settings, deps);
    case 'gemini':
      return geminiModel(settings, deps);
  }
}
