import { describe, expect, it } from '@jest/globals';
import { toMarkdown } from '../../contract/markdown.ts';
import { DocumentError } from './errors.ts';
import { readPdf } from './pdf.ts';
import { makePdf, pageContent, type PdfLine } from './testing/pdf.ts';

const shown = async (...pages: PdfLine[][]) =>
  toMarkdown((await readPdf(makePdf(pages.map(pageContent)))).blocks);
const body = (lines: string[], from = 700): PdfLine[] =>
  lines.map((text, at) => ({ text, y: from - at * 14 }));

describe('readPdf', () => {
  it('joins lines to paragraphs and undoes hyphenation', async () => {
    const lines = [
      'Die Verbandsgemeinde hat über den Antrag auf Verlängerung der Genehmi-',
      'gung entschieden. Für Vor- und Nachname gilt das Gleiche, auch in der KI-',
      'Plattform. Größe, Straße und Übermaß bleiben, wie sie im Text gestanden',
      'haben.',
    ];
    expect(await shown(body(lines))).toBe(
      'Die Verbandsgemeinde hat über den Antrag auf Verlängerung der Genehmigung entschieden. Für Vor- und Nachname gilt das Gleiche, auch in der KI-Plattform. Größe, Straße und Übermaß bleiben, wie sie im Text gestanden haben.',
    );
  });

  it('keeps a hyphen that belongs to two words', async () => {
    const lines = ['Bitte geben Sie in allen Feldern des neuen Vordrucks sowohl Vor-', 'und Nachnamen an.'];
    expect(await shown(body(lines))).toContain('Vor- und Nachnamen');
  });

  it('keeps the lines of an address apart, and paragraphs by their distance', async () => {
    const address = body(['Kreisverwaltung', 'Bahnhofstraße 1', '66869 Kusel']);
    const text = body(
      ['Hier beginnt ein Absatz, dessen Zeile bis an den rechten Rand des Blattes reicht', 'und weitergeht.'],
      630,
    );
    expect(await shown([...address, ...text])).toBe(
      'Kreisverwaltung\nBahnhofstraße 1\n66869 Kusel\n\nHier beginnt ein Absatz, dessen Zeile bis an den rechten Rand des Blattes reicht und weitergeht.',
    );
  });

  it('tells headings by the size of their letters', async () => {
    const page: PdfLine[] = [
      { text: 'Dienstanweisung zur', y: 740, size: 18 },
      { text: 'mobilen Arbeit', y: 718, size: 18 },
      { text: '§ 1 Zweck', y: 690, size: 14 },
      ...body(['Der Text der Anweisung ist länger als ihre Überschriften zusammen, wie immer.'], 665),
    ];
    expect(await shown(page)).toBe(
      '# Dienstanweisung zur mobilen Arbeit\n\n## § 1 Zweck\n\nDer Text der Anweisung ist länger als ihre Überschriften zusammen, wie immer.',
    );
  });

  it('reads cells side by side as a table, and lists', async () => {
    const row = (left: string, right: string, y: number): PdfLine[] => [
      { text: left, y },
      { text: right, x: 300, y },
    ];
    const page = [
      ...row('Was', 'Euro', 700),
      ...row('Stuhl', '150,00', 686),
      ...body(['- erster Punkt', '- zweiter Punkt'], 640),
    ];
    expect(await shown(page)).toBe(
      '| Was | Euro |\n| --- | --- |\n| Stuhl | 150,00 |\n\n- erster Punkt\n- zweiter Punkt',
    );
  });

  it('drops page numbers and what stands at the edge of every page, but keeps the header once', async () => {
    const pages = ['eins', 'zwei', 'drei'].map((word, at) => [
      { text: 'Landkreis Beispiel, Az. 10-024', y: 800 },
      { text: `Nur Seite ${word} hat diesen Satz.`, y: 600 },
      { text: 'Sparkasse Beispiel', y: 40 },
      { text: `Seite ${at + 1} von 3`, y: 25 },
    ]);
    expect(await shown(...pages)).toBe(
      'Landkreis Beispiel, Az. 10-024\n\nNur Seite eins hat diesen Satz.\n\nNur Seite zwei hat diesen Satz.\n\nNur Seite drei hat diesen Satz.',
    );
  });

  it('goes on with a paragraph on the next page', async () => {
    const first = [
      { text: 'Dieser Satz ist lang und reicht bis an den rechten Rand der ersten Seite, wo er', y: 150 },
    ];
    expect(await shown(first, body(['nicht endet.']))).toBe(
      'Dieser Satz ist lang und reicht bis an den rechten Rand der ersten Seite, wo er nicht endet.',
    );
  });

  it('leaves out and reports letters that cannot be read and text beside the page', async () => {
    const page: PdfLine[] = [
      { text: 'Sichtbar.', y: 700 },
      { text: 'winzig', y: 650, size: 0.5 },
      { text: 'daneben', x: 2_000, y: 600 },
    ];
    const { blocks, notices } = await readPdf(makePdf([pageContent(page)]));
    expect(toMarkdown(blocks)).toBe('Sichtbar.');
    expect(notices).toEqual(['hidden_text_left_out']);
  });

  it('tells the pages of each block, and both of one that runs over the end of a page', async () => {
    const rim = 'Dieser Satz ist lang und reicht bis an den rechten Rand der ersten Seite, wo er';
    const first = [
      { text: 'Überschrift', y: 740, size: 18 },
      ...body(['Ein Absatz.'], 690),
      { text: rim, y: 150 },
    ];
    const { blocks, pages } = await readPdf(
      makePdf([pageContent(first), pageContent(body(['nicht endet.', '', '- Punkt'])), Buffer.from('0 0 m')]),
    );
    expect(blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'paragraph', 'list']);
    expect(pages).toEqual({
      count: 3,
      blocks: [
        [1, 1],
        [1, 1],
        [1, 2],
        [2, 2],
      ],
    });
  });

  it('says that some pages hold no text', async () => {
    const { notices } = await readPdf(makePdf([pageContent(body(['Text'])), Buffer.from('0 0 m')]));
    expect(notices).toEqual(['pages_without_text']);
  });

  it('reads three hundred pages', async () => {
    const pages = Array.from({ length: 300 }, (_, at) =>
      pageContent([
        ...body(
          Array.from(
            { length: 45 },
            (_, line) => `Zeile ${line} des Kapitels ${at} mit einigem Text bis zum Rand.`,
          ),
        ),
        { text: String(at + 1), x: 290, y: 30 },
      ]),
    );
    const text = toMarkdown((await readPdf(makePdf(pages))).blocks);
    const all = Array.from({ length: 300 }, (_, at) => [
      `Zeile 0 des Kapitels ${at} `,
      `Zeile 44 des Kapitels ${at} `,
    ]);
    expect(all.flat().filter((line) => !text.includes(line))).toEqual([]);
  });

  it.each([
    ['file_empty', makePdf([Buffer.from('0 0 m')])],
    ['file_too_large', makePdf([Buffer.alloc(210 * 1024 * 1024, 0x20)])],
    ['file_broken', Buffer.from('%PDF-1.7\nund dann nichts mehr')],
    ['file_broken', makePdf([pageContent(body(['Text']))]).subarray(0, 200)],
    [
      'file_encrypted',
      makePdf(
        [pageContent(body(['Text']))],
        `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      ),
    ],
  ])('%s', async (code, bytes) => {
    await expect(readPdf(bytes)).rejects.toEqual(new DocumentError(code as DocumentError['code']));
  });
});
