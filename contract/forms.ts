import * as z from 'zod/mini';
import { CONTRACT_VERSION, MAX_LINE_CHARS, MAX_SOURCE_CHARS } from './limits.ts';

/** The forms of the house: Brief (DIN 5008), Vermerk, Verfügung, Sitzungsvorlage, Bescheid, E-Mail. */
export const formName = z.enum(['letter', 'note', 'order', 'council-paper', 'decision', 'mail']);
export type FormName = z.infer<typeof formName>;

/** How a finding can be mended with one click. */
export const mend = z.discriminatedUnion('kind', [
  /** `find` stands word for word in the text; `text` belongs in its place. */
  z.object({ kind: z.literal('replace'), find: z.string(), text: z.string() }),
  /** `text` belongs behind `after`, which stands word for word in the text; at the end where it is null. */
  z.object({ kind: z.literal('insert'), after: z.nullable(z.string()), text: z.string() }),
]);
export type Mend = z.infer<typeof mend>;

/** What a text lacks or has wrong by the rules of its form. */
export const formFinding = z.object({
  /** Name of the rule, the same for every text: `letter-subject-full-stop`. */
  rule: z.string(),
  /** `lacking` must be mended, `advice` may be. */
  weight: z.enum(['lacking', 'advice']),
  /** What is wrong and what to do, in German. */
  text: z.string(),
  /** Where, word for word from the text; null where something is not there at all. */
  place: z.nullable(z.string()),
  mend: z.nullable(mend),
});
export type FormFinding = z.infer<typeof formFinding>;

/** The body of `POST /api/forms`. */
export const formRequest = z.object({
  version: z.literal(CONTRACT_VERSION),
  /** Null: the backend finds out which form it is. */
  form: z.nullable(formName),
  /** The document as Markdown. */
  text: z.string().check(z.maxLength(MAX_SOURCE_CHARS)),
});
export type FormRequest = z.infer<typeof formRequest>;

/** Its answer. */
export const formReport = z.object({
  version: z.number(),
  /** The form that was checked; null where the text is none of them. */
  form: z.nullable(formName),
  findings: z.array(formFinding),
});
export type FormReport = z.infer<typeof formReport>;

/** A Vorlage of the house. */
export const templateInfo = z.object({
  id: z.string().check(z.maxLength(MAX_LINE_CHARS)),
  label: z.string(),
  form: formName,
});
export type TemplateInfo = z.infer<typeof templateInfo>;

/** A Textbaustein: approved text that is used word for word. */
export const textBlock = z.object({
  id: z.string(),
  label: z.string(),
  /** What it is for: a gap that names it is filled with it. */
  kind: z.enum(['legal-remedy', 'privacy', 'payment', 'other']),
  /** Markdown. */
  text: z.string(),
});
export type TextBlock = z.infer<typeof textBlock>;

/** `GET /api/templates` */
export const templateList = z.object({
  version: z.number(),
  templates: z.array(templateInfo),
  textBlocks: z.array(textBlock),
});
export type TemplateList = z.infer<typeof templateList>;
