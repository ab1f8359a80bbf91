import type { Editor } from '@tiptap/core';
import { MAX_ADDRESSES, MAX_LINE_CHARS } from '../../contract/limits.ts';
import { toMarkdown } from '../../contract/markdown.ts';
import type { Block } from '../../contract/rich.ts';
import type { Address, MailSource } from '../../contract/source.ts';
import { countWords } from '../office/count-words.ts';
import type { Mail } from './desk.ts';
import { docToBlocks, partToBlocks } from './doc-to-blocks.ts';
import { mailLines } from './mail-draft.ts';

/** A one-line value as the contract takes it. */
export function line(text: string): string {
  return text.slice(0, MAX_LINE_CHARS);
}

function addresses(all: Address[]): Address[] {
  return all.slice(0, MAX_ADDRESSES).map(({ name, email }) => ({ name: line(name), email: line(email) }));
}

function isoDate(date: string | null): string | null {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** A mail of the desk as a task takes it. */
export function mailSourceOf(mail: Mail): MailSource {
  const [from = { name: '', email: '' }] = addresses([mail.from]);
  return {
    kind: 'mail',
    subject: line(mail.subject),
    from,
    to: addresses(mail.to),
    cc: addresses(mail.cc),
    date: isoDate(mail.date),
    body: { type: 'text', content: toMarkdown(mail.blocks) },
    attachments: [],
  };
}

/** A mail as it stands below an answer, in the form that Outlook gives it. */
export function quotedText(mail: Mail): string {
  const head = mailLines(mail).map(({ label, text }) => `${label}: ${text}`);
  return ['-----Ursprüngliche Nachricht-----', ...head, '', toMarkdown(mail.blocks)].join('\n');
}

const knownThreads = new WeakMap<Mail, number>();

/** Words of a mail as it stands below an answer; counted once, for it never changes. */
export function wordsOfThread(mail: Mail): number {
  const words = knownThreads.get(mail) ?? countWords(quotedText(mail));
  knownThreads.set(mail, words);
  return words;
}

/** What is selected in an editor. Cells of a table that were selected one by one come as a table of their own. */
export function selectedBlocks(editor: Editor): Block[] {
  const { doc, schema, selection } = editor.state;
  if (selection.ranges.length === 1) return partToBlocks(doc, selection.from, selection.to);
  const { content } = selection.content();
  const table = schema.nodes['table'];
  const nodes =
    content.firstChild?.type.name === 'tableRow' && table ? [table.create(null, content)] : content;
  return docToBlocks(schema.topNodeType.create(null, nodes));
}
