import { DocumentError } from './errors.ts';

export type Kind = 'docx' | 'pdf' | 'eml' | 'html' | 'markdown' | 'csv' | 'text';

/** Bytes at the beginning of a file in which its kind shows. */
const BEGINNING = 4_096;
/** A file of Microsoft's older kind ([MS-CFB]): Word and Outlook before 2007, and every encrypted Office file. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Name of the stream that holds an encrypted Office file ([MS-OFFCRYPTO] 2.3.4.4). */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

const MAIL_HEADER =
  /^(?:received|return-path|delivered-to|message-id|mime-version|date|from|to|subject|cc|reply-to|sender|content-type|x-[a-z-]{1,40}):/i;
const TELLING_HEADER = /^(?:received|return-path|delivered-to|message-id|mime-version|date|from):/i;

/**
 * Tells the kind of a file by what is in it. The name only decides between kinds of text.
 * @throws DocumentError `file_empty`, `file_encrypted`, `file_unsupported`
 */
export function kindOf(bytes: Uint8Array, name: string): Kind {
  if (bytes.length === 0) throw new DocumentError('file_empty');
  const start = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1');
  if (start.startsWith('PK\x03\x04')) return 'docx';
  // The standard allows other bytes before the mark (ISO 32000-1, implementation note 13).
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (COMPOUND.every((byte, at) => bytes[at] === byte)) {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    throw new DocumentError(all.includes(ENCRYPTED) ? 'file_encrypted' : 'file_unsupported');
  }
  if (start.startsWith('{\\rtf') || start.startsWith('PK\x05\x06'))
    throw new DocumentError('file_unsupported');

  const ending = /\.([a-z]{1,8})$/.exec(name.toLowerCase())?.[1] ?? '';
  switch (ending) {
    case 'md':
    case 'markdown':
      return 'markdown';
    case 'csv':
      return 'csv';
    case 'txt':
    case 'log':
      return 'text';
    default:
      if (isMail(start, ending === 'eml' ? 1 : 2)) return 'eml';
      return /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html[\s>])/i.test(start) ? 'html' : 'text';
  }
}

/** A mail begins with headers, at least one of which only mails have. */
function isMail(start: string, enough: number): boolean {
  const lines = start
    .replace(/^\xef\xbb\xbf/, '')
    .replace(/^From [^\n]*\n/, '')
    .split(/\r?\n/);
  const end = lines.findIndex((line) => !/^(?:[!-9;-~]{1,80}:|[ \t])/.test(line));
  const headers = lines.slice(0, end === -1 ? lines.length : end);
  return (
    headers.filter((line) => MAIL_HEADER.test(line)).length >= enough &&
    headers.some((line) => TELLING_HEADER.test(line))
  );
}
