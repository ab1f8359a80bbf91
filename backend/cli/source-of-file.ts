import type { OpenedFile } from '../../contract/documents.ts';
import { toMarkdown } from '../../contract/markdown.ts';
import type { DocumentSource, MailSource } from '../../contract/source.ts';

/** A file as the source of a task: the whole of it. */
export function sourceOf(file: OpenedFile): DocumentSource | MailSource {
  const text = toMarkdown(file.blocks);
  return file.kind === 'mail'
    ? {
        kind: 'mail',
        subject: file.subject,
        from: file.from,
        to: file.to,
        cc: file.cc,
        date: file.date,
        body: { type: 'text', content: text },
        attachments: [],
      }
    : {
        kind: 'document',
        title: file.title,
        part: 'whole',
        text,
        ...(file.margins === undefined ? {} : { margins: file.margins }),
      };
}
