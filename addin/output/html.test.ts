import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../contract/rich.ts';
import { toHtml } from './html.ts';
import { toBlocks } from './markdown.ts';
import { toText } from './text.ts';

const markdown =
  '# Titel\n\nEins\nzwei **fett** *kursiv* ~~weg~~\n\n3. a\n4. b\n   - c\n\n> Zitat\n\n---\n\n| A | B |\n|---|---|\n| 1 | [[Bitte ergänzen: Wert]] |';

const parsed = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;
/** The structure without the constant styles. */
const bare = (html: string) => html.replaceAll(/ (?:style|border|cellspacing|cellpadding)="[^"]*"/g, '');

describe('toHtml', () => {
  it('writes the structure of the blocks', () => {
    expect(bare(toHtml(toBlocks(markdown)))).toBe(
      '<h1>Titel</h1><p>Eins<br>zwei <strong>fett</strong> <em>kursiv</em> <s>weg</s></p>' +
        '<ol start="3"><li>a</li><li>b<ul><li>c</li></ul></li></ol><blockquote><p>Zitat</p></blockquote><hr>' +
        '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><span>[[Bitte ergänzen: Wert]]</span></td></tr></table>',
    );
  });

  it('escapes every word', () => {
    const blocks: Block[] = [
      { type: 'paragraph', runs: [{ text: `<b> & "x" 'y' &amp; [[<i>]]`, marks: ['underline'] }] },
    ];
    const body = parsed(toHtml(blocks));
    expect(body.textContent).toBe(`<b> & "x" 'y' &amp; [[<i>]]`);
    expect([...body.querySelectorAll('*')].map(({ localName }) => localName)).toEqual(['p', 'u', 'span']);
  });

  it('survives an HTML parser unchanged, so nothing in it can mean something else', () => {
    const body = parsed(toHtml(toBlocks(markdown), 'mail'));
    expect(parsed(body.innerHTML).innerHTML).toBe(body.innerHTML);
  });

  it('names a font in a mail and leaves it to the document otherwise', () => {
    expect(parsed(toHtml(toBlocks(markdown), 'mail')).querySelector('p')?.style.fontFamily).toContain(
      'Calibri',
    );
    expect(toHtml(toBlocks(markdown), 'document')).not.toContain('font-family');
  });

  it('draws the borders of a table where Word looks for them', () => {
    const table = parsed(toHtml(toBlocks(markdown))).querySelector('table');
    expect(table?.getAttribute('border')).toBe('1');
    expect(table?.querySelector('td')?.style.borderStyle).toBe('solid');
  });
});

describe('toText', () => {
  it('is readable without formatting and holds no Markdown', () => {
    expect(toText(toBlocks(markdown))).toBe(
      [
        'Titel',
        'Eins\nzwei fett kursiv weg',
        '3. a\n4. b\n   – c',
        '  Zitat',
        '————————————————————',
        'A\tB\n1\t[[Bitte ergänzen: Wert]]',
      ].join('\n\n'),
    );
  });
});
