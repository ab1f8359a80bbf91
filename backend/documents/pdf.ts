import { getDocumentProxy } from 'unpdf';
import type { FileNotice, FilePages } from '../../contract/documents.ts';
import { MAX_FIELD_CHARS, MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import type { Block } from '../../contract/rich.ts';
import { cleanText } from './characters.ts';
import { DocumentError } from './errors.ts';
import { layOut } from './pdf-layout.ts';
import { checkStreams } from './pdf-streams.ts';
import { type Item, type Line, linesOfPage, withoutMargins } from './pdf-lines.ts';

/** Letters up to this height, in points, cannot be read. */
const TINY = 1;

/**
 * The text of a PDF: paragraphs with their hyphenation undone, headings by the size of their letters, lists, tables
 * where their cells stand side by side in one line each. No script is run and nothing is loaded.
 * @throws DocumentError `file_broken`, `file_encrypted`, `file_empty` where there are only pictures, `file_too_large`,
 * `file_too_long`
 */
export async function readPdf(
  bytes: Uint8Array,
): Promise<{ blocks: Block[]; pages: FilePages; margins: string; notices: FileNotice[] }> {
  checkStreams(bytes);
  const pdf = await openPdf(bytes);
  const pages: Line[][] = [];
  const heights: number[] = [];
  let hidden = false;
  let chars = 0;
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
      const { items } = await page.getTextContent();
      const visible: Item[] = [];
      for (const item of items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        const [, , skew = 0, height = 0, x = 0, y = 0] = item.transform as number[];
        const size = Math.hypot(skew, height);
        const inside = x + item.width > left && x < right && y > bottom - size && y < top;
        chars += item.str.length;
        if (inside && size > TINY) {
          visible.push({ text: cleanText(item.str), x: x - left, y: y - bottom, width: item.width, size });
        } else hidden = true;
      }
      if (chars > MAX_SOURCE_CHARS) throw new DocumentError('file_too_long');
      pages.push(linesOfPage(visible, number - 1));
      heights.push(top - bottom);
      page.cleanup();
    }
  } catch (fault) {
    throw fault instanceof DocumentError ? fault : new DocumentError('file_broken');
  } finally {
    await pdf.destroy();
  }
  if (pages.every((page) => page.length === 0)) throw new DocumentError('file_empty');
  const text = withoutMargins(pages, heights);
  const { blocks, pages: places } = layOut(text.pages.flat());
  return {
    blocks,
    pages: { count: pages.length, blocks: places },
    margins: text.footers.join('\n').slice(0, MAX_FIELD_CHARS),
    notices: [
      ...(pages.some((page) => page.length === 0) ? (['pages_without_text'] as const) : []),
      ...(hidden ? (['hidden_text_left_out'] as const) : []),
    ],
  };
}

async function openPdf(bytes: Uint8Array) {
  try {
    // A copy, because the parser takes the bytes away from its caller and accepts no Buffer.
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      disableAutoFetch: true,
      verbosity: 0,
    });
  } catch (fault) {
    const locked = fault instanceof Error && fault.name === 'PasswordException';
    throw new DocumentError(locked ? 'file_encrypted' : 'file_broken');
  }
}
