import { toMarkdown } from '../../../contract/markdown.ts';
import { tidyText } from '../../documents/characters.ts';
import { htmlToBlocks } from '../../documents/html.ts';
import { clients } from './clients.ts';
import type { Body, Client, Language, Quoted } from './mail-shape.ts';

/** A body as the text that the thread is split in. */
export function asText(body: Body, form: keyof Body): string {
  return tidyText(form === 'text' ? body.text : toMarkdown(htmlToBlocks(body.html).blocks));
}

/** The words and numbers of a text in their order, whatever stands between them. */
export function wordsOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

const PEOPLE = [
  { name: 'Erika Muster', email: 'e.muster@example.de' },
  { name: 'Bürgerbüro Musterstadt', email: 'buergerbuero@stadt.example.de' },
  { name: 'Dr. Max von der Beispielhausen-Langenfeld', email: 'max.beispielhausen-langenfeld@example.com' },
] as const;

/** A message that somebody sent some days before. */
export function quoted(body: Body, days: number): Quoted {
  const at = days % PEOPLE.length;
  const from = PEOPLE[at] ?? PEOPLE[0];
  const to = PEOPLE[(at + 1) % PEOPLE.length] ?? PEOPLE[0];
  return {
    ...from,
    to,
    subject: 'AW: Ihre Anfrage vom 3. November',
    sent: new Date(Date.UTC(2026, 10, 23 - days, 8, 15)),
    body,
  };
}

/** A thread below a message: the answers to each other, the latest first, each written with its own program. */
export function threadOf(texts: readonly string[], writers: readonly Client[], language: Language): Body {
  const parts = texts.map((text, index) => {
    const client = writers[index % writers.length] ?? clients[0];
    if (!client) throw new Error('There is no mail program.');
    return { client, body: client.write(text) };
  });
  return (
    parts.reduceRight<Body | null>(
      (older, { client, body }, index) =>
        older === null ? body : client.reply(body, quoted(older, index + 2), language),
      null,
    ) ?? { html: '', text: '' }
  );
}
