import type { Model } from '../models/model.ts';
import { TaskError } from '../tasks/errors.ts';

/**
 * The models a task may be answered by: the chosen one first, then those that may take over when it fails.
 *
 * A text goes to no place more distant than the one the person chose: an in-house model is never replaced by one
 * in the EU or outside. The built-in model never takes over, since an extract in the place of a letter would be a
 * surprise and not a help.
 *
 * @param models the models of the house; the first is the default
 * @param chosen id of the model the person chose, or null for the default
 * @throws TaskError `unknown_model`
 */
export function allowedModels(models: readonly Model[], chosen: string | null): [Model, ...Model[]] {
  const first = chosen === null ? models[0] : models.find((model) => model.info.id === chosen);
  if (!first) throw new TaskError('unknown_model');
  const others = models.filter(
    (model) =>
      model !== first &&
      first.info.provider !== 'builtin' &&
      model.info.provider !== 'builtin' &&
      DISTANCE[model.info.place] <= DISTANCE[first.info.place],
  );
  return [first, ...others];
}

const DISTANCE = { intern: 0, eu: 1, extern: 2 } as const;
