import { Buffer } from 'node:buffer';
import { text } from 'node:stream/consumers';
import { TextDecoder, TextEncoder } from 'node:util';
import mammoth from 'mammoth';
import yauzl from 'yauzl';

// jsdom has neither; `docx` and mammoth expect what every browser has.
Object.assign(globalThis, { TextDecoder, TextEncoder });

/** A DOCX, taken apart. */
export interface Parts {
  names: string[];
  /** Throws where the part is missing or no well-formed XML. */
  xml(name: string): Document;
  /** What mammoth, a reader that is not ours, makes of it. */
  html: string;
}

function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(new Error('the blob cannot be read'));
    reader.readAsArrayBuffer(blob);
  });
}

async function filesOf(zip: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const archive = await yauzl.fromBufferPromise(zip);
  for await (const entry of archive.eachEntry()) {
    files.set(entry.fileName, await text(await archive.openReadStreamPromise(entry)));
  }
  return files;
}

/** Takes a DOCX apart for a test. */
export async function unzip(blob: Blob): Promise<Parts> {
  const zip = Buffer.from(new Uint8Array(await bytesOf(blob)));
  const files = await filesOf(zip);
  return {
    names: [...files.keys()],
    xml(name) {
      const content = files.get(name);
      if (content === undefined) throw new Error(`no part ${name}`);
      const parsed = new DOMParser().parseFromString(content, 'application/xml');
      if (parsed.querySelector('parsererror')) throw new Error(`${name} is not well-formed`);
      return parsed;
    },
    html: (await mammoth.convertToHtml({ buffer: zip })).value,
  };
}
