import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { toMarkdown } from '../../contract/markdown.ts';
import { tidyText } from '../documents/characters.ts';
import { htmlToBlocks } from '../documents/html.ts';
import { splitThread } from './thread.ts';

const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
const html = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>\n');

/** How mail programs write an answer above the message it answers. */
const above: Record<string, (newest: string, older: string) => string> = {
  'Outlook, German': (newest, older) =>
    `${newest}\n\n-----Ursprüngliche Nachricht-----\nVon: Muster, Erika <e.muster@example.de>\nGesendet: Montag, 23. November 2026 10:15\nAn: Rathaus <rathaus@example.de>\nCc: Bauamt\nBetreff: AW: Anfrage\n\n${older}`,
  'Outlook, German, header only': (newest, older) =>
    `${newest}\n\nVon: Muster, Erika <e.muster@example.de>\nGesendet: Montag, 23. November 2026 10:15\nAn: Rathaus\nBetreff: AW: Anfrage\n\n${older}`,
  'Outlook, English': (newest, older) =>
    `${newest}\n\n-----Original Message-----\nFrom: Muster, Erika\nSent: Monday, November 23, 2026 10:15 AM\nTo: Rathaus\nSubject: RE: Anfrage\n\n${older}`,
  'Outlook on the web': (newest, older) =>
    `${newest}\n\n________________________________\nVon: Erika Muster <e.muster@example.de>\nGesendet: Montag, 23. November 2026 10:15\nAn: Rathaus\nBetreff: Anfrage\n\n${older}`,
  'header with bold labels': (newest, older) =>
    `${newest}\n\n**Von:** Erika Muster\n**Datum:** Montag, 23. November 2026\n**An:** Rathaus\n**Betreff:** Anfrage\n\n${older}`,
  'Gmail, German': (newest, older) =>
    `${newest}\n\nAm Mo., 23. Nov. 2026 um 10:15 Uhr schrieb Erika Muster <\ne.muster@example.de>:\n\n${quoted(older)}`,
  'Gmail, broken before the bracket': (newest, older) =>
    `${newest}\n\nAm Mo., 23. Nov. 2026 um 10:15 Uhr schrieb Erika <e.muster@example.de\n>:\n\n${quoted(older)}`,
  'Gmail, English': (newest, older) =>
    `${newest}\n\nOn Mon, Nov 23, 2026 at 10:15 AM Erika Muster <e.muster@example.de> wrote:\n\n${quoted(older)}`,
  'Gmail app': (newest, older) =>
    `${newest}\n\nErika Muster <e.muster@example.de> schrieb am Mo., 23. Nov. 2026, 10:15:\n\n${quoted(older)}`,
  Thunderbird: (newest, older) => `${newest}\n\nAm 23.11.26 um 10:15 schrieb Erika Muster:\n${quoted(older)}`,
  'Apple Mail, older part not marked': (newest, older) =>
    `${newest}\n\nAm 23.11.2026 um 10:15 schrieb Erika Muster <e.muster@example.de>:\n\n${older}`,
  'Apple Mail, introduction inside the quote': (newest, older) =>
    `${newest}\n\n${quoted(`Am 23.11.2026 um 10:15 schrieb Erika Muster <e.muster@example.de>:\n\n${older}`)}`,
  'GMX and WEB.DE': (newest, older) =>
    `${newest}\n\nGesendet: Montag, 23. November 2026 um 10:15 Uhr\nVon: "Erika Muster" <e.muster@example.de>\nAn: rathaus@example.de\nBetreff: Anfrage\n\n${older}`,
  'only marked lines': (newest, older) => `${newest}\n\n${quoted(older)}`,
  Horde: (newest, older) => `${newest}\n\nZitat von Erika Muster <e.muster@example.de>:\n\n${quoted(older)}`,
};

const inHtml: Record<string, (newest: string, older: string) => string> = {
  Gmail: (newest, older) =>
    `<div dir="ltr">${html(newest)}</div><br><div class="gmail_quote"><div class="gmail_attr">Am Mo., 23. Nov. 2026 um 10:15&nbsp;Uhr schrieb Erika Muster &lt;<a href="mailto:e@example.de">e@example.de</a>&gt;:<br></div><blockquote class="gmail_quote">${html(older)}</blockquote></div>`,
  Outlook: (newest, older) =>
    `<div class="WordSection1"><p class="MsoNormal">${html(newest)}<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>Von:</b> Erika Muster &lt;e@example.de&gt; <br><b>Gesendet:</b> Montag, 23. November 2026 10:15<br><b>An:</b> Rathaus<br><b>Betreff:</b> Anfrage<o:p></o:p></p></div><p class="MsoNormal">${html(older)}</p></div>`,
  'Outlook on the web': (newest, older) =>
    `<div>${html(newest)}</div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg"><font><b>From:</b> Erika<br><b>Sent:</b> Monday, November 23, 2026<br><b>To:</b> Rathaus<br><b>Subject:</b> Anfrage</font></div><div>${html(older)}</div>`,
  Thunderbird: (newest, older) =>
    `<p>${html(newest)}</p><div class="moz-cite-prefix">Am 23.11.26 um 10:15 schrieb Erika Muster:<br></div><blockquote type="cite"><p>${html(older)}</p></blockquote>`,
};

const textOfHtml = (source: string) => tidyText(toMarkdown(htmlToBlocks(source).blocks));

const NEWEST =
  'Sehr geehrte Frau Muster,\n\nam 3. Dezember passt es.\n\nMit freundlichen Grüßen\nMax Beispiel\n\n-- \nRathaus';
const OLDER = 'Hallo Herr Beispiel,\n\npasst es im Dezember?\n\nErika Muster';

describe('splitThread', () => {
  it.each(Object.keys(above))('%s', (name) => {
    const { newest, thread } = splitThread(tidyText(above[name]?.(NEWEST, OLDER) ?? ''));
    expect(newest).toBe(tidyText(NEWEST));
    expect(thread).toContain('passt es im Dezember?');
  });

  it.each(Object.keys(inHtml))('%s, HTML', (name) => {
    const { newest, thread } = splitThread(textOfHtml(inHtml[name]?.(NEWEST, OLDER) ?? ''));
    expect(newest).toBe(textOfHtml(`<div>${html(NEWEST)}</div>`));
    expect(thread).toContain('passt es im Dezember?');
  });

  it('leaves a mail without a quotation alone', () => {
    const mail =
      'Am 12. November schrieb mir Ihre Kollegin:\n\nBitte warten.\n\nVon: Kusel\nNach: Lauterecken';
    expect(splitThread(mail)).toEqual({ newest: mail, thread: '' });
  });

  it('takes the answer below a quotation as the newest message', () => {
    const mail = `Am 23.11.26 um 10:15 schrieb Erika:\n${quoted(OLDER)}\n\n${NEWEST}`;
    expect(splitThread(tidyText(mail)).newest).toBe(tidyText(NEWEST));
  });

  it('keeps answers between quoted lines together with them', () => {
    const mail =
      'Antworten im Text:\n\nAm 1.12.26 um 9:00 schrieb E:\n> Wann?\n\nMorgen.\n\n> Wo?\n\nIm Rathaus.';
    expect(splitThread(mail)).toEqual({ newest: mail, thread: '' });
  });

  it('keeps a message that is quoted as a whole apart from answers between lines', () => {
    const mail = '> Wann?\n\nMorgen.\n\n> Wo?\n\nHier.\n\n-----Original Message-----\nAlt.';
    const { newest, thread } = splitThread(mail);
    expect(newest).toContain('Morgen.');
    expect(newest).toContain('Hier.');
    expect(thread).toContain('Alt.');
    expect(newest).not.toContain('Alt.');
  });

  it('does not take a footer below the quotation for an answer', () => {
    const mail = `Ja.\n\nAm 1.12.26 um 9:00 schrieb E:\n> Wann?\n\n-- \nVirenfrei`;
    expect(splitThread(mail).newest).toBe('Ja.');
  });

  it('takes the forwarded message as the newest where nothing stands above it', () => {
    const head = '-----Weitergeleitete Nachricht-----\nVon: Erika\nGesendet: 1.12.2026\nAn: Max\nBetreff: X';
    const mail = `${head}\n\nBitte prüfen.\n\n-----Original Message-----\nAlt.`;
    const { newest, thread } = splitThread(mail);
    expect(newest).toBe(`${head}\n\nBitte prüfen.`);
    expect(thread).toContain('Alt.');
  });

  it('loses nothing: both parts together hold every word', () => {
    for (const form of Object.values(above)) {
      const mail = tidyText(form(NEWEST, OLDER));
      const { newest, thread } = splitThread(mail);
      expect(`${newest} ${thread}`.split(/\s+/)).toEqual(mail.split(/\s+/));
    }
  });

  it('comes to an end with thousands of marks', () => {
    for (const line of ['-----Original Message-----\n', 'Von: a\n', '> a\nb\n', 'Am 1\n', '>:\n', '*\n']) {
      expect(splitThread(line.repeat(20_000)).newest).not.toBe('');
    }
  });
});

const emails = new URL('../../../shared/data/emails/', import.meta.url);
const shared = existsSync(emails);

// The mails lie outside of the project; where they are absent the made-up ones above must do.
(shared ? describe : describe.skip)('with the mails of ../shared/data/emails', () => {
  const mails = shared
    ? readdirSync(emails).map((name) => tidyText(readFileSync(new URL(name, emails), 'utf8')))
    : [];

  it.each(Object.keys(above))('gives back each of them exactly: %s', (name) => {
    expect(mails).toHaveLength(80);
    const wrong = mails.filter((mail, index) => {
      const older = mails[(index + 7) % mails.length] ?? '';
      return splitThread(tidyText(above[name]?.(mail, older) ?? '')).newest !== mail;
    });
    expect(wrong).toEqual([]);
  });

  it.each(Object.keys(inHtml))('gives back each of them exactly: %s, HTML', (name) => {
    const wrong = mails.filter((mail, index) => {
      const older = mails[(index + 7) % mails.length] ?? '';
      const expected = textOfHtml(`<div>${html(mail)}</div>`);
      return splitThread(textOfHtml(inHtml[name]?.(mail, older) ?? '')).newest !== expected;
    });
    expect(wrong).toEqual([]);
  });
});
