import * as z from 'zod/mini';
import { MAX_FIELD_CHARS, MAX_LINE_CHARS } from '../limits.ts';
import { runInputs } from './input.ts';
import { plainValue } from './value.ts';

export const MAX_EXAMPLES = 10;
const MAX_EXPECTATIONS = 40;

const words = z.string().check(z.maxLength(MAX_FIELD_CHARS));
/**
 * What of a finished run is meant: the path of a step (`angaben`, `auftraege#0/entwurf`), of `lesen` with the field behind a
 * full stop (`angaben.frist`; of several records its number before it: `fristen.0.tag`).
 */
const at = z.string().check(z.regex(/^[a-z][a-z0-9_#/.]{0,199}$/));

/** What a run on an example must come to. */
export const expectation = z.union([
  /** The value in words, as a German letter has it: `15.01.2026`, `1.234,56 Euro`, `ja`; empty for nothing. */
  z.strictObject({ at, is: words }),
  /** Words that stand in the text. */
  z.strictObject({ at, contains: words.check(z.minLength(1)) }),
  /** How many records, rounds or gaps there are. */
  z.strictObject({ at, count: z.int().check(z.minimum(0), z.maximum(1_000)) }),
]);
export type Expectation = z.infer<typeof expectation>;

/** What the person says in a run on an example: a value for `fragen`, agreement for `freigeben`. */
export const exampleAnswer = z.union([plainValue, z.literal('einverstanden')]);

/** A worked example of an agent, which is its regression test. */
export const example = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_LINE_CHARS)),
  inputs: runInputs,
  /** By the paths of the steps that wait; those without an entry take what is proposed. */
  answers: z.exactOptional(z.record(z.string().check(z.maxLength(200)), exampleAnswer)),
  expects: z.array(expectation).check(z.minLength(1), z.maxLength(MAX_EXPECTATIONS)),
});
export type Example = z.infer<typeof example>;

/** How a run on an example went. */
export const exampleReport = z.object({
  name: z.string(),
  /** `as_expected`: it ended and every expectation holds. */
  outcome: z.enum(['as_expected', 'other', 'failed']),
  /** Where it failed, what the person reads. */
  message: z.nullable(z.string()),
  expectations: z.array(
    z.object({ at: z.string(), expected: z.string(), got: z.string(), holds: z.boolean() }),
  ),
});
export type ExampleReport = z.infer<typeof exampleReport>;
