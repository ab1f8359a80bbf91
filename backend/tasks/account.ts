import type { TaskName } from '../../contract/tasks/index.ts';
import type { LedgerLine, Opening } from '../ledger/ledger.ts';
import type { Model } from '../models/model.ts';
import type { Cleared } from './clearing.ts';
import { type Assignment, conversationFor, conversationLength } from './conversation.ts';
import { wantsWords } from './broaden.ts';
import { MAX_PASSAGES_CHARS } from './passages.ts';
import { CHARS_PER_TOKEN, lengthOf } from './long.ts';
import type { Reading } from './reading.ts';

/** Tokens of a long answer: four pages. */
const ANSWER_TOKENS = 4_000;
/** A long source is read in parts, each with the rules of the house around it, and its notes once more. */
const PARTS_FACTOR = 1.5;

/** What is entered into the ledger before a model is asked. */
export function openingFor(
  task: TaskName,
  { assignment, reading }: Pick<Cleared, 'assignment' | 'reading'>,
  models: readonly [Model, ...Model[]],
): Opening {
  const [first, ...others] = models;
  return {
    task,
    models: [first.info, ...others.map(({ info }) => info)],
    ...expectedTokens(assignment, reading, first.contextTokens),
  };
}

/** Those of the models that the account covers; the chosen one is always among them. */
export function payable(
  [first, ...others]: readonly [Model, ...Model[]],
  line: LedgerLine,
): [Model, ...Model[]] {
  return [first, ...others.filter(({ info }) => line.models.includes(info.id))];
}

/** How many tokens a call needs at most, as far as can be told; for reserving money, not for billing. */
function expectedTokens(assignment: Assignment, reading: Reading, window: number) {
  const asked = Math.ceil(conversationLength(conversationFor(assignment, reading)) / CHARS_PER_TOKEN);
  const source = Math.ceil(lengthOf(reading) / CHARS_PER_TOKEN);
  const inParts = asked > window;
  // A rewrite is as long as its source; of each part of a long source notes are taken.
  const written = inParts || assignment.call.task === 'rewrite' ? source : 0;
  // Further search words are asked for with the rules around them, and may lead to longer sections.
  const further = wantsWords(assignment) ? Math.ceil(MAX_PASSAGES_CHARS / CHARS_PER_TOKEN) + asked : 0;
  return {
    inputTokens: further + (inParts ? Math.ceil(asked * PARTS_FACTOR) : asked),
    outputTokens: ANSWER_TOKENS + written,
  };
}
