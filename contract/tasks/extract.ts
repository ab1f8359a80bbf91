import * as z from 'zod/mini';
import { field } from '../agents/value.ts';
import { source } from '../source.ts';

/** Lesen: typed fields out of a document, each with the passage that it rests on. */
export const extractInput = z.object({
  source,
  fields: z.array(field).check(z.minLength(1), z.maxLength(20)),
  /** `many`: every place where they stand together. */
  extent: z.enum(['one', 'many']),
});
export type ExtractInput = z.infer<typeof extractInput>;
