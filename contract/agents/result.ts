import * as z from 'zod/mini';
import { answer } from '../answer.ts';
import { check } from '../checks.ts';
import { MAX_ANSWER_CHARS, MAX_FIELD_CHARS } from '../limits.ts';
import { evidence } from '../summary.ts';
import { toolCall } from './tool-call.ts';
import { key, MAX_ITEMS, plainValue, values } from './value.ts';

const text = z.string().check(z.maxLength(MAX_ANSWER_CHARS));

/** What was read together in one place, each value with what it rests on; a person's own value rests on nothing. */
export const readRecord = z.object({
  values,
  evidence: z.record(key, z.union([evidence, z.object({ state: z.literal('person') })])),
});
export type ReadRecord = z.infer<typeof readRecord>;

/** What a step came to; a person may have corrected it. */
export const stepResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lesen'), records: z.array(readRecord).check(z.maxLength(MAX_ITEMS)) }),
  z.object({ kind: z.literal('nachschlagen'), text, answer: z.nullable(answer) }),
  z.object({
    kind: z.literal('pruefen'),
    holds: z.boolean(),
    says: z.string().check(z.maxLength(MAX_FIELD_CHARS)),
  }),
  z.object({ kind: z.literal('rechnen'), value: plainValue }),
  z.object({ kind: z.literal('schreiben'), text, gaps: z.array(z.string()), checks: z.array(check) }),
  z.object({ kind: z.literal('fragen'), value: plainValue }),
  z.object({ kind: z.literal('freigeben') }),
  /** Number of the case, from 0; null where none held. */
  z.object({ kind: z.literal('entscheiden'), chosen: z.nullable(z.int()) }),
  /** How many things there were. */
  z.object({ kind: z.literal('je'), count: z.int().check(z.minimum(0), z.maximum(MAX_ITEMS)) }),
  /** A turn of a free agent: the tools that it wants to use; none of them and it is its answer. */
  z.object({
    kind: z.literal('antwort'),
    text,
    gaps: z.array(z.string()),
    checks: z.array(check),
    calls: z.array(toolCall),
  }),
  /** A tool of a free agent: what it was asked for, in words, and what it said; a refused one said why. */
  z.object({
    kind: z.literal('werkzeug'),
    tool: z.string().check(z.maxLength(64)),
    asked: text,
    said: text,
    refused: z.boolean(),
  }),
]);
export type StepResult = z.infer<typeof stepResult>;
export type ResultOf<Kind extends StepResult['kind']> = Extract<StepResult, { kind: Kind }>;
