import * as z from 'zod/mini';
import { MAX_FIELD_CHARS } from '../limits.ts';
import { documentSource, mailSource } from '../source.ts';

/** Zusammenfassen. */
export const summariseInput = z.object({
  source: z.discriminatedUnion('kind', [documentSource, mailSource]),
  /** Kernaussagen, Rundschreiben, FAQ, ein Absatz. */
  form: z.enum(['key-points', 'circular', 'faq', 'paragraph']),
  /** What the person wants to know in particular; may be empty. */
  focus: z.string().check(z.maxLength(MAX_FIELD_CHARS)),
});
export type SummariseInput = z.infer<typeof summariseInput>;
