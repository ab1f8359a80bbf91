import type { TaskEvent } from '../../contract/events.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';
import type { Model } from '../models/model.ts';
import { allowedModels } from '../policy/allowed-models.ts';
import { broaden } from './broaden.ts';
import { clear } from './clearing.ts';
import { TaskError } from './errors.ts';
import { scopeOfCall } from './inquiry.ts';
import type { Findings } from './knowledge.ts';
import type { LongStep } from './long.ts';
import type { Outbox } from './outbox.ts';
import { prepare, type Prepared } from './preparation.ts';
import { type House, mannerOf } from './run.ts';

/** A request that is ready to be answered, and by whom. */
interface Ready {
  prepared: Prepared;
  models: [Model, ...Model[]];
}

/** Whether a call draws on the internal knowledge. */
export function draws(call: TaskCall): boolean {
  return scopeOfCall(call) !== null;
}

/** What the person is told of what was found. */
export function sourcesOf({ sections, enough }: Findings): TaskEvent {
  return { type: 'sources', cards: sections.map(({ card }) => card), enough };
}

/**
 * Looks up a request anew with further words of the answering model, where the person wants that. What these lead to is
 * left aside where it is of a class that the model must not have, or must have in another form than it was promised.
 * @param models those that may answer; the first is asked
 */
export async function* broadenSearch(
  call: TaskCall,
  house: House,
  asked: Prepared,
  models: [Model, ...Model[]],
  outbox: Outbox,
  signal: AbortSignal,
): AsyncGenerator<LongStep, Ready> {
  const [first] = models;
  const cleared = clear(asked.locked, asked.inspection, asked.verdict, first.info, mannerOf(house));
  const asking = { ...house.asking, onAsk: outbox.listen(cleared) };
  const words = yield* broaden(cleared.assignment, cleared.reading, models, asking, signal);
  if (words === '') return { prepared: asked, models };
  try {
    const prepared = await prepare(call, house, signal, words);
    const allowed = allowedModels(house.models(), call.model, prepared.treatments, prepared.permits);
    const same = allowed[0] === first && prepared.verdict.treatment === asked.verdict.treatment;
    const others = models.slice(1).filter((model) => allowed.includes(model));
    return same ? { prepared, models: [first, ...others] } : { prepared: asked, models };
  } catch (fault) {
    if (signal.aborted || !(fault instanceof TaskError)) throw fault;
    return { prepared: asked, models };
  }
}

/** Tells of each step, and returns what they lead to. */
export async function* relay<Result>(
  steps: AsyncGenerator<LongStep, Result>,
  tell: (step: LongStep) => Iterable<TaskEvent>,
): AsyncGenerator<TaskEvent, Result> {
  let ended = false;
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done === true) {
        ended = true;
        return step.value;
      }
      yield* tell(step.value);
    }
  } finally {
    // Whoever leaves in the middle closes what is still being asked.
    if (!ended) await steps.return(undefined as never);
  }
}
