import * as z from 'zod/mini';
import { errorCode } from './errors.ts';
import { sourceCard } from './knowledge.ts';
import { modelInfo } from './models.ts';
import { privacyVerdict, sentMessage } from './privacy.ts';
import { statement } from './summary.ts';
import { taskName, taskResult } from './tasks/index.ts';

/** What happens while the person waits. */
const progress = z.discriminatedUnion('step', [
  /** Part `done` of `total` of a long source has been read. */
  z.object({ type: z.literal('progress'), step: z.literal('section'), done: z.int(), total: z.int() }),
  /** The same model is asked again after a fault, in `inMs` milliseconds. */
  z.object({ type: z.literal('progress'), step: z.literal('retry'), model: modelInfo, inMs: z.int() }),
  /** Another model takes over; `why` is what the first one failed with. */
  z.object({
    type: z.literal('progress'),
    step: z.literal('failover'),
    from: modelInfo,
    model: modelInfo,
    why: errorCode,
  }),
]);
export type ProgressEvent = z.infer<typeof progress>;

/**
 * The events of a task, in this order: one `start`, then `progress`, `sent`, `sources`, `text` and `statement` as they come, at most one `usage`,
 * and exactly one of `done` and `error` as the last. On the wire each is an SSE message whose `event` is the type
 * and whose `data` is the whole object as JSON.
 */
export const taskEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start'), version: z.number(), task: taskName, model: modelInfo }),
  progress,
  /**
   * What a model outside of the house was sent, letter by letter, as soon as it is sent; a long source comes in several of
   * them. A text that stays in the house has none.
   */
  z.object({
    type: z.literal('sent'),
    model: modelInfo,
    verdict: privacyVerdict,
    /** Distinct things that are masked in these messages. */
    masked: z.int(),
    messages: z.array(sentMessage),
  }),
  /** Sections that were found and are put before the model; `enough` tells whether they bear an answer. */
  z.object({ type: z.literal('sources'), cards: z.array(sourceCard), enough: z.boolean() }),
  z.object({ type: z.literal('text'), text: z.string() }),
  /** A statement of a summary is complete and was checked; its words have come as `text` too. */
  z.object({ type: z.literal('statement'), statement }),
  z.object({
    type: z.literal('usage'),
    model: modelInfo,
    inputTokens: z.int(),
    outputTokens: z.int(),
    /** True where the provider gave no figures and we counted. */
    estimated: z.boolean(),
    /** What all calls of this answer cost, in millionths of a euro; null where the register knows no price. */
    costMicroEuro: z.nullable(z.int()),
  }),
  z.object({ type: z.literal('done'), model: modelInfo, result: taskResult }),
  z.object({ type: z.literal('error'), code: errorCode, message: z.string(), again: z.boolean() }),
]);
export type TaskEvent = z.infer<typeof taskEvent>;
