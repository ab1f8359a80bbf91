import * as z from 'zod/mini';
import { CONTRACT_VERSION, MAX_FIELD_CHARS, MAX_LINE_CHARS, MAX_PRIVACY_TERMS } from './limits.ts';
import { source } from './source.ts';

/**
 * How delicate a text is, from the least to the most: öffentlich, intern, personenbezogen, Sozial- oder Steuerdaten
 * (§ 80 SGB X, § 30 AO, § 203 StGB), VS – Nur für den Dienstgebrauch.
 */
export const dataClasses = ['public', 'internal', 'personal', 'social', 'restricted'] as const;
export const dataClass = z.enum(dataClasses);
export type DataClass = z.infer<typeof dataClass>;

/** What stands for itself in a text and can be masked. */
export const itemKind = z.enum([
  'person',
  'street',
  'place',
  'birthdate',
  'phone',
  'email',
  'iban',
  'account',
  'tax-id',
  'social-security',
  'id-document',
  'plate',
  'reference',
  'url',
  'other',
]);
export type ItemKind = z.infer<typeof itemKind>;

/**
 * What a model of a place gets of a text: all of it, all but what is masked, or nothing. In-house, in the EU, elsewhere
 * are the places of `ModelInfo`.
 */
export const treatment = z.enum(['plain', 'masked', 'refused']);
export type Treatment = z.infer<typeof treatment>;

const place = z.object({ intern: treatment, eu: treatment, extern: treatment });

/** Which places may get texts of a class, and how. */
export const privacyPolicy = z.object({
  public: place,
  internal: place,
  personal: place,
  social: place,
  restricted: place,
});
export type PrivacyPolicy = z.infer<typeof privacyPolicy>;

const term = z.string().check(z.trim(), z.minLength(2), z.maxLength(MAX_LINE_CHARS));

/** What the person decided about a text. */
export const privacyChoice = z.object({
  /** Null leaves it to what the content suggests. */
  dataClass: z.nullable(dataClass),
  /** Why the class is lower than what the content suggests; empty where it is not. */
  reason: z.string().check(z.maxLength(MAX_FIELD_CHARS)),
  /** Words that are masked wherever they stand, besides what is found. */
  mask: z.array(term).check(z.maxLength(MAX_PRIVACY_TERMS)),
  /** Words that stay although they were found: exactly as they stand in the text. */
  release: z.array(term).check(z.maxLength(MAX_PRIVACY_TERMS)),
});
export type PrivacyChoice = z.infer<typeof privacyChoice>;

export const noChoice: PrivacyChoice = { dataClass: null, reason: '', mask: [], release: [] };

/** What the content of a text suggests as its class, and the words that do so, as a person reads them. */
export const classSuggestion = z.object({ dataClass, because: z.array(z.string()) });
export type ClassSuggestion = z.infer<typeof classSuggestion>;

/** A placeholder in a text that is sent. */
export const maskMark = z.object({
  /** UTF-16 offsets in the text that is sent. */
  start: z.int(),
  end: z.int(),
  kind: itemKind,
  /** What stands behind it, as the source has it. */
  original: z.string(),
});
export type MaskMark = z.infer<typeof maskMark>;

/** A message to a model, letter by letter as it is sent. */
export const sentMessage = z.object({
  role: z.enum(['system', 'user', 'assistant']),
  text: z.string(),
  marks: z.array(maskMark),
});
export type SentMessage = z.infer<typeof sentMessage>;

/** What is decided about a request: its class, and what the chosen model gets. */
export const privacyVerdict = z.object({
  /** The class that counts. */
  dataClass,
  suggestion: classSuggestion,
  /** What the chosen model gets. */
  treatment,
});
export type PrivacyVerdict = z.infer<typeof privacyVerdict>;

/** The answer to `POST /api/preview/:task`: what would leave the house. */
export const sendingPreview = z.object({
  version: z.number(),
  verdict: privacyVerdict,
  /** Distinct things that are masked. */
  masked: z.int(),
  /** Empty where the model is refused. */
  messages: z.array(sentMessage),
  /** Parts that a long source is sent in; 1 where it is sent in one go. */
  parts: z.int(),
});
export type SendingPreview = z.infer<typeof sendingPreview>;

/** `POST /api/data-class`: what the content of a source suggests. */
export const classRequest = z.object({ version: z.literal(CONTRACT_VERSION), source });
export const classReport = z.object({ version: z.number(), suggestion: classSuggestion });
export type ClassReport = z.infer<typeof classReport>;
