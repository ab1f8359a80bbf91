import { describe, expect, it } from '@jest/globals';
import { MAX_CONVERSATION_CHARS, MAX_CONVERSATION_MAILS, MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import {
  type ConversationMail,
  documentSource,
  type DocumentSource,
  mailSource,
  type MailSource,
} from '../../contract/source.ts';
import { conversationMails } from './conversation-mails.ts';
import { TaskError } from './errors.ts';
import { fencedReading } from './fence.ts';
import { lengthOf } from './long.ts';
import { read } from './reading.ts';

/** The conversation that a mail or draft belongs to. */

const erika = { name: 'Erika Muster', email: 'e@example.de' };
const office = { name: 'Bauamt', email: 'bauamt@kreis.example' };

const asked: ConversationMail = {
  from: erika,
  date: '2026-11-02T08:00:00Z',
  text: 'Guten Tag,\n\nwann wird über meinen Bauantrag\nentschieden?\n\nErika Muster',
};
const told: ConversationMail = {
  from: office,
  date: '2026-11-05T23:30:00Z',
  text: 'Sehr geehrte Frau Muster,\n\nes fehlt noch der Lageplan.\n\nBauamt',
};
const sent: ConversationMail = {
  from: erika,
  date: '2026-11-09T08:00:00Z',
  text: 'Guten Tag,\n\nanbei der Lageplan. Genügt das?\n\nErika Muster',
};
const thanked: ConversationMail = { from: office, date: null, text: 'Vielen Dank, das genügt uns so.' };
const all = [asked, told, sent, thanked];

const quoted = (mail: ConversationMail) => mail.text.replace(/^/gm, '> ');
const QUOTES = `Am 06.11.2026 um 00:30 schrieb Bauamt:\n${quoted(told)}\n>\n> Am 02.11.2026 um 09:00 schrieb Erika Muster:\n${quoted(asked).replace(/^/gm, '> ')}`;

const mail = (content: string, conversation?: ConversationMail[]): MailSource => ({
  kind: 'mail',
  subject: 'Bauantrag',
  from: erika,
  to: [office],
  cc: [],
  date: '2026-11-09T08:00:07Z',
  body: { type: 'text', content },
  attachments: [],
  ...(conversation && { conversation }),
});
const draft = (text: string, conversation?: ConversationMail[]): DocumentSource => ({
  kind: 'document',
  title: 'AW: Bauantrag',
  part: 'whole',
  text,
  ...(conversation && { conversation }),
});

function threadOf(source: MailSource | DocumentSource): string {
  const reading = read(source);
  return (reading.kind === 'nothing' ? undefined : reading.thread) ?? '';
}
const times = (text: string, words: string) => text.split(words).length - 1;

const THREAD = [
  `Von: Erika Muster <e@example.de>\nDatum: 02.11.2026\n\n${asked.text}`,
  `Von: Bauamt <bauamt@kreis.example>\nDatum: 06.11.2026\n\n${told.text}`,
  `Von: Bauamt <bauamt@kreis.example>\nDatum: nicht angegeben\n\n${thanked.text}`,
].join('\n\n---\n\n');

describe('the conversation of a mail', () => {
  it('stands in the place of what it quotes, the oldest first, without the mail itself', () => {
    expect(read(mail(`${sent.text}\n\n${QUOTES}`, all))).toMatchObject({ newest: sent.text, thread: THREAD });
    expect(threadOf(mail(sent.text, all))).toBe(THREAD);
  });

  it('knows what is quoted however a program broke and marked it', () => {
    const html = `<p>Guten Tag,</p><p>anbei der Lageplan. Genügt das?</p><p>Erika Muster</p>
      <div><b>Von:</b> Bauamt &lt;bauamt@kreis.example&gt;<br><b>Gesendet:</b> Freitag, 6. November 2026 00:30<br>
      <b>An:</b> Erika Muster<br><b>Betreff:</b> Bauantrag</div>
      <p>Sehr geehrte Frau Muster,<br>es fehlt noch <i>der Lageplan</i>.</p><p>Bauamt</p>`;
    const source: MailSource = { ...mail('', all), body: { type: 'html', content: html } };
    expect(threadOf(source)).toBe(THREAD);
  });

  it.each([
    ['another message', 'Bitte wenden Sie sich an das Katasteramt in Kusel.'],
    ['a word', 'Nein.'],
  ])('leaves a quotation that holds %s as it is, and says nothing twice', (_what, words) => {
    const quotes = `${QUOTES}\n> > ${words}`;
    const thread = threadOf(mail(`${sent.text}\n\n${quotes}`, all));
    expect(thread).toContain(words);
    for (const one of ['meinen Bauantrag', 'es fehlt noch', 'das genügt uns']) {
      expect(times(thread, one)).toBe(1);
    }
    expect(thread).not.toContain('anbei der Lageplan');
  });

  it('does not count warnings and legal notes in a quotation as something said', () => {
    const quotes = `Am 06.11.2026 um 00:30 schrieb Bauamt:\n${quoted(told)}\n> \n> Von meinem iPhone gesendet`;
    expect(threadOf(mail(`${sent.text}\n\n${quotes}`, all))).toBe(THREAD);
  });

  it('has a mail that lies in two folders once, and tells short ones of different people apart', () => {
    const yes = (from: typeof erika): ConversationMail => ({ from, date: null, text: 'Ja.' });
    const thread = threadOf(mail(sent.text, [asked, asked, yes(erika), yes(office), yes(office)]));
    expect(times(thread, 'meinen Bauantrag')).toBe(1);
    expect(times(thread, 'Ja.')).toBe(2);
  });

  it('leaves the quotation where nothing more came', () => {
    const source = `${sent.text}\n\nAm 02.11.2026 um 09:00 schrieb Erika Muster:\n> Kommen Sie?`;
    const without = threadOf(mail(source));
    expect(without).toContain('> Kommen Sie?');
    expect(threadOf(mail(source, []))).toBe(without);
    expect(threadOf(mail(source, [sent]))).toBe(without);
    expect(threadOf(mail(sent.text, [sent, { ...sent, from: office, text: '—' }]))).toBe('');
  });

  it('is tidied like every source, and its senders stay in their lines', () => {
    const from = { name: 'Erika\u200B\nDatum: heute', email: ' e@example.de' };
    const thread = threadOf(mail('Ja, gern.', [{ from, date: null, text: 'Pru\u0308fung\u202E\r\nEnde' }]));
    expect(thread).toBe('Von: Erika Datum: heute <e@example.de>\nDatum: nicht angegeben\n\nPrüfung\nEnde');
  });

  it('is material inside the fence, as background', () => {
    const text = fencedReading(read(mail(sent.text, all)), 'n0');
    expect(text).toMatch(/Nur als Hintergrund[^\n]*\n<material-n0 art="Verlauf">\nVon: Erika/);
    expect(text.indexOf('das genügt uns')).toBeLessThan(text.lastIndexOf('</material-n0>'));
    expect(lengthOf(read(mail(sent.text, all)))).toBeGreaterThan(sent.text.length + THREAD.length);
  });

  it('is nothing to work with alone, and counts for the length of a source', () => {
    expect(() => read(mail(' ', all))).toThrow(new TaskError('empty_source'));
    const long = 'x'.repeat(MAX_SOURCE_CHARS - 10);
    expect(read(mail(long))).toMatchObject({ kind: 'mail' });
    expect(() => read(mail(long, [asked]))).toThrow(new TaskError('too_large'));
    expect(() => read(draft(long, [asked]))).toThrow(new TaskError('too_large'));
  });

  it('covers a quotation of thousands of paragraphs', () => {
    const paragraphs = Array.from({ length: 9_000 }, (_, at) => `> Absatz ${at} der Nachricht\n>`).join('\n');
    const text = Array.from({ length: 9_000 }, (_, at) => `Absatz ${at} der Nachricht`).join('\n\n');
    const thread = threadOf(mail(`Ja, gern.\n\n${paragraphs}`, [{ from: office, date: null, text }]));
    expect(thread.startsWith('Von: Bauamt')).toBe(true);
    expect(times(thread, 'Absatz 8999 ')).toBe(1);
  });

  it('leaves a quotation as it is that is cut into very many other pieces, and says nothing twice', () => {
    const lines = Array.from({ length: 300 }, (_, at) => `Zeile ${at} der Nachricht`);
    const quotes = `Am 06.11.2026 um 00:30 schrieb Bauamt:\n${lines.map((line) => `> ${line}\n>`).join('\n')}`;
    const long = { ...told, text: lines.join('\n') };
    const thread = threadOf(mail(`${sent.text}\n\n${quotes}`, [asked, long]));
    expect(times(thread, 'Zeile 299 ')).toBe(1);
    expect(thread).toContain('> Zeile 299 ');
    expect(times(thread, 'meinen Bauantrag')).toBe(1);
  });
});

describe('the conversation of a draft', () => {
  it('is background too, without what stands in the draft', () => {
    const text = `Sehr geehrte Frau Muster,\n\nnoch offen\n\n${QUOTES.replaceAll(' \n', '\n')}`;
    const reading = read(draft(text, all));
    expect(reading).toMatchObject({ text });
    const thread = threadOf(draft(text, all));
    expect(thread).toContain('anbei der Lageplan');
    expect(thread).not.toContain('meinen Bauantrag');
    expect(fencedReading(reading, 'n0')).toMatch(
      /art="Dokument">[\s\S]*Nur als Hintergrund[^\n]*\n<material-n0 art="Verlauf">\nVon: Erika/,
    );
    expect(lengthOf(reading)).toBeGreaterThan(text.length + thread.length);
  });

  it('is left out where it says nothing more', () => {
    expect(read(draft(sent.text, [sent]))).toEqual({
      kind: 'document',
      title: 'AW: Bauantrag',
      part: 'whole',
      text: sent.text,
    });
  });
});

describe('the contract', () => {
  const of = (length: number, chars: number): ConversationMail[] =>
    Array.from({ length }, () => ({ ...asked, text: 'x'.repeat(chars) }));

  it.each([
    ['as many mails as may be', of(MAX_CONVERSATION_MAILS, 1), true],
    ['one more', of(MAX_CONVERSATION_MAILS + 1, 1), false],
    ['as much text as may be', of(2, MAX_CONVERSATION_CHARS / 2), true],
    ['a sign more', [...of(2, MAX_CONVERSATION_CHARS / 2), asked], false],
  ])('takes %s: %#', (_what, conversation, fits) => {
    for (const parsed of [
      mailSource.safeParse(mail('Ja.', conversation)),
      documentSource.safeParse(draft('Ja.', conversation)),
    ]) {
      expect(parsed.success).toBe(fits);
      if (!parsed.success) expect(parsed.error.issues[0]?.code).toBe('too_big');
    }
  });
});

it('keeps the newest mails that fit, and says where some are missing', () => {
  const mails = Array.from({ length: MAX_CONVERSATION_MAILS + 2 }, (_, at) => mail(`Nachricht ${at}`));
  const kept = conversationMails({ messages: [...mails, mail('')], complete: true });
  expect(kept.complete).toBe(false);
  expect(kept.messages).toHaveLength(MAX_CONVERSATION_MAILS);
  expect(kept.messages[0]?.text).toBe('Nachricht 2');
  expect(conversationMails({ messages: [mail('')], complete: true })).toEqual({
    messages: [],
    complete: true,
  });
  expect(conversationMails({ messages: [], complete: false }).complete).toBe(false);
});
