import * as z from 'zod/mini';
import { MAX_FIELD_CHARS } from '../limits.ts';
import { knowledgeScope } from '../knowledge.ts';
import { documentSource, mailSource } from '../source.ts';

/** Antwortschreiben: the letter or mail that answers the source. */
export const replyInput = z.object({
  source: z.discriminatedUnion('kind', [documentSource, mailSource]),
  /** Stichpunkte: what the answer shall say, one a line; may be empty. */
  points: z.string().check(z.maxLength(MAX_FIELD_CHARS)),
  tone: z.enum(['neutral', 'formal', 'friendly']),
  length: z.enum(['short', 'medium', 'long']),
  /** A letter carries the information block of DIN 5008, a mail does not. */
  form: z.enum(['letter', 'mail']),
  /** Where the internal knowledge is drawn on; absent where it is not. */
  knowledge: z.optional(knowledgeScope),
});
export type ReplyInput = z.infer<typeof replyInput>;
