import { MAX_CONVERSATION_CHARS, MAX_CONVERSATION_MAILS } from '../../contract/limits.ts';
import type { ConversationMail, MailSource } from '../../contract/source.ts';
import { saidIn } from './reading.ts';

/**
 * What was said in a conversation, mail by mail; those that say nothing are left out.
 * @param mails the oldest first
 * @param complete whether these are all of them
 * @returns the newest that fit, in their order; `complete` tells whether nothing that was said is missing
 */
export function conversationMails({
  messages: mails,
  complete,
}: {
  messages: readonly MailSource[];
  complete: boolean;
}): { messages: ConversationMail[]; complete: boolean } {
  const kept: ConversationMail[] = [];
  let chars = 0;
  let isWhole = complete;
  for (const mail of mails.toReversed()) {
    const text = saidIn(mail);
    if (text === '') continue;
    if (kept.length === MAX_CONVERSATION_MAILS || chars + text.length > MAX_CONVERSATION_CHARS) {
      isWhole = false;
      continue;
    }
    chars += text.length;
    kept.push({ from: mail.from, date: mail.date, text });
  }
  return { messages: kept.reverse(), complete: isWhole };
}
