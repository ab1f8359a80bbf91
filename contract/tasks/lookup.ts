import * as z from 'zod/mini';
import { knowledgeScope, MAX_QUESTION_CHARS } from '../knowledge.ts';
import { source } from '../source.ts';

/** Nachschlagen: a question to the internal knowledge, the open document or mail as its context. */
export const lookupInput = z.object({
  /** "Was gilt hierfür?": what is open says what the question is about; `nothing` where it stands for itself. */
  source,
  /** Empty where the source alone asks. */
  question: z.string().check(z.trim(), z.maxLength(MAX_QUESTION_CHARS)),
  scope: knowledgeScope,
  /** Whether the answering model may write further search words first (one small call). */
  broaden: z.boolean(),
});
export type LookupInput = z.infer<typeof lookupInput>;
