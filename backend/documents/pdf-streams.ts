import { constants, inflateSync } from 'node:zlib';
import { DocumentError } from './errors.ts';

/** Bytes of one stream, inflated. The text of a page has some thousands, a picture of a large plan some millions. */
const MAX_STREAM_BYTES = 200 * 1024 * 1024;
const KEYWORD = Buffer.from('stream');
const LF = 0x0a;
const CR = 0x0d;

/**
 * Refuses a PDF with a stream that inflates beyond measure: the parser would inflate it as a whole, into memory that no
 * limit of its thread counts. Streams that are packed twice pass here and are left to the watch over the process.
 * @throws DocumentError `file_too_large`
 */
export function checkStreams(bytes: Uint8Array): void {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = all.indexOf(KEYWORD); at !== -1; at = all.indexOf(KEYWORD, at + 1)) {
    const afterReturn = all[at + KEYWORD.length] === CR ? 1 : 0;
    const start = at + KEYWORD.length + afterReturn + (all[at + KEYWORD.length + afterReturn] === LF ? 1 : 0);
    if (!isZlib(all, start)) continue;
    try {
      inflateSync(all.subarray(start), {
        maxOutputLength: MAX_STREAM_BYTES,
        finishFlush: constants.Z_SYNC_FLUSH,
      });
    } catch (fault) {
      const { code } = fault as NodeJS.ErrnoException;
      if (code === 'ERR_BUFFER_TOO_LARGE') {
        throw new DocumentError('file_too_large');
      }
    }
  }
}

/** The two bytes that packed data begins with (RFC 1950, 2.2). */
function isZlib(bytes: Buffer, at: number): boolean {
  const [method = 0, flags = 0] = [bytes[at], bytes[at + 1]];
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0;
}
