import { ask, type AskOptions } from '../models/ask.ts';
import type { Model } from '../models/model.ts';
import { shortened } from './act-conversation.ts';
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
  if (assignment.call.task === 'act') models = whichUseTools(models);
  const [first] = models;
  // The latest answer holds what the earlier ones became, so a full window gives those up before the source.
  const call = { ...assignment.call, turns: assignment.call.turns.slice(-1) };
  const lean = { ...assignment, call };
  for (const attempt of [assignment, lean, ...withFewerPassages(lean), ...withShorterAnswers(lean)]) {
    const conversation = conversationFor(attempt, reading);
    if (!fits(first, conversation)) continue;
    const others = models.filter((model) => model !== first && fits(model, conversation));
    yield* ask([first, ...others], conversation, signal, options);
    return;
  }
  // Of its source no more than the beginning is put before the model.
  if (call.task === 'act') throw new TaskError('too_large');
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

/**
 * Models that can choose among tools.
 * @throws TaskError `agent_model_needed`
 */
function whichUseTools(models: readonly Model[]): readonly [Model, ...Model[]] {
  const [first, ...others] = models.filter(({ info }) => info.provider !== 'builtin');
  if (first === undefined) throw new TaskError('agent_model_needed');
  return [first, ...others];
}

/** What tools said first gives way to what they said last. */
function* withShorterAnswers(assignment: Assignment): Generator<Assignment> {
  const { call } = assignment;
  if (call.task !== 'act') return;
  for (let count = 1; count <= call.input.turnsBefore.length; count++) {
    yield { ...assignment, call: { ...call, input: shortened(call.input, count) } };
  }
}

/** In a small window fewer sections of the knowledge do, the best ones. */
function* withFewerPassages(assignment: Assignment): Generator<Assignment> {
  for (let count = assignment.passages.length - 1; count > 0; count--) {
    yield { ...assignment, passages: assignment.passages.slice(0, count) };
  }
}
