import { describe, expect, it } from '@jest/globals';
import type { Provenance } from '../office/host.ts';
import type { DocxMeta, PaperBlock, Revision } from './docx-content.ts';
import { toDocx } from './docx.ts';
import { fromXml } from './provenance.ts';
import { unzip } from './testing/unzip.ts';

const at = '2026-11-20T08:00:00.123Z';
const added: Revision = { kind: 'insertion', author: 'Amtsfeder', at };
const struck: Revision = { kind: 'deletion', author: 'Amtsfeder', at };
const run = (text: string) => ({ text, marks: [] });

const all = (name: string, within: Document | Element) => [...within.getElementsByTagName(name)];
const parts = async (blocks: PaperBlock[], meta: Partial<DocxMeta> = {}) =>
  unzip(await toDocx(blocks, { title: 'Brief', ...meta }));
const bodyOf = async (blocks: PaperBlock[], meta: Partial<DocxMeta> = {}) =>
  (await parts(blocks, meta)).xml('word/document.xml');

describe('tracked changes', () => {
  it('stand in the file as Word’s own, with author, date and a number of their own', async () => {
    const body = await bodyOf([
      {
        type: 'paragraph',
        runs: [
          run('Der '),
          { ...run('alte'), marks: ['bold'], revision: struck },
          { ...run('neue\nSatz'), revision: added },
        ],
      },
    ]);
    expect(all('w:delText', body).map(({ textContent }) => textContent)).toEqual(['alte']);
    expect(all('w:b', all('w:del', body)[0] ?? body)).toHaveLength(1);
    expect(all('w:ins', body).map(({ textContent }) => textContent)).toEqual(['neue', 'Satz']);
    const marks = [...all('w:ins', body), ...all('w:del', body)];
    expect(new Set(marks.map((one) => one.getAttribute('w:id'))).size).toBe(3);
    expect(marks.map((one) => one.getAttribute('w:author'))).toEqual(Array(3).fill('Amtsfeder'));
    expect(marks.map((one) => one.getAttribute('w:date'))).toEqual(Array(3).fill('2026-11-20T08:00:00Z'));
  });

  it('of a break stand at the end of the paragraph before it', async () => {
    const body = await bodyOf([
      { type: 'heading', level: 1, runs: [run('eins')] },
      { type: 'paragraph', runs: [run('zwei')], breakBefore: [added] },
      {
        type: 'list',
        ordered: false,
        start: 1,
        items: [[{ type: 'paragraph', runs: [run('drei')], breakBefore: [struck] }]],
      },
    ]);
    const marks = all('w:p', body).map((one) => {
      const properties = all('w:rPr', all('w:pPr', one)[0] ?? one)[0];
      return [one.textContent, ...[...(properties?.children ?? [])].map(({ nodeName }) => nodeName)];
    });
    expect(marks).toEqual([['eins', 'w:ins'], ['zwei', 'w:del'], ['drei']]);
  });

  it('read as if they were accepted for whoever knows none', async () => {
    const { html } = await parts([
      {
        type: 'paragraph',
        runs: [
          { ...run('weg'), revision: struck },
          { ...run('da'), revision: added },
        ],
      },
    ]);
    expect(html).toBe('<p>da</p>');
  });
});

describe('comments', () => {
  const comments = [{ id: 'a', author: 'Amtsfeder', at, text: 'Bitte prüfen.\nZweite Zeile \u0000<b>' }];

  it('go over paragraphs, and stand in the file with author and date', async () => {
    const file = await parts(
      [
        { type: 'paragraph', runs: [run('vorn '), { ...run('eins'), comments: ['a'] }] },
        { type: 'paragraph', runs: [{ ...run('zwei'), comments: ['a', 'unknown'] }, run(' hinten')] },
      ],
      { comments },
    );
    const [one, two] = all('w:p', file.xml('word/document.xml')).map((each) =>
      [...each.children].map(({ nodeName, textContent }) => textContent || nodeName),
    );
    expect(one).toEqual(['vorn ', 'w:commentRangeStart', 'eins']);
    expect(two).toEqual(['zwei', 'w:commentRangeEnd', 'w:r', ' hinten']);
    const [comment] = all('w:comment', file.xml('word/comments.xml'));
    expect(comment?.getAttribute('w:author')).toBe('Amtsfeder');
    expect(comment && all('w:p', comment).map(({ textContent }) => textContent)).toEqual([
      'Bitte prüfen.',
      'Zweite Zeile <b>',
    ]);
  });

  it('leave no part behind where there are none', async () => {
    expect((await parts([])).names).not.toContain('word/comments.xml');
  });
});

describe('the marks of texts made with AI', () => {
  const provenance: Provenance = {
    tool: 'Amtsfeder 1.0',
    task: 'Umschreiben',
    model: 'Modell <1>',
    provider: 'Anbieter',
    authority: 'VG Lauterbruch',
    at,
    reviewed: { by: 'Klein', at },
  };

  it('are a part of the package that is found by its relation and read back', async () => {
    const blob = await toDocx([{ type: 'paragraph', runs: [run('Text')] }], {
      title: 'Brief',
      provenances: [provenance],
    });
    const file = await unzip(blob);
    const relation = all('Relationship', file.xml('word/_rels/document.xml.rels')).find((one) =>
      one.getAttribute('Type')?.endsWith('/customXml'),
    );
    expect(relation?.getAttribute('Target')).toBe('../customXml/item1.xml');
    const item = new XMLSerializer().serializeToString(file.xml('customXml/item1.xml'));
    expect(fromXml(item)).toEqual([provenance]);
    const properties = all('ds:schemaRef', file.xml('customXml/itemProps1.xml'))[0];
    expect(properties?.getAttribute('ds:uri')).toBe('urn:amtsfeder:provenance:1');
    expect(all('Relationship', file.xml('customXml/_rels/item1.xml.rels'))).toHaveLength(1);
    const types = all('Override', file.xml('[Content_Types].xml')).map((one) => one.getAttribute('PartName'));
    expect(types).toContain('/customXml/itemProps1.xml');
    expect(file.html).toBe('<p>Text</p>');
    expect(blob.type).toContain('wordprocessingml.document');
  });

  it('are not there where none was', async () => {
    expect((await parts([])).names.filter((name) => name.startsWith('customXml'))).toEqual([]);
  });
});
