import { describe, expect, it } from '@jest/globals';
import { toMarkdown } from '../../contract/markdown.ts';
import { readEml } from './eml.ts';
import { DocumentError } from './errors.ts';

const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const head = (more: string) =>
  `From: "Muster, Erika" <e.muster@example.de>\nTo: Rathaus <rathaus@example.de>, bau@example.de\nSubject: Anfrage\nDate: Fri, 20 Nov 2026 18:27:05 +0100\nMIME-Version: 1.0\n${more}`;
const mail = (more: string, encoding: BufferEncoding = 'utf8') => Buffer.from(crlf(head(more)), encoding);
const shown = async (bytes: Uint8Array) => toMarkdown((await readEml(bytes)).blocks);

describe('readEml', () => {
  it('reads who writes to whom, when and about what', async () => {
    const more =
      'Cc: Gruppe: a@example.de, B <b@example.de>;\nContent-Type: text/plain; charset=utf-8\n\nGrüße';
    expect(await readEml(mail(more))).toEqual({
      subject: 'Anfrage',
      from: { name: 'Muster, Erika', email: 'e.muster@example.de' },
      to: [
        { name: 'Rathaus', email: 'rathaus@example.de' },
        { name: '', email: 'bau@example.de' },
      ],
      cc: [
        { name: '', email: 'a@example.de' },
        { name: 'B', email: 'b@example.de' },
      ],
      date: '2026-11-20T17:27:05.000Z',
      blocks: [{ type: 'paragraph', runs: [{ text: 'Grüße', marks: [] }] }],
      attachments: [],
      notices: [],
    });
  });

  it.each([
    [
      'quoted-printable',
      mail(
        'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nSch=C3=B6ne Gr=C3=BC=\n=C3=9Fe',
      ),
    ],
    [
      'base64',
      mail(
        `Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${Buffer.from('Schöne Grüße').toString('base64')}`,
      ),
    ],
    [
      'iso-8859-1',
      mail(
        'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\nSchöne Grüße',
        'latin1',
      ),
    ],
    [
      'iso-8859-1, quoted-printable',
      mail(
        'Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nSch=F6ne Gr=FC=DFe',
      ),
    ],
    [
      'windows-1252 as HTML',
      mail('Content-Type: text/html; charset=windows-1252\n\n<p>Schöne Grüße</p>', 'latin1'),
    ],
  ])('decodes %s', async (_, bytes) => {
    expect(await shown(bytes)).toBe('Schöne Grüße');
  });

  it('decodes words in headers', async () => {
    const bytes = Buffer.from(
      'Subject: =?utf-8?Q?Antrag_f=C3=BCr?= =?iso-8859-1?B?IEf8bnRlcg==?=\r\nFrom: =?utf-8?B?SsO8cmdlbg==?= <j@example.de>\r\n\r\nText',
    );
    expect(await readEml(bytes)).toMatchObject({ subject: 'Antrag für Günter', from: { name: 'Jürgen' } });
  });

  const parts = (text: string, html: string) =>
    mail(
      `Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n${text}\n--x\nContent-Type: text/html; charset=utf-8\n\n${html}\n--x--\n`,
    );

  it('prefers HTML, and takes the text where HTML shows nothing', async () => {
    expect(await shown(parts('als Text', '<p>als <b>HTML</b></p>'))).toBe('als **HTML**');
    expect(await shown(parts('als Text', '<img src="cid:x">'))).toBe('als Text');
  });

  it('reports hidden text', async () => {
    expect((await readEml(parts('x', '<p>Ja</p><p hidden>Nein</p>'))).notices).toEqual([
      'hidden_text_left_out',
    ]);
  });

  it('names attachments without reading them, and leaves out inline pictures', async () => {
    const bytes = mail(
      'Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: multipart/related; boundary=r\n\n' +
        '--r\nContent-Type: text/html\n\n<p>Anbei.</p><img src="cid:logo">\n' +
        '--r\nContent-Type: image/png\nContent-ID: <logo>\nContent-Disposition: inline; filename=logo.png\nContent-Transfer-Encoding: base64\n\niVBORw==\n--r--\n' +
        '--m\nContent-Type: application/pdf; name="Plan ä.pdf"\nContent-Disposition: attachment; filename="Plan.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERg==\n' +
        '--m\nContent-Type: message/rfc822\n\nSubject: weitergeleitet\nFrom: x@example.de\n\nFremder Text\n--m--\n',
    );
    const read = await readEml(bytes);
    expect(toMarkdown(read.blocks)).toBe('Anbei.');
    expect(read.attachments).toEqual([
      { name: 'logo.png', size: 4, kind: 'inline' },
      { name: 'Plan.pdf', size: 4, kind: 'file' },
      { name: expect.stringMatching(/./), size: expect.any(Number), kind: 'file' },
    ]);
    expect(read.notices).toEqual(['attachments_not_read', 'images_left_out']);
  });

  const picture = (disposition: string, body: string) =>
    mail(
      `Content-Type: multipart/mixed; boundary=m\n\n--m\nContent-Type: text/html\n\n${body}\n--m\nContent-Type: image/jpeg\nContent-ID: <Foto%1@x>\nContent-Disposition: ${disposition}; filename=" \u0007"\nContent-Transfer-Encoding: base64\n\n/9j/\n--m--\n`,
    );

  it.each([
    ['an attachment that the text shows', 'attachment', '<img src="cid:foto%251@x">', 'inline'],
    ['an inline part that the text does not show', 'inline', '<p>Anbei.</p>', 'file'],
    ['an attachment', 'attachment', '<p>Anbei.</p><a href="cid:%">x</a>', 'file'],
  ])('tells a picture of the text from a file: %s', async (_, disposition, body, kind) => {
    const { attachments, notices } = await readEml(picture(disposition, body));
    expect(attachments).toEqual([
      { name: kind === 'inline' ? 'Bild ohne Namen' : 'Anhang ohne Namen', size: 3, kind },
    ]);
    expect(notices).toEqual([kind === 'inline' ? 'images_left_out' : 'attachments_not_read']);
  });

  it.each([
    ['no date', '', null],
    ['a broken date', 'Date: gestern', null],
    ['a date without a zone', 'Date: 20 Nov 2026 18:27:05', '2026'],
    ['a date beyond all years', 'Date: Fri, 20 Nov 20260 18:27:05 +0100', null],
  ])('a mail with %s is a mail', async (_, date, expected) => {
    const { date: read } = await readEml(
      Buffer.from(`From: a@example.de\r\n${date ? `${date}\r\n` : ''}\r\nText`),
    );
    if (expected === null) expect(read).toBeNull();
    else expect(read).toMatch(/^2026-11-20T\d{2}:27:05/);
  });

  it.each([
    ['no body', 'From: a@example.de\r\nSubject: x\r\n'],
    ['an empty body', 'From: a@example.de\r\nSubject: x\r\n\r\n'],
    ['no sender', 'Subject: x\r\nDate: x\r\n\r\n'],
    [
      'a boundary that never comes',
      'From: a@example.de\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n',
    ],
  ])('a mail with %s is a mail', async (_, text) => {
    expect(await readEml(Buffer.from(text))).toMatchObject({ blocks: [] });
  });

  it.each([
    ['an unknown charset', 'Content-Type: text/plain; charset=klingonisch\n\nText'],
    ['an unknown encoding', 'Content-Type: text/plain\nContent-Transfer-Encoding: x-unbekannt\n\nText'],
    [
      'a part that is cut off',
      'Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nText',
    ],
    ['lines without a colon', 'Kaputt\n\nText'],
  ])('reads a mail with %s as far as it goes', async (_, more) => {
    expect(await shown(mail(more))).toContain('Text');
  });

  it('refuses parts inside each other beyond measure', async () => {
    const nested = Array.from(
      { length: 200 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    );
    await expect(readEml(mail(nested.join('')))).rejects.toEqual(new DocumentError('file_broken'));
  });

  it.each([
    'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
    'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x',
  ])('knows an encrypted mail: %s', async (type) => {
    await expect(readEml(mail(`${type}\n\nabc`))).rejects.toEqual(new DocumentError('file_encrypted'));
  });
});
