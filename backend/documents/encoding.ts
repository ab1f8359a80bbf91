import { DocumentError } from './errors.ts';

/** Bytes from which the encoding is told. */
const SAMPLE = 64 * 1024;
/** Share of zero bytes on one side of the pairs from which a text counts as UTF-16. */
const UTF16_ZEROS = 0.3;

/**
 * Decodes a text file: by its byte order mark, as strict UTF-8, as UTF-16 where every other byte is zero, and else as
 * Windows-1252, which never fails and is therefore called guessed.
 * @throws DocumentError `file_unsupported` for anything that is no text
 */
export function decodeText(bytes: Uint8Array): { text: string; guessed: boolean } {
  const marked = markedEncoding(bytes);
  const encoding = marked ?? utf16Encoding(bytes);
  if (encoding) return { text: readable(decode(bytes, encoding, false)), guessed: marked === null };
  if (bytes.subarray(0, SAMPLE).includes(0)) throw new DocumentError('file_unsupported');
  try {
    return { text: readable(decode(bytes, 'utf-8', true)), guessed: false };
  } catch (fault) {
    if (fault instanceof DocumentError) throw fault;
    return { text: readable(decode(bytes, 'windows-1252', false)), guessed: true };
  }
}

function decode(bytes: Uint8Array, encoding: string, fatal: boolean): string {
  return new TextDecoder(encoding, { fatal }).decode(bytes);
}

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function utf16Encoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd >= UTF16_ZEROS && even < 0.02) return 'utf-16le';
  if (even >= UTF16_ZEROS && odd < 0.02) return 'utf-16be';
  return null;
}

/** Text has hardly any control characters, and hardly any that could not be decoded. */
function readable(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const strange = sample.match(/(?!\s)[\p{Cc}\uFFFD]/gu)?.length ?? 0;
  if (strange > Math.max(2, sample.length / 500)) throw new DocumentError('file_unsupported');
  return text;
}
