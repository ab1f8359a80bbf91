import type { Model } from '../models/model.ts';
import { TaskError } from '../tasks/errors.ts';
import { suffices, type Treatments } from './data-classes.ts';
import type { Permits } from './register.ts';

/**
 * The model that a task is meant for: the chosen one, else the first of the house that may have texts of this class.
 * Where none may, or where the chosen one may not, it is the model that the refusal is about. The built-in
 * model is the default only in a house that has no other: an extract in the place of a letter would be a surprise.
 *
 * @param models the models of the house; the first is the default
 * @param chosen id of the model the person chose, or null for the default
 * @param treatments what the class of the text lets each place have
 * @param permits what register and policy let the Kommune ask
 * @throws TaskError `unknown_model`
 */
export function intendedModel(
  models: readonly Model[],
  chosen: string | null,
  treatments: Treatments,
  permits: Permits,
): Model {
  // What is not approved is no default; it is there only for a refusal to be about.
  const candidates = models.filter(({ info }) => permits.isApproved(info.id));
  const first = candidates[0] ?? models[0];
  const intended =
    chosen === null
      ? (candidates.find(
          (model) =>
            mayHave(model, treatments, permits) && (model === first || model.info.provider !== 'builtin'),
        ) ?? first)
      : models.find((model) => model.info.id === chosen);
  if (!intended) throw new TaskError('unknown_model');
  return intended;
}

/**
 * The models a task may be answered by: the intended one first, then those that may take over when it fails.
 *
 * A text goes to no place more distant than the one the person chose: an in-house model is never replaced by one
 * in the EU or outside. Nor does it go to a model that its class refuses, or for which more would have to be masked than
 * is masked for the first, nor to one that nobody approved. The built-in model never takes over, since an extract in the
 * place of a letter would be a surprise and not a help.
 *
 * @param models the models of the house; the first is the default
 * @param chosen id of the model the person chose, or null for the default
 * @param treatments what the class of the text lets each place have
 * @param permits what register and policy let the Kommune ask
 * @throws TaskError `unknown_model`; `model_not_approved` and `class_refused`, which are about `intendedModel`
 */
export function allowedModels(
  models: readonly Model[],
  chosen: string | null,
  treatments: Treatments,
  permits: Permits,
): [Model, ...Model[]] {
  const first = intendedModel(models, chosen, treatments, permits);
  if (!permits.isApproved(first.info.id)) throw new TaskError('model_not_approved');
  if (!mayHave(first, treatments, permits)) throw new TaskError('class_refused');
  const prepared = treatments[first.info.place];
  const others = models.filter(
    (model) =>
      model !== first &&
      first.info.provider !== 'builtin' &&
      model.info.provider !== 'builtin' &&
      DISTANCE[model.info.place] <= DISTANCE[first.info.place] &&
      permits.isApproved(model.info.id) &&
      permits.isForClass(model.info.id) &&
      suffices(prepared, treatments[model.info.place]),
  );
  return [first, ...others];
}

function mayHave({ info }: Model, treatments: Treatments, permits: Permits): boolean {
  return treatments[info.place] !== 'refused' && permits.isForClass(info.id);
}

const DISTANCE = { intern: 0, eu: 1, extern: 2 } as const;
