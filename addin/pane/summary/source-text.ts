import { toMarkdown } from '../../../contract/markdown.ts';
import type { Address, ConversationMail, Source } from '../../../contract/source.ts';
import { blocksOfHtml } from '../../office/html-blocks.ts';

/** A source as a person can read it: of a mail its head, its text, its conversation and the texts of its attachments. */
export function textOfSource(source: Source): string {
  switch (source.kind) {
    case 'nothing':
      return '';
    case 'document':
      return [source.text, ...conversationTexts(source.conversation)].join('\n\n');
    case 'mail': {
      const { body, subject, from, attachments } = source;
      const text = body.type === 'html' ? toMarkdown(blocksOfHtml(body.content)) : body.content;
      const head = `${sender(from)}\nBetreff: ${subject}`;
      const files = attachments.map(({ name, text: file }) => `Anlage „${name}“\n\n${file}`);
      return [head, text, ...conversationTexts(source.conversation), ...files].join('\n\n');
    }
  }
}

function conversationTexts(mails: readonly ConversationMail[] = []): string[] {
  return mails.map(({ from, text }) => `Aus der Unterhaltung\n${sender(from)}\n\n${text}`);
}

function sender({ name, email }: Address): string {
  return `Von: ${[name, email].filter(Boolean).join(' · ')}`;
}
