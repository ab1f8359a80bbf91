import * as z from 'zod';
import { formName } from '../../contract/forms.ts';

/** Where the value of a field comes from. */
export const fieldSource = z.enum([
  'author.name',
  'author.authority',
  'author.unit',
  'author.phone',
  'author.email',
  'today',
  'reference',
  'theirReference',
  'theirDate',
  'title',
  'address',
  'subject',
  'salutation',
  'text',
  'closing',
  'attachments',
]);
export type FieldSource = z.infer<typeof fieldSource>;

/** Fields that hold whole paragraphs, lists and tables. */
export const BLOCK_SOURCES: ReadonlySet<FieldSource> = new Set(['text', 'attachments']);

const MAX_LABEL_CHARS = 200;
const label = z.string().trim().min(1).max(MAX_LABEL_CHARS);
const styleId = z.string().min(1).max(253);

/** `vorlage.yaml`. */
export const templateFile = z.strictObject({
  label,
  form: formName,
  /** By the tag of the content control; Word allows 64 characters. */
  fields: z.record(
    z.string().min(1).max(64),
    z.strictObject({
      label,
      from: fieldSource,
      /** Stays empty where it is not known, without a gap. */
      optional: z.boolean().default(false),
    }),
  ),
  /** Ids of the document's styles. */
  styles: z.strictObject({
    text: styleId,
    heading1: styleId,
    heading2: styleId,
    heading3: styleId,
    heading4: styleId,
    listBullet: styleId,
    listNumber: styleId,
    table: styleId,
    tableText: styleId.optional(),
    quote: styleId.optional(),
  }),
});
export type TemplateFile = z.infer<typeof templateFile>;
export type TemplateStyles = TemplateFile['styles'];

/** A Vorlage that was checked. */
export interface Template extends TemplateFile {
  /** Name of its folder. */
  id: string;
  /** The parts of its DOCX by their names, in their order. */
  parts: ReadonlyMap<string, Uint8Array>;
  /** What its pages say outside of the fields, normalised to single blanks. */
  words: string;
}
