import * as z from 'zod/mini';
import {
  MAX_ADDRESSES,
  MAX_ATTACHMENTS,
  MAX_CONVERSATION_CHARS,
  MAX_CONVERSATION_MAILS,
  MAX_FIELD_CHARS,
  MAX_LINE_CHARS,
  MAX_SOURCE_CHARS,
} from './limits.ts';

const line = z.string().check(z.maxLength(MAX_LINE_CHARS));
const text = z.string().check(z.maxLength(MAX_SOURCE_CHARS));

/** Whether the person works on all of it or on what they marked. */
export const part = z.enum(['whole', 'selection']);
export type Part = z.infer<typeof part>;

export const address = z.object({ name: line, email: line });
export type Address = z.infer<typeof address>;

/** What somebody wrote in a conversation: their mail as plain text, without what it quotes. */
export const conversationMail = z.object({
  from: address,
  /** ISO 8601, or null where the mail has no date. */
  date: z.nullable(z.iso.datetime({ offset: true })),
  text: z.string(),
});
export type ConversationMail = z.infer<typeof conversationMail>;

/** Mails of a conversation, the oldest first. */
export const conversationMails = z.array(conversationMail).check(
  z.maxLength(MAX_CONVERSATION_MAILS),
  z.check(({ value, issues }) => {
    const chars = value.reduce((sum, { text: said }) => sum + said.length, 0);
    if (chars <= MAX_CONVERSATION_CHARS) return;
    issues.push({ code: 'too_big', origin: 'array', maximum: MAX_CONVERSATION_CHARS, input: value });
  }),
);

/** A letter, a form, a note: anything that is not a received mail. Headings, lists and tables as Markdown. */
export const documentSource = z.object({
  kind: z.literal('document'),
  title: line,
  part,
  text,
  /** Headers and footers of its pages, where they are known: they may say what class it is of. No model reads them. */
  margins: z.optional(z.string().check(z.maxLength(MAX_FIELD_CHARS))),
  /** Of a draft: the conversation that it belongs to, as background. */
  conversation: z.optional(conversationMails),
});
export type DocumentSource = z.infer<typeof documentSource>;

/** A file that came with a mail and that the person wants to be read along; its text as Markdown. */
export const attachment = z.object({ name: line, text });
export type Attachment = z.infer<typeof attachment>;

/** A received mail with all that it quotes. HTML is read by the backend, in one place, hidden text left out. */
export const mailSource = z.object({
  kind: z.literal('mail'),
  subject: line,
  from: address,
  to: z.array(address).check(z.maxLength(MAX_ADDRESSES)),
  cc: z.array(address).check(z.maxLength(MAX_ADDRESSES)),
  /** ISO 8601, or null where the mail has no date. */
  date: z.nullable(z.iso.datetime({ offset: true })),
  body: z.object({ type: z.enum(['html', 'text']), content: text }),
  attachments: z.array(attachment).check(z.maxLength(MAX_ATTACHMENTS)),
  /** The conversation that it belongs to, as background instead of what it quotes; it may be among them itself. */
  conversation: z.optional(conversationMails),
});
export type MailSource = z.infer<typeof mailSource>;

export const noSource = z.object({ kind: z.literal('nothing') });

export const source = z.discriminatedUnion('kind', [documentSource, mailSource, noSource]);
export type Source = z.infer<typeof source>;
