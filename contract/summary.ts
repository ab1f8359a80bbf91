import * as z from 'zod/mini';

/** Whether the source says what a statement says. A passage is a piece of the source, exactly as it stands there. */
export const evidence = z.discriminatedUnion('state', [
  /** Belegt: the passage stands in the source, and every date and amount of the statement stands in the passage. */
  z.object({ state: z.literal('proven'), passage: z.string() }),
  /** Ungenau: the source says it in other words, or a figure of the statement is not in the passage. */
  z.object({
    state: z.literal('inexact'),
    passage: z.string(),
    /** Dates and amounts of the statement that the passage does not have; empty where only the wording differs. */
    figures: z.array(z.string()),
  }),
  /** Nicht belegt: no passage was given, or the source does not have it. */
  z.object({ state: z.literal('unproven') }),
  /** "nicht angegeben": the statement is that the source says nothing, and needs no passage. */
  z.object({ state: z.literal('absent') }),
]);
export type Evidence = z.infer<typeof evidence>;

/** One statement of a summary. */
export const statement = z.object({
  /** Counts from 0 in the order of the summary. */
  id: z.int(),
  /** Heading above it: a field of the Rundschreiben, a question of the FAQ; empty where there is none. */
  section: z.string(),
  /** Markdown of one paragraph, untrusted. */
  text: z.string(),
  evidence,
  /** In an answer from the knowledge: number of the source card that the passage is from. */
  card: z.optional(z.int()),
  /** Further passages that it rests on, word for word, each with its card; absent where there are none. */
  further: z.optional(z.array(z.object({ card: z.int(), passage: z.string() }))),
});
export type Statement = z.infer<typeof statement>;

/** A day by which something is due, worked out by us and never by a model. */
export const dueDate = z.object({
  /** The statement it comes from. */
  statement: z.int(),
  /** What is due, in a line. */
  what: z.string(),
  /** ISO 8601 calendar date. */
  date: z.iso.date(),
  /** For a relative period, how the day was found, in German with the norm; null where the source names the day. */
  rule: z.nullable(z.string()),
});
export type DueDate = z.infer<typeof dueDate>;

/** How statements are shown: as lists below headings, as questions with answers, or as one running paragraph. */
const summaryLayout = z.enum(['fields', 'faq', 'paragraph']);

export const summary = z.object({
  layout: summaryLayout,
  statements: z.array(statement),
  dueDates: z.array(dueDate),
});
export type Summary = z.infer<typeof summary>;
