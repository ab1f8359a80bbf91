import { germanDate } from '../../contract/german-date.ts';
import type { Reading } from './reading.ts';

/**
 * Everything that a statement about a source may rest on: the whole text of a document with
 * the conversation of a draft; of a mail its head, the newest
 * message, what it quotes, and the files that were read along. Also where the model saw only notes on it.
 */
export function proofText(reading: Reading): string {
  switch (reading.kind) {
    case 'nothing':
      return '';
    case 'document':
      return [reading.text, reading.thread ?? ''].filter(Boolean).join('\n\n');
    case 'mail': {
      const { from, date, subject, newest, notices, thread, attachments } = reading;
      const sender = [from.name, from.email && (from.name ? `(${from.email})` : from.email)];
      const head = [
        `Von: ${sender.filter(Boolean).join(' ')}`,
        ...(date ? [`Datum: ${germanDate(date)}`] : []),
        `Betreff: ${subject}`,
      ];
      const files = attachments.flatMap(({ name, text }) => [name, text]);
      return [head.join('\n'), newest, notices, thread, ...files].filter(Boolean).join('\n\n');
    }
  }
}
