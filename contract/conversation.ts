import * as z from 'zod/mini';
import { MAX_LINE_CHARS } from './limits.ts';
import { conversationMails } from './source.ts';

/** An id as Outlook gives it, in the form of Exchange or of its web interface. */
const outlookId = z.string().check(z.maxLength(MAX_LINE_CHARS), z.regex(/^[A-Za-z0-9+/_=-]+$/));

/** A conversation, by itself or by a mail that belongs to it. */
export const conversationOf = z.discriminatedUnion('by', [
  z.object({ by: z.literal('conversation'), id: outlookId }),
  z.object({ by: z.literal('item'), id: outlookId }),
]);
export type ConversationOf = z.infer<typeof conversationOf>;

/** `POST /api/conversation` */
export const conversationRequest = z.object({ version: z.number(), of: conversationOf });
export type ConversationRequest = z.infer<typeof conversationRequest>;

/** What was written in a conversation, as it stands in the person's mailbox: also the mail that it was asked for by. */
export const conversation = z.object({
  version: z.number(),
  messages: conversationMails,
  /** False where there are more of them than are read. */
  complete: z.boolean(),
});
export type Conversation = z.infer<typeof conversation>;
