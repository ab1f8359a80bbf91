import { toMarkdown } from '../../../contract/markdown.ts';
import type { Source } from '../../../contract/source.ts';
import { blocksOfHtml } from '../../office/html-blocks.ts';

/** A source as a person can read it: of a mail its head, its text and the texts of its attachments. */
export function textOfSource(source: Source): string {
  switch (source.kind) {
    case 'nothing':
      return '';
    case 'document':
      return source.text;
    case 'mail': {
      const { body, subject, from, attachments } = source;
      const text = body.type === 'html' ? toMarkdown(blocksOfHtml(body.content)) : body.content;
      const head = `Von: ${[from.name, from.email].filter(Boolean).join(' · ')}\nBetreff: ${subject}`;
      return [head, text, ...attachments.map(({ name, text: file }) => `Anlage „${name}“\n\n${file}`)].join(
        '\n\n',
      );
    }
  }
}
