import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { openedFile } from '../../contract/documents.ts';
import { CONTRACT_VERSION, MAX_FILE_BYTES } from '../../contract/limits.ts';
import { toMarkdown } from '../../contract/markdown.ts';
import { DocumentError } from './errors.ts';
import { kindOf } from './kind.ts';
import { parse } from './parse.ts';
import { DOCUMENT_LIMITS, type DocumentLimits, readDocument, readFile } from './read.ts';
import { seededBytes } from './testing/bytes.ts';
import { bareDocx } from './testing/docx.ts';
import { makePdf, pageContent } from './testing/pdf.ts';

const never = () => new AbortController().signal;
const open = (bytes: Uint8Array | string, name: string) => readDocument(Buffer.from(bytes), name, never());
const withLimits = (limits: Partial<DocumentLimits>) => ({
  limits: { ...DOCUMENT_LIMITS, ...limits },
  signal: never(),
});

const compound = (name: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1_016),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(512),
  ]);
const docx = bareDocx('<w:p><w:r><w:t>Ein Brief</w:t></w:r></w:p>');
const pdf = makePdf([pageContent([{ text: 'Eine Seite', y: 700 }])]);
const mail = 'From: a@example.de\r\nSubject: Betreff\r\nDate: Fri, 20 Nov 2026 18:27:05 +0100\r\n\r\nText';

describe('kindOf', () => {
  it.each([
    ['docx', docx, 'brief.txt'],
    ['pdf', pdf, 'brief.docx'],
    ['pdf', Buffer.concat([Buffer.from('\r\n\r\n'), pdf]), 'x'],
    ['eml', Buffer.from(mail), 'mail.eml'],
    ['eml', Buffer.from(mail), 'ohne-Endung'],
    ['eml', Buffer.from(`From a@example.de Fri Nov 20\n${mail}`), 'x'],
    ['text', Buffer.from(mail), 'mail.txt'],
    ['text', Buffer.from('Betreff: x\n\nText'), 'brief.eml'],
    ['text', Buffer.from('To: a\nSubject: b\n\nText'), 'brief'],
    ['html', Buffer.from('\uFEFF <!DOCTYPE html><p>x'), 'seite.htm'],
    ['markdown', Buffer.from('# x'), 'LIESMICH.MD'],
    ['csv', Buffer.from('a;b'), 'a.csv'],
    ['text', Buffer.from('Text'), 'brief.doc'],
  ])('%s', (kind, bytes, name) => {
    expect(kindOf(bytes, name)).toBe(kind);
  });

  it.each([
    ['file_empty', Buffer.alloc(0), 'x.docx'],
    ['file_encrypted', compound('EncryptedPackage'), 'x.docx'],
    ['file_unsupported', compound('__nameid_version1.0'), 'x.msg'],
    ['file_unsupported', compound('WordDocument'), 'x.doc'],
    ['file_unsupported', Buffer.from('{\\rtf1 x}'), 'x.rtf'],
    ['file_unsupported', Buffer.from('PK\x05\x06\0\0'), 'x.zip'],
  ])('%s', (code, bytes, name) => {
    expect(() => kindOf(bytes, name)).toThrow(new DocumentError(code as DocumentError['code']));
  });
});

describe('readDocument', () => {
  it('reads a DOCX file in a thread of its own', async () => {
    expect(await open(docx, 'Brief an das Amt.docx')).toEqual({
      kind: 'document',
      version: CONTRACT_VERSION,
      title: 'Brief an das Amt',
      blocks: [{ type: 'paragraph', runs: [{ text: 'Ein Brief', marks: [] }] }],
      notices: [],
    });
  });

  it.each([
    ['a PDF', pdf, 'x.pdf', 'Eine Seite'],
    ['Markdown', '# Satzung\n\nText', 'x.md', '# Satzung\n\nText'],
    ['CSV', 'a;b\n1;2', 'x.csv', '| a | b |\n| --- | --- |\n| 1 | 2 |'],
    ['HTML', '<html><p>Hallo <b>Welt', 'x.html', 'Hallo **Welt**'],
    ['text', 'Hallo\r\nWelt', 'x.txt', 'Hallo\nWelt'],
    ['a mail', mail, 'x.eml', 'Text'],
  ])('reads %s', async (_, bytes, name, text) => {
    const file = await open(bytes, name);
    expect(openedFile.safeParse(file).success).toBe(true);
    expect(toMarkdown(file.blocks)).toBe(text);
  });

  it('takes the title from the first main heading', async () => {
    expect(await open('# Satzung\u00A0X\n\nText', 'x.md')).toMatchObject({ title: 'Satzung X' });
  });

  it('says where the encoding was guessed', async () => {
    expect(await open(Buffer.from('Grüße', 'latin1'), 'x.txt')).toMatchObject({
      notices: ['encoding_guessed'],
    });
  });

  it('opens a mail without a body, but no document without a word', async () => {
    expect(await open('From: a@example.de\r\nSubject: x\r\n\r\n', 'x.eml')).toMatchObject({ blocks: [] });
    for (const bytes of ['', ' \n\t', '---\n\n***', bareDocx('<w:p/>')]) {
      await expect(open(bytes, 'x.txt')).rejects.toEqual(new DocumentError('file_empty'));
    }
  });

  it.each([
    ['file_unsupported', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'x.png'],
    ['file_unsupported', seededBytes(7, 5_000), 'x.txt'],
    ['file_broken', docx.subarray(0, 200), 'x.docx'],
    ['file_broken', pdf.subarray(0, 150), 'x.pdf'],
    ['file_too_long', 'Wort '.repeat(700_000), 'x.txt'],
    ['file_too_long', 'a;b;c\n'.repeat(60_000), 'x.csv'],
  ])('%s', async (code, bytes, name) => {
    await expect(open(bytes, name)).rejects.toEqual(new DocumentError(code as DocumentError['code']));
  });

  it('refuses a file beyond the limit before it looks into it', async () => {
    await expect(readFile(docx, 'x', withLimits({ fileBytes: 10 }))).rejects.toEqual(
      new DocumentError('file_too_large'),
    );
    expect(DOCUMENT_LIMITS.fileBytes).toBe(MAX_FILE_BYTES);
  });

  it('ends a reader that takes too long', async () => {
    await expect(readFile(docx, 'x', withLimits({ timeMs: 1 }))).rejects.toEqual(
      new DocumentError('file_too_slow'),
    );
  });

  it('ends a reader that needs too many objects', async () => {
    const html = `<html>${'<p>x'.repeat(2_000_000)}`;
    await expect(readFile(Buffer.from(html), 'x', withLimits({ heapMb: 40 }))).rejects.toEqual(
      new DocumentError('file_too_slow'),
    );
  });

  it('ends a reader that lets the process grow too much', async () => {
    // A page that packs 600 MB of spaces into some kilobytes.
    const bomb = makePdf([Buffer.alloc(600 * 1024 * 1024, 0x20)], '', 2);
    expect(bomb.length).toBeLessThan(100_000);
    await expect(readFile(bomb, 'x', withLimits({ growthMb: 200 }))).rejects.toEqual(
      new DocumentError('file_too_slow'),
    );
  });

  it('stops when nobody waits any more', async () => {
    const controller = new AbortController();
    const reading = readDocument(pdf, 'x', controller.signal);
    controller.abort();
    await expect(reading).rejects.toEqual(new DocumentError('stopped'));
    await expect(readDocument(pdf, 'x', controller.signal)).rejects.toEqual(new DocumentError('stopped'));
  });

  it('says nothing of the file in an error', async () => {
    const fault: unknown = await open(docx.subarray(0, 200), 'Geheim.docx').catch(
      (caught: unknown) => caught,
    );
    expect(JSON.stringify(fault) + String(fault)).not.toContain('Geheim');
  });
});

describe('random bytes', () => {
  const seeds = Array.from({ length: 100 }, (_, seed) => seed);
  const starts: Record<string, string> = {
    docx: 'PK\x03\x04',
    pdf: '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    eml: 'From: a@example.de\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n',
    html: '<html><table><tr><td style="',
    markdown: '# Titel\n\n- ',
    csv: '"a;b\n',
    text: '',
  };

  it.each(Object.entries(starts))('end in a file or in an error of ours: %s', async (kind, start) => {
    for (const seed of seeds) {
      const bytes = Buffer.concat([Buffer.from(start, 'latin1'), seededBytes(seed, 50 + seed * 20)]);
      try {
        const file = await parse(kind as keyof typeof starts & 'text', bytes, 'x', DOCUMENT_LIMITS.zip);
        expect(openedFile.safeParse(file).success).toBe(true);
      } catch (fault) {
        expect(fault).toBeInstanceOf(DocumentError);
      }
    }
  });

  it('changed in real files end in a file or in an error of ours', async () => {
    for (const [kind, original] of [
      ['docx', docx],
      ['pdf', pdf],
    ] as const) {
      for (const seed of seeds) {
        const bytes = Buffer.from(original);
        const noise = seededBytes(seed, 20);
        noise.forEach((byte, at) => {
          bytes[(byte * 257 + at * 31) % bytes.length] = noise[(at + 1) % noise.length] ?? 0;
        });
        const outcome = await parse(kind, bytes, 'x', DOCUMENT_LIMITS.zip).catch((fault: unknown) => fault);
        expect(outcome instanceof DocumentError || openedFile.safeParse(outcome).success).toBe(true);
      }
    }
  });
});

describe('the samples of the workspace', () => {
  const folder = new URL('../../addin/workspace/samples/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name !== 'index.json');

  it('are listed, each one', () => {
    const listed: unknown = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8'));
    expect(listed).toHaveLength(names.length);
    for (const name of names) expect(listed).toContainEqual(expect.objectContaining({ file: name }));
  });

  it.each(names)('open without a notice but that of attachments: %s', async (name) => {
    const file = await open(readFileSync(new URL(name, folder)), name);
    expect(file.notices.filter((notice) => notice !== 'attachments_not_read')).toEqual([]);
    expect(file.kind).toBe(name.endsWith('.eml') ? 'mail' : 'document');
    expect(toMarkdown(file.blocks).length).toBeGreaterThan(1_000);
  });
});
