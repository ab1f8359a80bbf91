import * as z from 'zod/mini';
import { MAX_FIELD_CHARS, MAX_LINE_CHARS } from '../limits.ts';
import { knowledgeScope } from '../knowledge.ts';
import { source } from '../source.ts';

/** Vermerk: the note for the file about the source, the points, or both. */
export const noteInput = z.object({
  source,
  /** Stichpunkte: what the note shall hold, one a line; may be empty. */
  points: z.string().check(z.maxLength(MAX_FIELD_CHARS)),
  /** Aktenzeichen; empty where there is none yet. */
  reference: z.string().check(z.maxLength(MAX_LINE_CHARS)),
  length: z.enum(['short', 'medium', 'long']),
  /** Where the internal knowledge is drawn on; absent where it is not. */
  knowledge: z.optional(knowledgeScope),
});
export type NoteInput = z.infer<typeof noteInput>;
