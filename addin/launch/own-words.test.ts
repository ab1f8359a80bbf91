import { describe, expect, it } from '@jest/globals';
import { ownWords } from './own-words.ts';

const ofHtml = (content: string) => ownWords({ type: 'html', content }).trim();
const ofText = (content: string) => ownWords({ type: 'text', content }).trim();

describe('the own words of a draft', () => {
  it.each([
    [
      'Outlook on the web',
      '<div>Ja.</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Von:</b> Weber</div>',
    ],
    [
      'classic Outlook',
      "<p class=MsoNormal>Ja.</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt'><p>Von: Weber</p></div></div>",
    ],
    [
      'Gmail',
      '<div>Ja.<br></div><div class="gmail_quote"><div>Am Mo. schrieb</div><blockquote>Alt</blockquote></div>',
    ],
    ['Apple Mail', '<div>Ja.</div><blockquote type="cite"><div>Alt</div></blockquote>'],
    [
      'Thunderbird',
      'Ja.<div class="moz-cite-prefix">Am 23.11.26 schrieb Weber:</div><blockquote>Alt</blockquote>',
    ],
    [
      'a header without marks',
      '<p>Ja.</p><p><b>Von:</b> Weber<br><b>Gesendet:</b> Montag<br><b>An:</b> Klein</p>',
    ],
  ])('end where the mail begins that is answered: %s', (_name, html) => {
    expect(ofHtml(html)).toBe('Ja.');
  });

  it.each([
    'Ja.\r\n\r\n-----Ursprüngliche Nachricht-----\r\nVon: Weber',
    'Ja.\n________________________________\nVon: Weber',
    'Ja.\n\nVon: Weber\nGesendet: Montag\nAn: Klein\nBetreff: Antrag',
    'Ja.\n\n**Von:** Weber\n**Gesendet:** Montag\n**An:** Klein',
    'Ja.\n\nAm 23.11.2026 um 10:15 schrieb Eva Weber\n<weber@example.org>:\n> alt',
    'Ja.\n\nAm 23.11.2026 um 10:15 schrieb Eva Weber:\nalt',
    'On Mon, Nov 23, 2026 Eva Weber wrote:\n> alt\nJa.',
    '> alt\nJa.',
    'Ja.\n-- \nGemeinde Kusel, Anlagen bitte als PDF',
  ])('end there in plain text too, and stand between quoted lines: %j', (text) => {
    expect(ofText(text)).toBe('Ja.');
  });

  it('are what a person sees', () => {
    const html =
      '<html><head><style>p{[[x]]}</style></head><body><!-- [[y]] --><p>Gr&uuml;&szlig;e&nbsp;an\n  &#x41;&#66; &amp; Co: 3 < 4</p><p>Von: meinem Platz</p></body></html>';
    expect(ofHtml(html)).toBe('Grüße an AB & Co: 3 < 4\n\nVon: meinem Platz');
  });

  it.each(['<', '<!--', '<style>', '<p', '&#999999999;', '</p></p>', '<a href="'])('survive %j', (html) => {
    expect(ofHtml(html.repeat(3))).not.toContain('undefined');
  });

  it('are found in a body as long as Outlook takes', () => {
    for (const piece of ['<', '<!--', '<p ', '<style>', 'Von: ', 'Am 1 schrieb ', ' \n', '&', '[[', '>\n']) {
      const body = { type: 'html' as const, content: piece.repeat(1_000_000 / piece.length) };
      expect(typeof ownWords(body)).toBe('string');
    }
  });
});
