import * as z from 'zod/mini';
import { MAX_FIELD_CHARS } from '../limits.ts';
import { documentSource } from '../source.ts';

/** Umschreiben: the same text, said differently. */
export const rewriteInput = z.object({
  source: documentSource,
  /** bürgernah, kürzer, förmlicher, freundlicher, Einfache Sprache, Rechtschreibung und Grammatik, eigene Anweisung. */
  style: z.enum(['plain', 'shorter', 'formal', 'friendly', 'simple', 'correct', 'custom']),
  /** The person's own words; needed for `custom`, an addition otherwise. */
  wish: z.string().check(z.maxLength(MAX_FIELD_CHARS)),
});
export type RewriteInput = z.infer<typeof rewriteInput>;
