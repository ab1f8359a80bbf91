import * as z from 'zod/mini';
import { MAX_FIELD_CHARS } from '../limits.ts';
import { source } from '../source.ts';

/** Freie Anweisung: what the person asks for, in their words. */
export const instructInput = z.object({
  source,
  instruction: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_FIELD_CHARS)),
});
export type InstructInput = z.infer<typeof instructInput>;
