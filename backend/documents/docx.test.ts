import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { toMarkdown } from '../../contract/markdown.ts';
import { readDocx } from './docx.ts';
import { DocumentError } from './errors.ts';
import { bareDocx, documentXml, makeZip, stylesXml } from './testing/docx.ts';

const LIMITS = { entries: 1_000, inflatedBytes: 20_000_000, ratio: 150 };
const shown = async (bytes: Uint8Array) => toMarkdown((await readDocx(bytes, LIMITS)).blocks);
const code = async (bytes: Uint8Array) => {
  try {
    await readDocx(bytes, LIMITS);
    return 'read';
  } catch (fault) {
    return fault instanceof DocumentError ? fault.code : fault;
  }
};
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;

const numbered = (text: string, reference: string, level = 0, more: IParagraphOptions = {}) =>
  new Paragraph({ ...more, children: [new TextRun(text)], numbering: { reference, level } });

async function realDocument(): Promise<Buffer> {
  const levels = (...texts: [text: string, format: keyof typeof LevelFormat][]) =>
    texts.map(([text, format], level) => ({ level, format: LevelFormat[format], text }));
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          { reference: 'kapitel', levels: levels(['%1', 'DECIMAL'], ['%1.%2', 'DECIMAL']) },
          { reference: 'liste', levels: levels(['%1.', 'DECIMAL'], ['%2)', 'LOWER_LETTER']) },
          { reference: 'absatz', levels: levels(['(%1)', 'DECIMAL']) },
          { reference: 'punkte', levels: levels(['•', 'BULLET'], ['–', 'BULLET']) },
        ],
      },
      footnotes: { 1: { children: [new Paragraph('Siehe Anlage.')] } },
      sections: [
        {
          children: [
            numbered('Allgemeines', 'kapitel', 0, { heading: HeadingLevel.HEADING_1 }),
            numbered('Zweck', 'kapitel', 1, { heading: HeadingLevel.HEADING_2 }),
            numbered('Umfang', 'kapitel', 1, { heading: HeadingLevel.HEADING_2 }),
            numbered('Schluss', 'kapitel', 0, { heading: HeadingLevel.HEADING_1 }),
            numbered('Fristen', 'kapitel', 1, { heading: HeadingLevel.HEADING_2 }),
            new Paragraph({
              children: [
                new TextRun('Ein '),
                new TextRun({ text: 'fettes', bold: true }),
                new TextRun({ text: ' Wort', italics: true }),
                new TextRun({ text: ' versteckt', vanish: true }),
                new FootnoteReferenceRun(1),
                new TextRun({ text: 'zweite Zeile', break: 1 }),
              ],
            }),
            numbered('eins', 'liste'),
            numbered('erstens', 'liste', 1),
            numbered('zweitens', 'liste', 1),
            numbered('zwei', 'liste'),
            new Paragraph('Dazwischen.'),
            numbered('drei', 'liste'),
            numbered('Der erste Absatz.', 'absatz'),
            numbered('Der zweite Absatz.', 'absatz'),
            numbered('Punkt', 'punkte'),
            numbered('Unterpunkt', 'punkte', 1),
            new Table({
              rows: [
                ['Was', 'Euro'],
                ['Stühle', '150,00'],
              ].map(
                (cells, row) =>
                  new TableRow({
                    tableHeader: row === 0,
                    children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
                  }),
              ),
            }),
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'png',
                  data: Buffer.from('iVBORw0KGgo=', 'base64'),
                  transformation: { width: 9, height: 9 },
                }),
              ],
            }),
          ],
        },
      ],
    }),
  );
}

describe('readDocx', () => {
  it('reads a table that has a style', async () => {
    const cell = `<w:tc>${p(run('Zelle'))}</w:tc>`;
    const table = `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr><w:tr>${cell}</w:tr></w:tbl>`;
    expect(await shown(bareDocx(table))).toContain('Zelle');
  });

  it.each([
    ['a letterhead', 'Kreisverwaltung Kusel', ['headers_left_out']],
    ['a page number', '3', []],
  ])('says that %s was left out only where something is lost', async (_what, words, expected) => {
    const header = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:hdr>`;
    const { notices, margins } = await readDocx(
      bareDocx('<w:p><w:r><w:t>Text</w:t></w:r></w:p>', { 'word/header1.xml': header }),
      LIMITS,
    );
    expect(notices).toEqual(expected);
    expect(margins).toBe(words);
  });

  it('reads a document as Word shows it, with the numbers that Word computes', async () => {
    const { blocks, notices } = await readDocx(await realDocument(), LIMITS);
    expect(toMarkdown(blocks)).toBe(
      [
        '# 1 Allgemeines',
        '## 1.1 Zweck',
        '## 1.2 Umfang',
        '# 2 Schluss',
        '## 2.1 Fristen',
        'Ein **fettes** *Wort*[1]\nzweite Zeile',
        '1. eins',
        'a) erstens',
        'b) zweitens',
        '2. zwei',
        'Dazwischen.',
        '3. drei',
        '(1) Der erste Absatz.',
        '(2) Der zweite Absatz.',
        '- Punkt\n  - Unterpunkt',
        '| Was | Euro |\n| --- | --- |\n| Stühle | 150,00 |',
        '[1] Siehe Anlage.',
      ].join('\n\n'),
    );
    expect(notices).toEqual(['images_left_out', 'hidden_text_left_out']);
  });

  it('knows headings by outline level, and formatting and hidden text that come from styles', async () => {
    const styles = stylesXml(
      '<w:style w:type="paragraph" w:styleId="Basis"><w:name w:val="Amt Überschrift"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen"/><w:basedOn w:val="Basis"/></w:style>' +
        '<w:style w:type="paragraph" w:styleId="Kreis"><w:name w:val="x"/><w:basedOn w:val="Kreis"/></w:style>' +
        '<w:style w:type="character" w:styleId="Stark"><w:name w:val="Stark"/><w:rPr><w:b/><w:u w:val="single"/></w:rPr></w:style>' +
        '<w:style w:type="character" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/></w:rPr></w:style>',
    );
    const body =
      p(run('Titel'), '<w:pStyle w:val="Eigen"/>') +
      p(
        run('a', '<w:rStyle w:val="Stark"/>') +
          run('b', '<w:rStyle w:val="Weg"/>') +
          run('c', '<w:sz w:val="2"/>'),
        '<w:pStyle w:val="Kreis"/>',
      ) +
      p(run('d', '<w:rStyle w:val="Weg"/><w:vanish w:val="0"/>'));
    const { blocks, notices } = await readDocx(bareDocx(body, { 'word/styles.xml': styles }), LIMITS);
    expect(blocks).toEqual([
      { type: 'heading', level: 2, runs: [{ text: 'Titel', marks: [] }] },
      { type: 'paragraph', runs: [{ text: 'a', marks: ['bold', 'underline'] }] },
      { type: 'paragraph', runs: [{ text: 'd', marks: [] }] },
    ]);
    expect(notices).toEqual(['hidden_text_left_out']);
  });

  it('reads tracked changes as they stand now', async () => {
    const body = p(
      `${run('alt ')}<w:del>${run('weg ')}</w:del><w:ins>${run('neu')}</w:ins><w:moveFrom>${run('fort')}</w:moveFrom>`,
    );
    expect(await shown(bareDocx(body))).toBe('alt neu');
    const { notices } = await readDocx(bareDocx(body), LIMITS);
    expect(notices).toEqual(['changes_accepted']);
  });

  it('reads text boxes once, content controls and check boxes', async () => {
    const box = (text: string) => `<w:txbxContent>${p(run(text))}</w:txbxContent>`;
    const body = p(
      `<w:r><mc:AlternateContent><mc:Choice>${box('Kasten')}</mc:Choice><mc:Fallback><w:pict><v:textbox>${box('Kasten')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
        `<w:sdt><w:sdtContent>${run('Feld')}</w:sdtContent></w:sdt>`,
    );
    const text = await shown(bareDocx(body));
    expect(text.match(/Kasten/g)).toHaveLength(1);
    expect(text).toContain('Feld');
  });

  it('reads files that call the namespaces by other names, and hides what they hide', async () => {
    const uri = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const visible = '<r><t>Sicht</t></r>';
    const hidden = '<r><rPr><vanish/></rPr><t>geheim</t></r>';
    const xml = `<document xmlns="${uri}"><body><p>${visible}${hidden}<x:r xmlns:x="${uri}"><x:t>bar</x:t></x:r></p></body></document>`;
    const { blocks, notices } = await readDocx(
      makeZip([{ name: 'word/document.xml', data: Buffer.from(xml) }]),
      LIMITS,
    );
    expect(toMarkdown(blocks)).toBe('Sichtbar');
    expect(notices).toEqual(['hidden_text_left_out']);
  });

  it('starts lists again where Word does, and keeps § and letters', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}</w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '§ %1')}${level(1, 'upperRoman', '%2.')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
    const item = (text: string, list: number, at = 0) =>
      p(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
    const body = [
      item('a', 1),
      item('b', 1),
      item('fünf', 2),
      item('sechs', 2),
      item('Zweck', 3),
      item('Römisch', 3, 1),
      item('Buchstabe', 3, 2),
      item('Buchstabe', 3, 2),
      item('Umfang', 3),
      item('Römisch', 3, 1),
      item('unbekannt', 99),
    ].join('');
    expect(await shown(bareDocx(body, { 'word/numbering.xml': numbering }))).toBe(
      '1. a\n2. b\n\n5. fünf\n6. sechs\n\n§ 1 Zweck\n\nI. Römisch\n\na) Buchstabe\n\nb) Buchstabe\n\n§ 2 Umfang\n\nI. Römisch\n\nunbekannt',
    );
  });

  it('takes characters that only XML minds for what they are', async () => {
    expect(await shown(bareDocx(p(run('A &amp; B &lt;c&gt; &quot;d&quot; \uE0007\uE001'))))).toBe(
      'A & B \\<c> "d" 7',
    );
  });

  it.each([
    ['a truncated file', async () => (await realDocument()).subarray(0, 3_000)],
    ['a file with bytes changed in the middle', async () => (await realDocument()).fill(0x55, 600, 1_500)],
    [
      'a document type',
      () =>
        makeZip([
          { name: 'word/document.xml', data: Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') },
        ]),
    ],
    ['styles without a document', () => makeZip([{ name: 'word/styles.xml', data: Buffer.from('<x/>') }])],
  ])('calls %s broken', async (_, make) => {
    expect(await code(await make())).toBe('file_broken');
  });

  it('does not stumble over a document that is no document', async () => {
    for (const xml of [
      '',
      'Text',
      '<w:p>',
      '<w:document/>',
      '</w:p></w:r></w:pPr>',
      '<w:p><w:r><w:pPr>',
      '\0',
    ]) {
      const bytes = makeZip([{ name: 'word/document.xml', data: Buffer.from(xml) }]);
      expect(['file_broken', 'read']).toContain(await code(bytes));
    }
  });

  it.each(['xl/workbook.xml', 'ppt/presentation.xml', 'content.xml', 'readme.txt'])(
    'refuses a ZIP file of another kind: %s',
    async (name) => {
      expect(await code(makeZip([{ name, data: Buffer.from('x') }]))).toBe('file_unsupported');
    },
  );

  it('calls an encrypted entry encrypted', async () => {
    const data = Buffer.from('x');
    expect(await code(makeZip([{ name: 'word/document.xml', data, encrypted: true }]))).toBe(
      'file_encrypted',
    );
  });

  it('refuses bombs: by their size, by their density, by their number, and where the directory lies', async () => {
    const name = 'word/document.xml';
    const large = randomBytes(21_000_000);
    expect(await code(makeZip([{ name, data: large }]))).toBe('file_too_large');
    expect(await code(makeZip([{ name, data: Buffer.alloc(5_000_000) }]))).toBe('file_too_large');
    const many = Array.from({ length: 1_001 }, (_, at) => ({
      name: `word/${at}.xml`,
      data: Buffer.from('x'),
    }));
    expect(await code(makeZip(many))).toBe('file_too_large');
    expect(await code(makeZip([{ name, data: Buffer.alloc(5_000_000), size: 1_000 }]))).toBe('file_broken');
    const parts = ['document', 'styles', 'numbering'].map((part) => ({
      name: `word/${part}.xml`,
      data: large.subarray(0, 9_000_000),
    }));
    expect(await code(makeZip(parts))).toBe('file_too_large');
  });

  it('never inflates what it does not read', async () => {
    const picture = { name: 'word/media/image1.png', data: Buffer.alloc(30_000_000) };
    const document = { name: 'word/document.xml', data: Buffer.from(documentXml('<w:p/>')) };
    expect(await code(makeZip([document, picture]))).toBe('read');
  });
});
