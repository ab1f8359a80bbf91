import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { tidyText } from '../documents/characters.ts';
import { isFooter, isRule } from './mail-parts-notices.ts';
import { clients } from './testing/clients.ts';
import { below, marked, wrapped, type Body, type Client, type Language } from './testing/mail-shape.ts';
import { asText, quoted, threadOf, wordsOf } from './testing/threads.ts';
import { splitThread } from './thread.ts';

const LANGUAGES: readonly Language[] = ['de', 'en'];
const FORMS: readonly (keyof Body)[] = ['html', 'text'];
const ACTS = ['reply', 'forward'] as const;

const NEWEST =
  'Sehr geehrte Frau Muster,\n\nam 3. Dezember passt es.\n\nVon: Kusel\nNach: Lauterecken\n\nMit freundlichen Grüßen\nMax Beispiel\n\n-- \nRathaus';
const OLDER = ['Passt es im Dezember?', 'Wann soll es sein?', 'Ich möchte vorbeikommen.'];

// The mails lie outside of the project; where they are absent the made-up one above must do.
const emails = new URL('../../../shared/data/emails/', import.meta.url);
const shared = existsSync(emails);
const mails = shared
  ? readdirSync(emails).map((name) => tidyText(readFileSync(new URL(name, emails), 'utf8')))
  : [];

/**
 * Without white space, escapes of Markdown, footers of phones, and lines at the end, which may be the sender's or the
 * program's.
 */
function plain(text: string): string {
  const lines = text.split('\n').filter((line) => !isFooter(line));
  while (isRule(lines.at(-1) ?? '') || lines.at(-1)?.trim() === '') lines.pop();
  return lines.join(' ').replaceAll('\\', '').replace(/\s+/g, ' ').trim();
}

interface Case {
  client: Client;
  act: (typeof ACTS)[number];
  language: Language;
  form: keyof Body;
}

const OLD = quoted({ html: '', text: '' }, 1);
/** Most programs write above a message that they send on what they write above one that they answer. */
const isOwnForm = ({ reply, forward }: Client) =>
  forward(OLD.body, OLD, 'de').text !== reply(OLD.body, OLD, 'de').text;

const cases: Case[] = clients.flatMap((client) =>
  ACTS.filter((act) => act === 'reply' || isOwnForm(client)).flatMap((act) =>
    LANGUAGES.flatMap((language) => FORMS.map((form) => ({ client, act, language, form }))),
  ),
);
const named = cases.map((one): [string, Case] => [
  `${one.client.name}, ${one.act}, ${one.language}, ${one.form}`,
  one,
]);

/** Three programs other than the one that writes the newest message, another set for every mail. */
function others(mail: number): Client[] {
  return [1, 4, 7].flatMap((step) => clients[(mail + step) % clients.length] ?? []);
}

const olderOf = (mail: number) => [7, 19, 33].map((step) => mails[(mail + step) % mails.length] ?? '');

function above(
  own: string,
  older: readonly string[],
  writers: Client[],
  { client, act, language }: Case,
): Body {
  const body = own === '' ? { html: '', text: '' } : client.write(own);
  return client[act](body, quoted(threadOf(older, writers, language), 1), language);
}

function isFound(mail: string, newest: string, { client, form }: Case): boolean {
  return (
    plain(newest) === plain(asText(client.write(mail), form)) && wordsOf(plain(newest)) === wordsOf(mail)
  );
}

describe.each(named)('%s', (_, one) => {
  it('gives back the newest message and leaves the thread to the thread', () => {
    const { newest, thread } = splitThread(asText(above(NEWEST, OLDER, others(0), one), one.form));
    expect(plain(newest)).toBe(plain(asText(one.client.write(NEWEST), one.form)));
    for (const older of OLDER) expect(wordsOf(thread)).toContain(wordsOf(older));
  });

  it('takes the message that is sent on where nothing stands above it', () => {
    const text = asText(above('', OLDER, [one.client], { ...one, act: 'forward' }), one.form);
    const { newest, thread } = splitThread(text);
    expect(newest).toContain(OLDER[0]);
    expect(newest).not.toContain(OLDER[1]);
    expect(wordsOf(thread)).toContain(wordsOf(OLDER[2] ?? ''));
  });
});

(shared ? describe : describe.skip)('with the mails of ../shared/data/emails', () => {
  it('are as many as they should be', () => {
    expect(mails).toHaveLength(80);
  });

  it.each(named)('finds each of them above a thread of three other programs: %s', (_, one) => {
    const missed = mails.filter((mail, index) => {
      const text = asText(above(mail, olderOf(index), others(index), one), one.form);
      return !isFound(mail, splitThread(text).newest, one);
    });
    expect(missed.length).toBe(0);
  });

  it('loses no word of the thread', () => {
    for (const one of cases) {
      const [mail = ''] = mails;
      const text = asText(above(mail, olderOf(0), others(0), one), one.form);
      const { newest, thread } = splitThread(text);
      expect(wordsOf(`${newest} ${thread}`) === wordsOf(text)).toBe(true);
    }
  });

  it.each(named.filter(([, { language }]) => language === 'de'))(
    'finds each of them where it is sent on without a word: %s',
    (_, one) => {
      const missed = mails.filter((mail, index) => {
        const [, ...older] = olderOf(index);
        const text = asText(above('', [mail, ...older], [one.client], one), one.form);
        const found = wordsOf(splitThread(text).newest);
        return !found.includes(wordsOf(mail)) || older.some((old) => found.includes(wordsOf(old)));
      });
      expect(missed.length).toBe(0);
    },
  );

  it.each(['html', 'text'] as const)('cuts none of them that stands alone: %s', (form) => {
    for (const client of clients) {
      const cut = mails.filter((mail) => splitThread(asText(client.write(mail), form)).thread !== '');
      expect(cut.length).toBe(0);
    }
  });

  it('finds each of them below the message that it answers', () => {
    const wrong = mails.filter((mail, index) => {
      const [older = ''] = olderOf(index);
      const text = `Am 23.11.26 um 09:15 schrieb Erika Muster:\n${marked(wrapped(older, 72))}\n\n${mail}`;
      return plain(splitThread(tidyText(text)).newest) !== plain(mail);
    });
    expect(wrong.length).toBe(0);
  });

  it('keeps answers between quoted lines, and tells what stands below them as a whole', () => {
    const wrong = mails.filter((mail, index) => {
      const [first = '', second = '', third = ''] = olderOf(index);
      const inline = `Am 23.11.26 um 09:15 schrieb Erika Muster:\n${marked(first)}\n\n${mail}\n\n${marked(second)}\n\nDas ist so.`;
      const text = `${inline}\n\n-----Ursprüngliche Nachricht-----\nVon: E\nGesendet: 1.11.2026\nAn: F\nBetreff: G\n\n${third}`;
      const { newest } = splitThread(tidyText(text));
      return plain(newest) !== plain(tidyText(inline)) || wordsOf(newest).includes(wordsOf(third));
    });
    expect(wrong.length).toBe(0);
  });
});

describe('messages that speak about messages', () => {
  it.each([
    'Am 12. November um 10:15 Uhr schrieb mir Ihre Kollegin:\n\nBitte warten.\n\nNun warte ich.',
    'Am 12.11.2026 um 10:15 schrieb Frau Klein:\n\nDer Bescheid ist unterwegs.\n\nWo bleibt er?',
    'Meine Fahrt:\n\nVon: Kusel\nAn: Lauterecken\nDatum: offen\n\nIst das möglich?',
    'Datum: 3.12.2026\nOrt: Rathaus\n\nVon mir aus gern.',
    'Frau Klein wrote:\n\nNo.\n\nWhy?',
    'Auf dem Brief stand nur\n\nVon: Bürgerbüro\nBetreff: Ihr Antrag\n\nWas ist gemeint?',
    'On Monday I wrote:\n\nPlease call me.',
    'Bitte lesen Sie:\n\n________________________________\n\nUnterschrift',
  ])('are left alone: %j', (mail) => {
    expect(splitThread(mail)).toEqual({ newest: mail, thread: '' });
  });
});

describe('broken introductions', () => {
  it.each([
    'Am Mo., 23. Nov. 2026 um 09:15 Uhr schrieb Dr. Max von der Beispielhausen <\nmax@example.de>:',
    'Am Montag, dem 23. November 2026 um 09:15:02 Uhr hat Erika Muster\n<erika@example.de> Folgendes\ngeschrieben:',
    'On Mon, Nov 23, 2026 at 9:15 AM Dr. Max von der Beispielhausen-Langenfeld <\nmax@example.de>\nwrote:',
    '>>> Dr. Max von der Beispielhausen-Langenfeld <max@example.de>\n23.11.2026 09:15 >>>',
  ])('%j', (introduction) => {
    const { newest, thread } = splitThread(below('Ja, gern.', `${introduction}\n\n${marked('Passt es?')}`));
    expect(newest).toBe('Ja, gern.');
    expect(thread).toContain('Passt es?');
  });
});
