import type { ToolCall } from '../../contract/agents/tool-call.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { ModelInfo } from '../../contract/models.ts';
import { nextStep, pause } from './backoff.ts';
import { systemClock, type Clock } from './clock.ts';
import { defaultLimits, guard, type Limits } from './guard.ts';
import { charsOf } from './conversation-chars.ts';
import { ModelError, type Conversation, type Model } from './model.ts';

/**
 * What comes of asking: text as it is written, then the calls of tools, then one `usage`, then one `end` as the last. An answer that breaks off
 * after its first text is billed, too, before the error is thrown.
 */
export type Answer =
  /** The model is being asked; `onAsk` has been told what. */
  | { type: 'asked'; model: ModelInfo }
  | { type: 'text'; text: string }
  | { type: 'call'; call: ToolCall }
  /** `estimated` where the provider gave no figures and characters were counted. */
  | { type: 'usage'; model: ModelInfo; inputTokens: number; outputTokens: number; estimated: boolean }
  /** The same model is asked again in `inMs` milliseconds. */
  | { type: 'retry'; model: ModelInfo; inMs: number }
  /** `model` is asked from here on, because `from` failed with `why`. */
  | { type: 'failover'; from: ModelInfo; model: ModelInfo; why: ErrorCode }
  | { type: 'end'; model: ModelInfo };

export interface AskOptions {
  limits?: Limits;
  /** How often one model is asked again. */
  retries?: number;
  clock?: Clock;
  /** From 0 to 1, as Math.random. */
  random?: () => number;
  /** Told what a model is about to be sent, once for each model that is asked. */
  onAsk?: (model: ModelInfo, conversation: Conversation) => void;
  /** Told when each attempt begins; what it returns is told how it ended. */
  watch?: (model: ModelInfo) => (outcome: 'done' | ErrorCode) => void;
}

/** Characters of German or English text per token, roughly; only for figures that are marked as estimated. */
const CHARS_PER_TOKEN = 4;

/**
 * Asks the first model, again where the fault may pass, then the next one. Both only before the first text or call.
 * The caller decides which models may stand in for the first: a text must not leave the house by a failover.
 * @param models the first is the one that was chosen
 * @throws ModelError of the model that was asked last (`failover` tells which one that is); unknown_model where there
 *   is none; stopped as soon as the signal is aborted, also during a pause
 */
export async function* ask(
  models: readonly Model[],
  conversation: Conversation,
  signal: AbortSignal,
  {
    limits = defaultLimits,
    retries = 2,
    clock = systemClock,
    random = Math.random,
    onAsk,
    watch,
  }: AskOptions = {},
): AsyncGenerator<Answer> {
  const [first, ...others] = models;
  if (!first) throw new ModelError('unknown_model');
  let model = first;
  let attempt = 0;
  for (;;) {
    let writing = false;
    if (attempt === 0) {
      onAsk?.(model.info, conversation);
      yield { type: 'asked', model: model.info };
    }
    try {
      for await (const answer of attemptOnce(model, conversation, signal, limits, clock, watch)) {
        if (answer.type === 'text' || answer.type === 'call') writing = true;
        yield answer;
      }
      return;
    } catch (error) {
      if (!(error instanceof ModelError) || writing) throw error;
      const step = nextStep(error, attempt, { retries, othersLeft: others.length > 0, random: random() });
      const successor = step.do === 'failover' ? others.shift() : undefined;
      if (step.do === 'retry') {
        yield { type: 'retry', model: model.info, inMs: step.inMs };
        await pause(step.inMs, signal, clock);
        attempt += 1;
      } else if (successor) {
        yield { type: 'failover', from: model.info, model: successor.info, why: error.code };
        model = successor;
        attempt = 0;
      } else {
        throw error;
      }
    }
  }
}

async function* attemptOnce(
  model: Model,
  conversation: Conversation,
  signal: AbortSignal,
  limits: Limits,
  clock: Clock,
  watch: AskOptions['watch'],
): AsyncGenerator<Answer> {
  const ended = watch?.(model.info);
  // Whoever leaves in the middle has stopped it.
  let outcome: 'done' | ErrorCode = 'stopped';
  let accepted = false;
  let chars = 0;
  let usage: { inputTokens: number; outputTokens: number } | undefined;
  const bill = (): Answer =>
    usage
      ? { type: 'usage', model: model.info, ...usage, estimated: false }
      : { type: 'usage', model: model.info, ...estimate(conversation, chars), estimated: true };
  try {
    for await (const piece of guard(model, conversation, signal, limits, clock)) {
      switch (piece.type) {
        case 'open':
          accepted = true;
          break;
        case 'alive':
          break;
        case 'text':
          chars += piece.text.length;
          yield piece;
          break;
        case 'call':
          chars += piece.call.tool.length + piece.call.arguments.length;
          yield piece;
          break;
        case 'usage':
          usage = { inputTokens: piece.inputTokens, outputTokens: piece.outputTokens };
          break;
        case 'end':
          outcome = 'done';
          yield bill();
          yield { type: 'end', model: model.info };
          return;
      }
    }
  } catch (error) {
    outcome = error instanceof ModelError ? error.code : 'internal';
    // A provider charges for what it has begun to work on, also where it is stopped before its first word: nobody would
    // see that cost, and whoever stops early would never reach the end of a budget.
    if (accepted) yield bill();
    throw error;
  } finally {
    ended?.(outcome);
  }
}

function estimate(conversation: Conversation, answerChars: number) {
  const asked = charsOf(conversation);
  return {
    inputTokens: Math.ceil(asked / CHARS_PER_TOKEN),
    outputTokens: Math.ceil(answerChars / CHARS_PER_TOKEN),
  };
}
