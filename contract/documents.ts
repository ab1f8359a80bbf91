import * as z from 'zod/mini';
import { MAX_LINE_CHARS } from './limits.ts';
import { block } from './rich.ts';
import { address } from './source.ts';

/** What a reader wants the person to know about a file that was opened. */
export const fileNotice = z.enum([
  /** Headers and footers of a Word document were left out. */
  'headers_left_out',
  /** Tracked changes were read as if they were accepted. */
  'changes_accepted',
  /** Pictures were left out. */
  'images_left_out',
  /** Attachments of a mail are named but not read. */
  'attachments_not_read',
  /** Some pages hold no text, as in a scan. */
  'pages_without_text',
  /** Text that is invisible on paper was left out. */
  'hidden_text_left_out',
  /** The character encoding was guessed. */
  'encoding_guessed',
]);
export type FileNotice = z.infer<typeof fileNotice>;

/** A part of a mail that is no text of it. */
export const enclosed = z.object({
  name: z.string().check(z.maxLength(MAX_LINE_CHARS)),
  /** Bytes. */
  size: z.number().check(z.nonnegative()),
  /** A file for the recipient, or a picture shown in the text, such as a logo. */
  kind: z.enum(['file', 'inline']),
});
export type Enclosed = z.infer<typeof enclosed>;

/** Pages of a file that has some; counted from 1. */
export const filePages = z.object({
  count: z.int(),
  /** For each block the first and the last page that it stands on; one that runs over the end of a page is on both. */
  blocks: z.array(z.tuple([z.int(), z.int()])),
});
export type FilePages = z.infer<typeof filePages>;

/** A file that was opened: the answer of `POST /api/documents?name=…` with the file as the body. */
export const openedFile = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('document'),
    version: z.number(),
    title: z.string(),
    blocks: z.array(block),
    /** Absent where the file has no pages of its own. */
    pages: z.optional(filePages),
    /** Headers and footers that were left out of the text. */
    margins: z.optional(z.string()),
    notices: z.array(fileNotice),
  }),
  z.object({
    kind: z.literal('mail'),
    version: z.number(),
    subject: z.string(),
    from: address,
    to: z.array(address),
    cc: z.array(address),
    date: z.nullable(z.string()),
    blocks: z.array(block),
    /** In the order of the mail. */
    attachments: z.array(enclosed),
    notices: z.array(fileNotice),
  }),
]);
export type OpenedFile = z.infer<typeof openedFile>;
