import { ask, type AskOptions } from '../models/ask.ts';
import type { Model } from '../models/model.ts';
import { type Assignment, conversationFor } from './conversation.ts';
import { condense, fits, type LongStep, piecewise } from './long.ts';
import type { Reading } from './reading.ts';
import { TaskError } from './errors.ts';

/**
 * Has the answer to an assignment written: in one go where the source fits the model's window, in parts where it does not.
 * @param models the first is asked, the others take over before its first word
 * @throws ModelError, TaskError `too_large` where even the condensed source does not fit
 */
export async function* write(
  assignment: Assignment,
  reading: Reading,
  models: readonly [Model, ...Model[]],
  options: AskOptions,
  signal: AbortSignal,
): AsyncGenerator<LongStep> {
  // Nothing is made up where nothing was found.
  if (assignment.call.task === 'lookup' && assignment.passages.length === 0) return;
  const [first] = models;
  // The latest answer holds what the earlier ones became, so a full window gives those up before the source.
  const call = { ...assignment.call, turns: assignment.call.turns.slice(-1) };
  const lean = { ...assignment, call };
  for (const attempt of [assignment, lean, ...withFewerPassages(lean)]) {
    const conversation = conversationFor(attempt, reading);
    if (!fits(first, conversation)) continue;
    const others = models.filter((model) => model !== first && fits(model, conversation));
    yield* ask([first, ...others], conversation, signal, options);
    return;
  }
  if (call.task === 'rewrite' && reading.kind === 'document') {
    yield* piecewise({ ...lean, call }, reading, models, options, signal);
    return;
  }
  const notes = yield* condense(lean, reading, models, options, signal);
  const condensed = conversationFor(lean, notes, reading);
  const roomy = models.filter((model) => fits(model, condensed));
  if (roomy[0] !== first) throw new TaskError('too_large');
  yield* ask([first, ...roomy.slice(1)], condensed, signal, options);
}

/** In a small window fewer sections of the knowledge do, the best ones. */
function* withFewerPassages(assignment: Assignment): Generator<Assignment> {
  for (let count = assignment.passages.length - 1; count > 0; count--) {
    yield { ...assignment, passages: assignment.passages.slice(0, count) };
  }
}
