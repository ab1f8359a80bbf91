import * as z from 'zod';
import type { ConversationOf } from '../../contract/conversation.ts';
import { MAX_ADDRESSES, MAX_LINE_CHARS, MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import type { MailSource } from '../../contract/source.ts';
import type { GraphSession } from './graph.ts';

/** The mails of a conversation, the oldest first. */
export interface MailThread {
  messages: MailSource[];
  /** False where there are more of them than are read. */
  complete: boolean;
}

const MAX_MESSAGES = 50;
const PAGE_MESSAGES = 25;
const MAX_PAGES = 10;
const MAX_PAGE_BYTES = 16 * 1024 * 1024;
/** Milliseconds for all pages. */
const TOTAL_MS = 30_000;
const FIELDS = 'subject,from,toRecipients,ccRecipients,sentDateTime,body,isDraft';

const line = z
  .string()
  .nullish()
  .transform((text) => (text ?? '').slice(0, MAX_LINE_CHARS).toWellFormed());
const recipient = z
  .object({ emailAddress: z.object({ name: line, address: line }).nullish() })
  .transform(({ emailAddress }) => ({ name: emailAddress?.name ?? '', email: emailAddress?.address ?? '' }));
const recipients = z
  .array(recipient)
  .nullish()
  .transform((list) => (list ?? []).slice(0, MAX_ADDRESSES));
const message = z.object({
  subject: line,
  from: recipient.nullish(),
  toRecipients: recipients,
  ccRecipients: recipients,
  sentDateTime: z.iso.datetime({ offset: true }).nullish(),
  body: z.object({ contentType: z.enum(['html', 'text']), content: z.string() }),
  isDraft: z.boolean().nullish(),
});
const page = z.object({ value: z.array(message).max(1_000), '@odata.nextLink': z.string().optional() });
const item = z.object({ conversationId: z.string().min(1).max(MAX_LINE_CHARS) });

/** The backend reads HTML itself and leaves out what nobody sees; the text that Exchange makes of it has it all. */
const AS_HTML = { prefer: 'outlook.body-content-type="html"' };

/**
 * The whole conversation of a mail.
 * @param session of the person whose mailbox it is
 * @throws GraphError
 */
export async function mailThread(
  session: Pick<GraphSession, 'get' | 'pathOf'>,
  of: ConversationOf,
  signal: AbortSignal,
): Promise<MailThread> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(TOTAL_MS)]);
  const options = { signal: within, headers: AS_HTML, bytes: MAX_PAGE_BYTES };
  const id = webId(of.id);
  const itemPath = `/v1.0/me/messages/${encodeURIComponent(id)}?$select=conversationId`;
  const conversationId =
    of.by === 'conversation' ? id : (await session.get(itemPath, item, options)).conversationId;
  const thread: MailSource[] = [];
  let chars = 0;
  let next: string | undefined = firstPage(conversationId);
  for (let pages = 0; next !== undefined; pages++) {
    if (pages === MAX_PAGES) return threadOf(thread, false);
    const { value, '@odata.nextLink': link }: z.infer<typeof page> = await session.get(next, page, options);
    for (const each of value.filter(({ isDraft }) => isDraft !== true)) {
      chars += each.body.content.length;
      if (thread.length === MAX_MESSAGES || chars > MAX_SOURCE_CHARS) return threadOf(thread, false);
      thread.push(sourceOf(each));
    }
    next = link === undefined ? undefined : session.pathOf(link);
  }
  return threadOf(thread, true);
}

/**
 * Outlook gives ids of Exchange's form, Graph wants them safe for addresses (what `convertToRestId` does; ids that are so
 * already stay as they are).
 */
function webId(id: string): string {
  return id.replaceAll('/', '-').replaceAll('+', '_');
}

function firstPage(conversationId: string): string {
  // Sorted here: Graph refuses to sort by date what it filters by conversation.
  const query = new URLSearchParams({
    $filter: `conversationId eq '${conversationId.replaceAll("'", "''")}'`,
    $select: FIELDS,
    $top: String(PAGE_MESSAGES),
  });
  return `/v1.0/me/messages?${query.toString()}`;
}

function sourceOf({
  subject,
  from,
  toRecipients,
  ccRecipients,
  sentDateTime,
  body,
}: z.infer<typeof message>) {
  return {
    kind: 'mail' as const,
    subject,
    from: from ?? { name: '', email: '' },
    to: toRecipients,
    cc: ccRecipients,
    date: sentDateTime ?? null,
    body: { type: body.contentType, content: body.content },
    attachments: [],
  };
}

function threadOf(messages: MailSource[], complete: boolean): MailThread {
  const time = ({ date }: MailSource) => (date === null ? 0 : Date.parse(date));
  return { messages: messages.toSorted((one, other) => time(one) - time(other)), complete };
}
