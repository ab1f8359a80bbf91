import { describe, expect, it } from '@jest/globals';
import { toMarkdown } from '../../contract/markdown.ts';
import { htmlToBlocks } from './html.ts';

const shown = (html: string) => toMarkdown(htmlToBlocks(html).blocks);

describe('htmlToBlocks', () => {
  it('reads headings, marks, lists and breaks', () => {
    const html =
      '<h2>Fristen</h2><p>Bis <b>zum <i>4.</i></b> <u>Dezember</u><br>bei <a href="https://x.example">uns</a></p>' +
      '<ol start="3"><li>drei<ul><li>Punkt</li></ul></li><li>vier</li></ol><hr><h6>klein</h6>';
    expect(htmlToBlocks(html).blocks).toEqual([
      { type: 'heading', level: 2, runs: [{ text: 'Fristen', marks: [] }] },
      {
        type: 'paragraph',
        runs: [
          { text: 'Bis ', marks: [] },
          { text: 'zum ', marks: ['bold'] },
          { text: '4.', marks: ['bold', 'italic'] },
          { text: ' ', marks: [] },
          { text: 'Dezember\n', marks: ['underline'] },
          { text: 'bei uns', marks: [] },
        ],
      },
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          [
            { type: 'paragraph', runs: [{ text: 'drei', marks: [] }] },
            {
              type: 'list',
              ordered: false,
              start: 1,
              items: [[{ type: 'paragraph', runs: [{ text: 'Punkt', marks: [] }] }]],
            },
          ],
          [{ type: 'paragraph', runs: [{ text: 'vier', marks: [] }] }],
        ],
      },
      { type: 'rule' },
      { type: 'heading', level: 4, runs: [{ text: 'klein', marks: [] }] },
    ]);
  });

  it('draws spaces together, hard ones too, and parts paragraphs at empty lines', () => {
    expect(shown('<div> a&nbsp; &nbsp;b\n\t c<br> <br>d</div>')).toBe('a b c\n\nd');
  });

  it('takes lines of a mail as lines and hard spaces alone as an empty one', () => {
    expect(shown('<div>Max</div><div>Amt</div><div><br></div><div>Tel.</div>')).toBe('Max\nAmt\n\nTel.');
    expect(
      shown(
        '<p class="MsoNormal">a</p>\n<p class="MsoNormal">b</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>c',
      ),
    ).toBe('a\nb\n\nc');
    expect(
      shown('<p class="x_MsoNormal">a</p><p class="x_x_MsoNormal">b</p><p class="xmsonormal">c</p>'),
    ).toBe('a\nb\nc');
  });

  it('keeps the lines of preformatted text', () => {
    expect(shown('<pre>a\n  b\n\nc</pre>')).toBe('a\nb\n\nc');
    expect(shown('<div style="white-space:pre-wrap">a\nb</div>')).toBe('a\nb');
  });

  it('keeps quotes in quotes', () => {
    expect(shown('neu<blockquote>alt<blockquote>älter</blockquote></blockquote>')).toBe(
      'neu\n\n> alt\n>\n> > älter',
    );
  });

  it('keeps tables of data with spanned cells in place', () => {
    const html =
      '<table><caption>Kosten</caption><thead><tr><th>Jahr<th colspan=2>Betrag</tr></thead>' +
      '<tr><td rowspan=2>2026<td>1<td>a</tr><tr><td><p>2</p><p>zwei</p><td>b</tr></table>';
    expect(htmlToBlocks(html).blocks.at(-1)).toMatchObject({ type: 'table', header: true });
    expect(shown(html)).toBe(
      'Kosten\n\n| Jahr | Betrag |  |\n| --- | --- | --- |\n| 2026 | 1 | a |\n|  | 2 zwei | b |',
    );
  });

  it('makes text of tables that only arrange things', () => {
    const mail =
      '<table role="presentation"><tr><td></td><td><table><tr><td><h1>Hallo</h1></td></tr><tr><td>Text</td></tr></table></td></tr></table>';
    expect(shown(mail)).toBe('# Hallo\n\nText');
    expect(shown('<table><tr><td>links</td><td>rechts</td></tr></table>')).toBe('links\n\nrechts');
    expect(shown('<table><tr><td>oben</td><td> </td></tr><tr><td>unten</td><td></td></tr></table>')).toBe(
      'oben\n\nunten',
    );
  });

  it.each([
    [
      'scripts and styles',
      '<script>alert(1)</script><style>p{}</style><title>t</title><svg><text>t</text></svg>',
    ],
    ['comments', '<!-- <p>Kommentar</p> --><!--[if mso]><p>mso</p><![endif]-->'],
    ['pictures', '<img src="https://x.example/p.gif" alt="Bild">'],
    ['form fields', '<textarea>Text</textarea><select><option>a</option></select><input value="x">'],
  ])('leaves out %s', (_, html) => {
    expect(htmlToBlocks(`<p>da</p>${html}`)).toEqual({
      blocks: [{ type: 'paragraph', runs: [{ text: 'da', marks: [] }] }],
      hidden: false,
    });
  });

  it.each([
    '<p hidden>X</p>',
    '<p aria-hidden="true">X</p>',
    '<div style="display:none"><p>X</p></div>',
    '<div style="DISPLAY : none !important">X</div>',
    '<span style="visibility:hidden">X</span>',
    '<span style="font-size:0px">X</span>',
    '<span style="font-size:1px">X</span>',
    '<span style="font:0/0 a">X</span>',
    '<span style="color:#fff">X</span>',
    '<span style="color:rgb(254, 255, 255)">X</span>',
    '<font color="white">X</font>',
    '<td bgcolor="#000080"><span style="color:navy;color:#000080">X</span></td>',
    '<div style="background:black"><span style="color:#010101">X</span></div>',
    '<span style="mso-hide:all">X</span>',
    '<div style="max-height:0;overflow:hidden">X</div>',
    '<div style="opacity:0">X</div>',
    '<div style="position:absolute;left:-9999px">X</div>',
    '<div style="text-indent:-9999px">X</div>',
    '<style>.weg{display:none} @media print{.da{display:none}}</style><div class="da weg">X</div>',
    '<style>#k { color:#FFFFFF }</style><div id="K">X</div>',
    '\u{E0049}\u{E0067}\u{E006E}',
  ])('leaves out and reports text that nobody sees: %s', (html) => {
    expect(htmlToBlocks(`<p>da</p>${html}`)).toEqual({
      blocks: [{ type: 'paragraph', runs: [{ text: 'da', marks: [] }] }],
      hidden: true,
    });
  });

  it.each([
    '<td style="background:#003366"><span style="color:#ffffff">X</span></td>',
    '<td bgcolor="#036"><font color="white">X</font></td>',
    '<td style="background-image:url(x.png)"><span style="color:#fff">X</span></td>',
    '<td style="font-size:0"><div style="font-size:14px">X</div></td>',
    '<style>@media print{.da{display:none}}</style><div class="da">X</div>',
    '<head><style>.a{}</style><body>X',
    '<span style="opacity:0.9;height:0">X</span>',
  ])('keeps text that can be seen: %s', (html) => {
    expect(htmlToBlocks(html)).toEqual({
      blocks: [{ type: 'paragraph', runs: [{ text: 'X', marks: [] }] }],
      hidden: false,
    });
  });

  it('does not report spaces that fill up a preview', () => {
    expect(htmlToBlocks('<div style="display:none">&zwnj;&nbsp;&#847;</div>Text').hidden).toBe(false);
  });

  it('takes invisible characters out of words', () => {
    expect(shown('Ver\u00ADord\u200Bnung\u202E')).toBe('Verordnung');
  });

  it('reads what is nested beyond every measure, and keeps hiding what is hidden', () => {
    expect(shown(`${'<div>'.repeat(100_000)}Text`)).toBe('Text');
    expect(shown(`${'<blockquote>'.repeat(5_000)}Text`)).toContain('Text');
    const hidden = htmlToBlocks(`<div hidden>${'<div>'.repeat(2_000)}X${'</div>'.repeat(1_990)}`);
    expect(hidden).toEqual({ blocks: [], hidden: true });
    const deep = htmlToBlocks(`${'<p><b>'.repeat(1_000)}<i hidden>X`);
    expect(deep).toEqual({ blocks: [], hidden: true });
  });

  it('comes to an end with markup that is made to be slow', () => {
    for (const part of [
      '<td>x',
      '<li>x',
      'x<br>',
      '<p>x',
      '</x>',
      '<a b=',
      '&',
      '<!--',
      '<style>a{',
      '<svg><a>',
      '<b> ',
    ]) {
      expect(() => htmlToBlocks(part.repeat(30_000))).not.toThrow();
    }
  });
});
