import * as z from 'zod/mini';
import { CONTRACT_VERSION, MAX_LINE_CHARS } from './limits.ts';
import { block } from './rich.ts';
import { author } from './tasks/index.ts';

const line = z.string().check(z.maxLength(MAX_LINE_CHARS));

/**
 * The body of `POST /api/templates/:id`; the answer is the filled DOCX. What the author, the day and the blocks do not
 * say stays as `[[Bitte ergänzen: …]]`.
 */
export const fillRequest = z.object({
  version: z.literal(CONTRACT_VERSION),
  /** The finished text; its parts (address, subject, salutation, closing) are told apart by the backend. */
  blocks: z.array(block),
  author,
  /** Aktenzeichen and the sign and day of the letter that is answered; empty where they are not known. */
  reference: line,
  theirReference: line,
  theirDate: line,
  title: line,
});
export type FillRequest = z.infer<typeof fillRequest>;
