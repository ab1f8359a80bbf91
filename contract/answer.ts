import * as z from 'zod/mini';
import { contact, sourceCard } from './knowledge.ts';
import { statement } from './summary.ts';

/** What a question to the knowledge ends with. */
export const answer = z.object({
  /**
   * `answered`: statements with their sources. `passages`: no language model was asked, the best passages stand for
   * themselves. `not-found`: "keine Fundstelle"; the cards are the nearest sections.
   */
  outcome: z.enum(['answered', 'passages', 'not-found']),
  /** Each with the number of its card. */
  statements: z.array(statement),
  /** Sections that the statements rest on, or the nearest ones; in the order of their numbers. */
  cards: z.array(sourceCard),
  /** Sections that say different things about the same. */
  conflicts: z.array(z.object({ cards: z.tuple([z.int(), z.int()]), about: z.string() })),
  /** Whom to ask. */
  contacts: z.array(z.extend(contact, { collection: z.string() })),
});
export type Answer = z.infer<typeof answer>;
