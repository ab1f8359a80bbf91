import * as z from 'zod';
import type { ConversationOf } from '../../contract/conversation.ts';
import { MAX_ADDRESSES, MAX_LINE_CHARS, MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import type { MailSource } from '../../contract/source.ts';
import { type Fetch, fetchLimited, type Fetched } from './fetch-limited.ts';
import { GraphError } from './graph-error.ts';

/** The mails of a conversation, the oldest first. */
export interface MailThread {
  messages: MailSource[];
  /** False where there are more of them than are read. */
  complete: boolean;
}

/** What of Microsoft Graph is used. */
export interface GraphClient {
  /**
   * The whole conversation of a mail.
   * @param token of Graph, for the person whose mailbox it is
   * @throws GraphError
   */
  conversation(token: string, of: ConversationOf, signal: AbortSignal): Promise<MailThread>;
}

const MAX_MESSAGES = 50;
const PAGE_MESSAGES = 25;
const MAX_PAGES = 10;
const LIMITS = { ms: 10_000, bytes: 16 * 1024 * 1024 };
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
const failure = z.object({ error: z.object({ code: z.string() }) });

/** @param graph origin of Microsoft Graph */
export function createGraphClient(graph: string, fetch: Fetch): GraphClient {
  const get = async <T>(
    url: string,
    token: string,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<T> => {
    const headers = {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      // The backend reads HTML itself and leaves out what nobody sees; the text that Exchange makes of it has it all.
      prefer: 'outlook.body-content-type="html"',
    };
    let answer: Fetched;
    try {
      answer = await fetchLimited(fetch, url, { headers, signal }, LIMITS);
    } catch {
      throw new GraphError('unavailable');
    }
    const body = jsonOf(answer.text);
    if (answer.status !== 200) throw new GraphError(faultOf(answer.status, body));
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw new GraphError('unavailable');
    return parsed.data;
  };

  return {
    async conversation(token, of, signal) {
      const within = AbortSignal.any([signal, AbortSignal.timeout(TOTAL_MS)]);
      const id = webId(of.id);
      const itemUrl = `${graph}/v1.0/me/messages/${encodeURIComponent(id)}?$select=conversationId`;
      const conversationId =
        of.by === 'conversation' ? id : (await get(itemUrl, token, item, within)).conversationId;
      const thread: MailSource[] = [];
      let chars = 0;
      let next: string | undefined = firstPage(graph, conversationId);
      for (let pages = 0; next !== undefined; pages++) {
        if (pages === MAX_PAGES) return threadOf(thread, false);
        const { value, '@odata.nextLink': link }: z.infer<typeof page> = await get(next, token, page, within);
        for (const each of value.filter(({ isDraft }) => isDraft !== true)) {
          chars += each.body.content.length;
          if (thread.length === MAX_MESSAGES || chars > MAX_SOURCE_CHARS) return threadOf(thread, false);
          thread.push(sourceOf(each));
        }
        next = link === undefined ? undefined : ownLink(link, graph);
      }
      return threadOf(thread, true);
    },
  };
}

/**
 * Outlook gives ids of Exchange's form, Graph wants them safe for addresses (what `convertToRestId` does; ids that are so
 * already stay as they are).
 */
function webId(id: string): string {
  return id.replaceAll('/', '-').replaceAll('+', '_');
}

function firstPage(graph: string, conversationId: string): string {
  // Sorted here: Graph refuses to sort by date what it filters by conversation.
  const query = new URLSearchParams({
    $filter: `conversationId eq '${conversationId.replaceAll("'", "''")}'`,
    $select: FIELDS,
    $top: String(PAGE_MESSAGES),
  });
  return `${graph}/v1.0/me/messages?${query.toString()}`;
}

/** The link to the next page carries the person's token with it, so it may lead nowhere else. */
function ownLink(link: string, graph: string): string {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  const isOwn =
    url?.origin === graph && url.username === '' && url.password === '' && url.pathname.startsWith('/v1.0/');
  if (!isOwn) throw new GraphError('unavailable');
  return url.href;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultOf(status: number, body: unknown): GraphError['fault'] {
  if (status === 401 || status === 403) return 'refused';
  if (status === 400) return 'missing';
  if (status !== 404) return 'unavailable';
  // A mailbox on the house's own Exchange server is none that Graph knows.
  const parsed = failure.safeParse(body);
  return parsed.success && parsed.data.error.code.startsWith('Mailbox') ? 'not-connected' : 'missing';
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
