import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { tidyText } from '../documents/characters.ts';
import { questionsIn } from '../text/questions.ts';
import { digestNow } from '../text/testing/real-texts.ts';
import { saysSomething, splitParts } from './mail-parts.ts';
import { clients } from './testing/clients.ts';
import type { Body } from './testing/mail-shape.ts';
import { banners, disclaimers, endedWith, footers, warned } from './testing/surroundings.ts';
import { asText, wordsOf } from './testing/threads.ts';

const BODY = 'Sehr geehrte Frau Muster,\n\nwann kann ich kommen?';
const SIGNATURE = 'Mit freundlichen Grüßen\nMax Beispiel\nBauamt\nTelefon: 06381 424-0';
const MAIL = `${BODY}\n\n${SIGNATURE}`;
const FORMS: readonly (keyof Body)[] = ['html', 'text'];

const parts = (text: string) => splitParts(tidyText(text));

describe('splitParts', () => {
  it('tells the body from the signature', () => {
    expect(parts(MAIL)).toEqual({ text: MAIL, body: BODY, signature: SIGNATURE, notices: '' });
  });

  it.each(banners)('sets a warning aside: %j', (banner) => {
    expect(parts(`${banner}\n\n${MAIL}`)).toEqual({
      text: MAIL,
      body: BODY,
      signature: SIGNATURE,
      notices: banner,
    });
  });

  it.each(disclaimers)('sets a note of the house aside: %j', (note) => {
    expect(parts(`${MAIL}\n\n${note}`)).toEqual({
      text: MAIL,
      body: BODY,
      signature: SIGNATURE,
      notices: note,
    });
    expect(parts(`${MAIL}\n${note}`)).toMatchObject({ text: MAIL, notices: note });
  });

  it.each(footers)('sets a footer aside: %j', (footer) => {
    expect(parts(`${MAIL}\n\n${footer}`)).toMatchObject({ text: MAIL, notices: footer });
    expect(parts(`Ja, das passt.\n\n${footer}`)).toMatchObject({ text: 'Ja, das passt.', notices: footer });
  });

  it('sets several of them aside, with the lines drawn between', () => {
    const [mark = '', , , warning = ''] = banners;
    const [note = '', , paper = ''] = disclaimers;
    const all = parts(`${mark}\n${warning}\n---\n\n${MAIL}\n\n---\n${note}\n\n${paper}`);
    expect(all).toMatchObject({ text: MAIL, body: BODY, signature: SIGNATURE });
    expect(wordsOf(all.notices)).toBe(wordsOf([mark, warning, note, paper].join(' ')));
  });

  it('takes a warning that a program broke into lines', () => {
    const broken =
      'CAUTION: This email originated from outside of the organization. Do not\nclick links or open attachments unless you recognize the sender and know the\ncontent is safe.';
    expect(parts(`${broken}\n\n${MAIL}`)).toMatchObject({ text: MAIL, notices: broken });
  });

  it('takes a note that a program broke before the words that tell it', () => {
    const broken =
      'Der Inhalt dieser Nachricht ist nur für Sie gedacht. Sollten Sie nicht der\nrichtige Adressat sein oder diese E-Mail irrtümlich erhalten haben, löschen\nSie sie bitte.';
    expect(parts(`${MAIL}\n\n${broken}`)).toMatchObject({ text: MAIL, notices: broken });
  });

  it.each([...banners, ...disclaimers])('asks nothing in what was set aside: %j', async (note) => {
    const { text } = parts(banners.includes(note) ? `${note}\n\n${MAIL}` : `${MAIL}\n\n${note}`);
    const asked = questionsIn((await digestNow(text)).sentences).map(({ sentence }) => sentence.text);
    expect(asked).toEqual(['wann kann ich kommen?']);
  });

  it.each([
    'Guten Tag,\n\ndiese E-Mail enthält vertrauliche Angaben. Wer liest sie?\n\nMax Beispiel',
    'Guten Tag,\n\nich habe Ihren Bescheid irrtümlich erhalten. Was soll ich tun?',
    'Ich bin nicht der richtige Empfänger. An wen geht das?',
    'Achtung: Die Sitzung findet außerhalb statt. Kommen Sie?',
    'Hinweis: Die Firma ist extern.\n\nBitte prüfen Sie, ob der Ausdruck stimmt.',
    'Externe Prüfer kommen am Montag.\n\nIst das recht?',
    'Wo finde ich Informationen zum Datenschutz? Unter https://example.de/datenschutz steht nichts.',
    'Gesendet habe ich es gestern. Ist es da?',
    'Bitte denken Sie an die Umwelt und pflanzen Sie Bäume. Wann geschieht das?',
  ])('leaves a mail about such things alone: %j', (mail) => {
    expect(parts(mail)).toMatchObject({ text: mail, body: mail, notices: '' });
  });

  it('counts a postscript to the body', () => {
    expect(parts(`${MAIL}\n\nPS: Gilt das auch für Hunde?`)).toMatchObject({
      body: `${BODY}\n\nPS: Gilt das auch für Hunde?`,
      signature: SIGNATURE,
    });
  });

  it('goes on with the body where running text follows a greeting', () => {
    const text =
      'Hallo,\n\nviele Grüße an Ihre Frau.\n\nIch komme am Montag mit allen Unterlagen, die Sie verlangt haben.\n\nBeste Grüße\nMax';
    expect(parts(text).signature).toBe('Beste Grüße\nMax');
  });

  it.each([
    ['a delimiter', '-- \nMax Beispiel\nBauamt'],
    ['contact lines alone', 'Max Beispiel\nBauamt\nRathausplatz 1\n66869 Kusel\nTel. 06381 424-0'],
    ['an English closing', 'Kind regards\nMax Beispiel'],
    ['many dear greetings', 'Viele liebe Grüße\nMax'],
    ['the best greetings', 'Mit den besten Grüßen\nMax'],
  ])('knows a signature by %s', (_, signature) => {
    expect(parts(`Guten Tag,\n\nwann kann ich kommen?\n\n${signature}`)).toMatchObject({
      body: 'Guten Tag,\n\nwann kann ich kommen?',
      signature: tidyText(signature),
    });
  });

  it('keeps a mail that is nothing but a name', () => {
    expect(parts('Max Beispiel')).toMatchObject({ body: 'Max Beispiel', signature: '' });
  });

  it('comes to an end with thousands of lines', () => {
    for (const line of [
      '[EXTERN]\n',
      'Viele Grüße\n',
      'Diese E-Mail ',
      'Tel.: 1\n',
      '---\n',
      'wenn Sie nicht ',
    ]) {
      expect(splitParts(line.repeat(20_000)).text.length).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('saysSomething', () => {
  it.each(['Ja.', MAIL, 'Danke und viele Grüße\nMax', 'Max'])('%j', (text) => {
    expect(saysSomething(text)).toBe(true);
  });

  it.each(['', SIGNATURE, '[EXTERN]', 'Von meinem iPhone gesendet', '---', banners[3] ?? ''])(
    'not in %j',
    (text) => {
      expect(saysSomething(text)).toBe(false);
    },
  );
});

// The mails lie outside of the project; where they are absent the made-up one above must do.
const emails = new URL('../../../shared/data/emails/', import.meta.url);
const shared = existsSync(emails);
(shared ? describe : describe.skip)('with the mails of ../shared/data/emails', () => {
  const mails = shared
    ? readdirSync(emails).map((name) => tidyText(readFileSync(new URL(name, emails), 'utf8')))
    : [];
  /** One carries the note of a house, one the mark of a virus scanner. */
  const bare = mails.filter((mail) => splitParts(mail).notices === '');

  it('sets nothing aside that somebody wrote', () => {
    expect(mails.length - bare.length).toBe(2);
  });

  it('loses no word', () => {
    const lost = mails.filter((mail) => {
      const { text, body, signature, notices } = splitParts(mail);
      const count = (...some: string[]) => wordsOf(some.join(' ')).split(' ').length;
      return count(text, notices) !== count(mail) || count(body, signature) !== count(text);
    });
    expect(lost.length).toBe(0);
  });

  it.each(FORMS)('gives each of them back from among warnings, notes and footers: %s', (form) => {
    const wrong = bare.filter((mail, index) => {
      const client = clients[index % clients.length];
      if (!client) return true;
      const banner = banners[index % banners.length] ?? '';
      const note = disclaimers[index % disclaimers.length] ?? '';
      const footer = footers[index % footers.length] ?? '';
      const whole = asText(endedWith(endedWith(warned(client.write(mail), banner), footer), note), form);
      const { text, notices } = splitParts(whole);
      return wordsOf(text) !== wordsOf(mail) || wordsOf(notices) !== wordsOf(`${banner} ${footer} ${note}`);
    });
    expect(wrong.length).toBe(0);
  });
});
