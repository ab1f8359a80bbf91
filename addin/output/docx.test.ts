import { beforeAll, describe, expect, it } from '@jest/globals';
import { toDocx } from './docx.ts';
import { toBlocks } from './markdown.ts';
import { unzip, type Parts } from './testing/unzip.ts';

const markdown = [
  '# Bescheid',
  'Eins\nzwei **fett** *kursiv* ~~weg~~ [[Bitte ergänzen: Datum]]',
  '3. drei\n4. vier\n   - tief\n\n     weiter',
  'Dazwischen',
  '1. neu',
  '> Zitat',
  '| Kopf | **B** |\n|---|---|\n| 1 | 2 |',
  '---',
  'Ende',
].join('\n\n');

let parts: Parts;
let body: Document;
const all = (name: string, within: Document | Element = body) => [...within.getElementsByTagName(name)];
const paragraphs = () => all('w:p').map((one) => ({ one, text: one.textContent }));
const paragraphWith = (text: string) => {
  const found = paragraphs().find((paragraph) => paragraph.text === text);
  if (!found) throw new Error(`no paragraph "${text}"`);
  return found.one;
};
const val = (name: string, within: Document | Element = body) => all(name, within)[0]?.getAttribute('w:val');

beforeAll(async () => {
  parts = await unzip(await toDocx(toBlocks(markdown), { title: 'Bescheid <1>\u0000' }));
  body = parts.xml('word/document.xml');
});

describe('toDocx', () => {
  it('reads back as what was written', () => {
    expect(parts.html).toBe(
      '<h1>Bescheid</h1><p>Eins<br />zwei <strong>fett</strong> <em>kursiv</em> <s>weg</s> [[Bitte ergänzen: Datum]]</p>' +
        '<ol><li>drei</li><li>vier<ul><li>tief</li></ul></li></ol><p>weiter</p><p>Dazwischen</p><ol><li>neu</li></ol>' +
        '<p>Zitat</p><table><thead><tr><th><p><strong>Kopf</strong></p></th><th><p><strong>B</strong></p></th></tr></thead>' +
        '<tbody><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table><p>Ende</p>',
    );
  });

  it('has the page and margins of a German letter', () => {
    const size = all('w:pgSz')[0];
    const margin = all('w:pgMar')[0];
    expect([size?.getAttribute('w:w'), size?.getAttribute('w:h')]).toEqual(['11906', '16838']);
    expect([margin?.getAttribute('w:left'), margin?.getAttribute('w:right')]).toEqual(['1417', '1134']);
  });

  it('is German, in Arial 11', () => {
    const defaults = all('w:rPrDefault', parts.xml('word/styles.xml'))[0];
    if (!defaults) throw new Error('no defaults');
    expect(val('w:lang', defaults)).toBe('de-DE');
    expect(val('w:sz', defaults)).toBe('22');
    expect(all('w:rFonts', defaults)[0]?.getAttribute('w:ascii')).toBe('Arial');
  });

  it('numbers each list by itself, from its own first number', () => {
    const ids = ['drei', 'vier', 'neu'].map((text) => val('w:numId', paragraphWith(text)));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
    const numbering = parts.xml('word/numbering.xml');
    const starts = ids.map((id) => {
      const num = all('w:num', numbering).find((one) => one.getAttribute('w:numId') === id);
      const abstract = all('w:abstractNum', numbering).find(
        (one) => num && one.getAttribute('w:abstractNumId') === val('w:abstractNumId', num),
      );
      return abstract && val('w:start', abstract);
    });
    expect(starts).toEqual(['3', '3', '1']);
    expect(val('w:ilvl', paragraphWith('tief'))).toBe('1');
  });

  it('repeats the header of a table and highlights gaps', () => {
    expect(all('w:tblHeader')).toHaveLength(1);
    expect(
      all('w:r')
        .filter((one) => val('w:highlight', one) === 'yellow')
        .map((one) => one.textContent),
    ).toEqual(['[[Bitte ergänzen: Datum]]']);
  });

  it('carries the title and nothing that points outside', () => {
    expect(parts.xml('docProps/core.xml').getElementsByTagName('dc:title')[0]?.textContent).toBe(
      'Bescheid <1>',
    );
    for (const name of parts.names.filter((one) => one.endsWith('.rels')))
      expect(all('Relationship', parts.xml(name)).map((one) => one.getAttribute('TargetMode'))).not.toContain(
        'External',
      );
  });

  it('is a document also without a word', async () => {
    const empty = await unzip(await toDocx([], { title: '' }));
    expect(empty.html).toBe('');
  });

  it('makes no table that Word cannot open, and loses no word of it', async () => {
    const cells = Array.from({ length: 70 }, (_, at) => [{ text: `Zelle ${at}`, marks: [] }]);
    const rows = [cells, [], ...cells.slice(0, 3).map((cell) => [cell])];
    const wide = await unzip(await toDocx([{ type: 'table', header: true, rows }], { title: '' }));
    const xml = wide.xml('word/document.xml');
    expect(all('w:gridCol', xml).length).toBeLessThanOrEqual(63);
    expect(all('w:tr', xml)).toHaveLength(4);
    for (const { 0: { text } = { text: '' } } of cells)
      expect(xml.documentElement.textContent).toContain(text);
    const none = await unzip(await toDocx([{ type: 'table', header: true, rows: [[], []] }], { title: '' }));
    expect(all('w:tbl', none.xml('word/document.xml'))).toEqual([]);
  });
});
