import { MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import { toMarkdown } from '../../contract/markdown.ts';
import type { Address, Attachment, MailSource, Part, Source } from '../../contract/source.ts';
import { tidyText } from '../documents/characters.ts';
import { htmlToBlocks } from '../documents/html.ts';
import { TaskError } from './errors.ts';
import { splitThread } from './thread.ts';

/** A source as it is understood: plain text (Markdown for headings, lists, tables), hidden text left out. */
export type Reading =
  | { kind: 'nothing' }
  | { kind: 'document'; title: string; part: Part; text: string }
  | {
      kind: 'mail';
      subject: string;
      from: Address;
      to: Address[];
      cc: Address[];
      date: Date | null;
      /** The newest message: what is answered or summarised. */
      newest: string;
      /** What it quotes: the background. Empty where there is none. */
      thread: string;
      /** Files that came with it and were read along. */
      attachments: Attachment[];
    };

/**
 * Understands a source: HTML as its visible text, the newest message of a mail apart from what it quotes, invisible
 * characters and superfluous empty lines left out.
 * @throws TaskError `empty_source` where a document or mail holds no words (a subject alone is nothing to work with),
 *   `too_large` where the signs for lists and quotes make it longer than any source may be
 */
export function read(source: Source): Reading {
  switch (source.kind) {
    case 'nothing':
      return { kind: 'nothing' };
    case 'document':
      return {
        kind: 'document',
        title: line(source.title),
        part: source.part,
        text: worded(tidyText(source.text)),
      };
    case 'mail': {
      const { newest, thread } = splitThread(worded(bodyOf(source)));
      return {
        kind: 'mail',
        subject: line(source.subject),
        from: person(source.from),
        to: source.to.map(person),
        cc: source.cc.map(person),
        date: source.date === null ? null : new Date(source.date),
        newest,
        thread,
        attachments: source.attachments.map(({ name, text }) => ({ name: line(name), text: tidyText(text) })),
      };
    }
  }
}

function bodyOf({ body }: MailSource): string {
  return tidyText(body.type === 'html' ? toMarkdown(htmlToBlocks(body.content).blocks) : body.content);
}

function worded(text: string): string {
  if (!/[\p{L}\p{N}]/u.test(text)) throw new TaskError('empty_source');
  if (text.length > MAX_SOURCE_CHARS) throw new TaskError('too_large');
  return text;
}

/** A one-line value: a line end in it could pass itself off as the next line of a mail's head. */
function line(text: string): string {
  return tidyText(text).replace(/\s+/g, ' ').trim();
}

function person({ name, email }: Address): Address {
  return { name: line(name), email: line(email) };
}
