import type { FileNotice, FilePages, OpenedFile } from '../../contract/documents.ts';
import { CONTRACT_VERSION, MAX_LINE_CHARS, MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import type { Block, Run } from '../../contract/rich.ts';
import { cleanText } from './characters.ts';
import { csvToBlocks } from './csv.ts';
import { readDocx } from './docx.ts';
import { readEml } from './eml.ts';
import { decodeText } from './encoding.ts';
import { DocumentError } from './errors.ts';
import { htmlToBlocks } from './html.ts';
import type { Kind } from './kind.ts';
import { markdownToBlocks } from './markdown.ts';
import { readPdf } from './pdf.ts';
import { textToBlocks } from './plain-text.ts';
import type { ZipLimits } from './zip.ts';

/** Paragraphs, items and cells of a document; more would stop the page that shows them. */
const MAX_PIECES = 150_000;
/** Blocks at the beginning of a document among which its title is looked for. */
const TITLE_WITHIN = 8;
const MAX_TITLE_CHARS = 200;

/**
 * Reads a file of a known kind, in the thread that calls it and without a limit of time.
 * @throws DocumentError
 */
export async function parse(
  kind: Kind,
  bytes: Uint8Array,
  name: string,
  zipLimits: ZipLimits,
): Promise<OpenedFile> {
  if (kind === 'eml') {
    const mail = await readEml(bytes);
    limitSize(mail.blocks);
    return { kind: 'mail', version: CONTRACT_VERSION, ...mail };
  }
  const { blocks, pages, margins = '', notices } = await documentOf(kind, bytes, zipLimits);
  limitSize(blocks);
  if (!hasWords(blocks)) throw new DocumentError('file_empty');
  const file = { version: CONTRACT_VERSION, title: titleOf(blocks, name), blocks, notices };
  return { kind: 'document', ...file, ...(pages && { pages }), ...(margins === '' ? {} : { margins }) };
}

interface Read {
  blocks: Block[];
  pages?: FilePages;
  margins?: string;
  notices: FileNotice[];
}

async function documentOf(
  kind: Exclude<Kind, 'eml'>,
  bytes: Uint8Array,
  zipLimits: ZipLimits,
): Promise<Read> {
  switch (kind) {
    case 'docx':
      return readDocx(bytes, zipLimits);
    case 'pdf':
      return readPdf(bytes);
    case 'html':
    case 'markdown':
    case 'csv':
    case 'text':
      return textOf(kind, bytes);
  }
}

function textOf(kind: 'html' | 'markdown' | 'csv' | 'text', bytes: Uint8Array): Read {
  const { text, guessed } = decodeText(bytes);
  // HTML may be mostly signs, everything else is as long as what it says.
  if (kind !== 'html' && text.length > MAX_SOURCE_CHARS) throw new DocumentError('file_too_long');
  const notices: FileNotice[] = guessed ? ['encoding_guessed'] : [];
  switch (kind) {
    case 'html': {
      const { blocks, hidden } = htmlToBlocks(text);
      return { blocks, notices: hidden ? [...notices, 'hidden_text_left_out'] : notices };
    }
    case 'markdown': {
      const { blocks, hidden, images } = markdownToBlocks(text);
      if (images) notices.push('images_left_out');
      return { blocks, notices: hidden ? [...notices, 'hidden_text_left_out'] : notices };
    }
    case 'csv':
      return { blocks: csvToBlocks(text) ?? textToBlocks(text), notices };
    case 'text':
      return { blocks: textToBlocks(text), notices };
  }
}

/** The first main heading near the beginning, else the name of the file without its ending. */
function titleOf(blocks: Block[], name: string): string {
  const heading = blocks
    .slice(0, TITLE_WITHIN)
    .find((block) => block.type === 'heading' && block.level === 1);
  const title = heading?.type === 'heading' ? heading.runs.map(({ text }) => text).join('') : '';
  const words = cleanText(title).replace(/\s+/g, ' ').trim();
  if (words !== '' && words.length <= MAX_TITLE_CHARS) return words;
  return cleanText(name)
    .replace(/\.[^.]{1,8}$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_LINE_CHARS);
}

function hasWords(blocks: Block[]): boolean {
  return blocks.some((block) => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return worded(block.runs);
      case 'quote':
        return hasWords(block.blocks);
      case 'list':
        return block.items.some(hasWords);
      case 'table':
        return block.rows.some((row) => row.some(worded));
      case 'rule':
        return false;
    }
  });
}

function worded(runs: Run[]): boolean {
  return runs.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

/** @throws DocumentError `file_too_long` */
function limitSize(blocks: Block[]): void {
  const size = { chars: 0, pieces: 0 };
  measure(blocks, size);
  if (size.chars > MAX_SOURCE_CHARS || size.pieces > MAX_PIECES) throw new DocumentError('file_too_long');
}

function measure(blocks: Block[], size: { chars: number; pieces: number }): void {
  const add = (runs: Run[]) => {
    size.pieces++;
    for (const { text } of runs) size.chars += text.length;
  };
  for (const block of blocks) {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        add(block.runs);
        break;
      case 'quote':
        measure(block.blocks, size);
        break;
      case 'list':
        for (const item of block.items) measure(item, size);
        break;
      case 'table':
        for (const row of block.rows) for (const cell of row) add(cell);
        break;
      case 'rule':
        size.pieces++;
    }
  }
}
