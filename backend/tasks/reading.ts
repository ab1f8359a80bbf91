import { MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import { toMarkdown } from '../../contract/markdown.ts';
import type {
  Address,
  Attachment,
  ConversationMail,
  DocumentSource,
  MailSource,
  Part,
  Source,
} from '../../contract/source.ts';
import { tidyText } from '../documents/characters.ts';
import { htmlToBlocks } from '../documents/html.ts';
import { backgroundOf } from './background.ts';
import { TaskError } from './errors.ts';
import { splitParts } from './mail-parts.ts';
import { splitThread } from './thread.ts';

/** A source as it is understood: plain text (Markdown for headings, lists, tables), hidden text left out. */
export type Reading =
  | { kind: 'nothing' }
  | {
      kind: 'document';
      title: string;
      part: Part;
      text: string;
      /** Headers and footers, for what class it is of; never told to a model. */
      margins?: string;
      /** Of a draft: what else was said in the conversation, as background. */
      thread?: string;
    }
  | {
      kind: 'mail';
      subject: string;
      from: Address;
      to: Address[];
      cc: Address[];
      date: Date | null;
      /**
       * The newest message with its greeting and signature: what is answered or summarised. Empty where a mail holds
       * nothing but files.
       */
      newest: string;
      /** What stood in it but is nobody's message: warnings of gateways, legal notes, footers of phones. */
      notices: string;
      /** What it quotes, or the rest of the conversation: the background. Empty where there is none. */
      thread: string;
      /** Files that came with it and were read along. */
      attachments: Attachment[];
    };

/**
 * Understands a source: HTML as its visible text, the newest message of a mail apart from what it quotes and from
 * what machines added to it, invisible characters and superfluous empty lines left out.
 * @throws TaskError `empty_source` where a document, or a mail with the files that were read along, holds no words (a
 *   subject alone is nothing to work with); `too_large` where it is longer than any source may be: by the signs for
 *   lists and quotes, or a mail together with its files
 */
export function read(source: Source): Reading {
  switch (source.kind) {
    case 'nothing':
      return { kind: 'nothing' };
    case 'document':
      return readDocument(source);
    case 'mail':
      return readMail(source);
  }
}

function readDocument({ title, part, text, margins, conversation }: DocumentSource): Reading {
  const words = worded(tidyText(text));
  const thread = backgroundOf(tidyMails(conversation), { text: words, quoted: '' });
  if (words.length + thread.length > MAX_SOURCE_CHARS) throw new TaskError('too_large');
  return {
    kind: 'document',
    title: line(title),
    part,
    text: words,
    ...(margins === undefined ? {} : { margins: tidyText(margins) }),
    ...(thread === '' ? {} : { thread }),
  };
}

/**
 * What the sender of a mail wrote: its newest message, without what machines added to it.
 * @returns empty where that is nothing
 */
export function saidIn(mail: Pick<MailSource, 'body'>): string {
  const { newest } = splitThread(bodyOf(mail));
  const { text } = splitParts(newest);
  return hasWords(text) ? text : hasWords(newest) ? newest : '';
}

function readMail(source: MailSource): Reading {
  const attachments = source.attachments.map(({ name, text }) => ({
    name: line(name),
    text: tidyText(text),
  }));
  const body = bodyOf(source);
  const conversation = tidyMails(source.conversation);
  const texts = [body, ...attachments.map(({ text }) => text)];
  if (!texts.some(hasWords)) throw new TaskError('empty_source');
  const all = [...texts, ...conversation.map(({ text }) => text)];
  if (all.reduce((sum, { length }) => sum + length, 0) > MAX_SOURCE_CHARS) throw new TaskError('too_large');
  const { newest, thread } = splitThread(body);
  const parts = splitParts(newest);
  // A mail that is nothing but a legal note says that note.
  const said = hasWords(parts.text);
  return {
    kind: 'mail',
    subject: line(source.subject),
    from: person(source.from),
    to: source.to.map(person),
    cc: source.cc.map(person),
    date: source.date === null ? null : new Date(source.date),
    newest: said ? parts.text : newest,
    notices: said ? parts.notices : '',
    thread: conversation.length === 0 ? thread : backgroundOf(conversation, { text: newest, quoted: thread }),
    attachments,
  };
}

function bodyOf({ body }: Pick<MailSource, 'body'>): string {
  return tidyText(body.type === 'html' ? toMarkdown(htmlToBlocks(body.content).blocks) : body.content);
}

function tidyMails(conversation: readonly ConversationMail[] = []): ConversationMail[] {
  return conversation.map(({ from, date, text }) => ({ from: person(from), date, text: tidyText(text) }));
}

function worded(text: string): string {
  if (!hasWords(text)) throw new TaskError('empty_source');
  return text;
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** A one-line value: a line end in it could pass itself off as the next line of a mail's head. */
function line(text: string): string {
  return tidyText(text).replace(/\s+/g, ' ').trim();
}

function person({ name, email }: Address): Address {
  return { name: line(name), email: line(email) };
}
