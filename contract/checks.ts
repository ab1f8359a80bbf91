import * as z from 'zod/mini';

/** Something in a text that must not get lost or be made up. */
export const factKind = z.enum([
  /** A figure that is none of the kinds below. */
  'number',
  'amount',
  'share',
  'date',
  'law',
  /** Aktenzeichen, Kassenzeichen and the like. */
  'reference',
  'name',
  /** A mail address, a telephone number, an IBAN, an internet address. */
  'contact',
]);
export type FactKind = z.infer<typeof factKind>;

/** A fact, word for word as the text has it. */
export const factMention = z.object({ kind: factKind, text: z.string() });
export type FactMention = z.infer<typeof factMention>;

/** How hard a text is to read. */
export const readability = z.object({
  words: z.int(),
  sentences: z.int(),
  /** Mean length of a sentence in words. */
  sentenceLength: z.number(),
  /** Share of sentences over 20 words, 0 to 1. */
  longSentences: z.number(),
  /** Flesch reading ease after Amstad (1978): the higher the easier. */
  flesch: z.number(),
  /** First Wiener Sachtextformel (Bamberger/Vanecek 1984): about a school year, the lower the easier. */
  wstf: z.number(),
});
export type Readability = z.infer<typeof readability>;

/** The gate a rewritten text has to pass: bürgernah, Einfache Sprache. */
export const gate = z.enum(['plain', 'simple']);
export type Gate = z.infer<typeof gate>;

/** What a check found in a finished text. The person decides; nothing is mended by itself. */
export const check = z.discriminatedUnion('kind', [
  /** What of the original the new text no longer says, and what it says that the original does not. */
  z.object({ kind: z.literal('survival'), missing: z.array(factMention), added: z.array(factMention) }),
  z.object({
    kind: z.literal('readability'),
    before: readability,
    after: readability,
    /** Null where no gate was asked for. */
    gate: z.nullable(gate),
    /** What keeps the new text from passing the gate; empty where it passes. */
    fails: z.array(z.enum(['sentenceLength', 'longSentences', 'flesch', 'wstf'])),
  }),
  /** Every question of the letter that is answered. */
  z.object({
    kind: z.literal('questions'),
    questions: z.array(
      z.object({
        /** The question as the letter asks it. */
        text: z.string(),
        state: z.enum(['answered', 'open']),
        /** Where the answer stands, word for word in the new text; null where it is open. */
        place: z.nullable(z.string()),
      }),
    ),
  }),
  /** What the new text says though it stands in no input, word for word. */
  z.object({
    kind: z.literal('unsupported'),
    items: z.array(z.object({ kind: z.enum(['promise', ...factKind.options]), text: z.string() })),
  }),
  /** The text says "anbei" or names an Anlage; `text` is how. */
  z.object({ kind: z.literal('attachment-named'), text: z.string() }),
  /** Sentences that name a section of the knowledge, by numbers in brackets, that does not bear them out or is none. */
  z.object({
    kind: z.literal('sources'),
    unborne: z.array(z.object({ numbers: z.array(z.int()), text: z.string() })),
  }),
  /** Placeholders of the model's own making, word for word: nothing stands behind them, so they stay in the text. */
  z.object({ kind: z.literal('placeholders'), unknown: z.array(z.string()) }),
]);
export type Check = z.infer<typeof check>;
