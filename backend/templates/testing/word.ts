import type { Document } from '@xmldom/xmldom';
import { DOCUMENT_LIMITS } from '../../documents/read.ts';
import { readZip } from '../../documents/zip.ts';
import { allW, parseXml } from '../xml.ts';

/** The parts of a DOCX. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  return readZip(bytes, () => true, DOCUMENT_LIMITS.zip);
}

export async function partOf(bytes: Uint8Array, name = 'word/document.xml'): Promise<Document> {
  return parseXml((await partsOf(bytes)).get(name), name);
}

/** The paragraphs of a part as they read, line breaks as such. */
export function paragraphsOf(part: Document): string[] {
  return allW(part, 'p').map((paragraph) =>
    [...paragraph.getElementsByTagName('*')]
      .map((element) =>
        element.localName === 't' ? element.textContent : element.localName === 'br' ? '\n' : '',
      )
      .join(''),
  );
}
