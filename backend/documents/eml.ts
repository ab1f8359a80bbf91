import PostalMime, { type Address as ParsedAddress, type Attachment, type Email } from 'postal-mime';
import type { Enclosed, FileNotice } from '../../contract/documents.ts';
import { MAX_ADDRESSES, MAX_LINE_CHARS } from '../../contract/limits.ts';
import type { Block } from '../../contract/rich.ts';
import type { Address } from '../../contract/source.ts';
import { cleanText } from './characters.ts';
import { DocumentError } from './errors.ts';
import { htmlToBlocks } from './html.ts';
import { textToBlocks } from './plain-text.ts';

/** Files and pictures that are named. */
const MAX_ENCLOSED = 200;

export interface ReadMail {
  subject: string;
  from: Address;
  to: Address[];
  cc: Address[];
  /** ISO 8601, or null where it is missing or cannot be understood. */
  date: string | null;
  blocks: Block[];
  attachments: Enclosed[];
  notices: FileNotice[];
}

/**
 * Reads a mail as it was saved (RFC 5322 with MIME). The HTML body is preferred, the text body stands in for it where
 * it shows nothing. Attachments and inline pictures are only named; a mail without a body is one nevertheless.
 * @throws DocumentError `file_broken`, and `file_encrypted` for an encrypted S/MIME or PGP mail
 */
export async function readEml(bytes: Uint8Array): Promise<ReadMail> {
  const mail = await parsed(bytes);
  if (isEncrypted(mail)) throw new DocumentError('file_encrypted');
  const { blocks, hidden } = bodyOf(mail);
  const shownIds = referredTo(mail.html ?? '');
  const attachments = mail.attachments
    .slice(0, MAX_ENCLOSED)
    .map((attachment) => enclosed(attachment, shownIds));
  const has = (kind: Enclosed['kind']) => attachments.some((one) => one.kind === kind);
  const [from = { name: '', email: '' }] = people(mail.from ?? mail.sender);
  return {
    subject: line(mail.subject ?? ''),
    from,
    to: people(...(mail.to ?? [])),
    cc: people(...(mail.cc ?? [])),
    date: isoDate(mail.date),
    blocks,
    attachments,
    notices: [
      ...(has('file') ? (['attachments_not_read'] as const) : []),
      ...(has('inline') ? (['images_left_out'] as const) : []),
      ...(hidden ? (['hidden_text_left_out'] as const) : []),
    ],
  };
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  try {
    // A forwarded mail stays an attachment: its text is not what the sender wrote.
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 50 });
  } catch {
    throw new DocumentError('file_broken');
  }
}

function bodyOf({ html, text }: Email): { blocks: Block[]; hidden: boolean } {
  const rich = html === undefined ? { blocks: [], hidden: false } : htmlToBlocks(html);
  if (rich.blocks.length > 0 || text === undefined) return rich;
  return { blocks: textToBlocks(text), hidden: rich.hidden };
}

function isEncrypted({ headers }: Email): boolean {
  const type = headers.find(({ key }) => key === 'content-type')?.value.toLowerCase() ?? '';
  if (type.startsWith('multipart/encrypted')) return true;
  return /^application\/(?:x-)?pkcs7-mime/.test(type) && !type.includes('signed-data');
}

/** The Content-IDs that the HTML of a mail refers to (RFC 2392). */
function referredTo(html: string): ReadonlySet<string> {
  const found = html.matchAll(/\bcid:([^\s"'<>)]{1,500})/gi);
  return new Set([...found].map(([, id = '']) => decoded(id).toLowerCase()));
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/**
 * A picture that the text shows is part of the text, even where a mail program calls it an attachment; so is what
 * belongs to the HTML (multipart/related) and is not called one.
 */
function enclosed(attachment: Attachment, shownIds: ReadonlySet<string>): Enclosed {
  const { filename, mimeType, disposition, related, contentId, content } = attachment;
  const id = (contentId ?? '').replace(/^<|>$/g, '').toLowerCase();
  const shown = mimeType.startsWith('image/') && shownIds.has(id);
  const inline = shown || (related === true && disposition !== 'attachment');
  const name = line(filename ?? '') || (inline ? 'Bild ohne Namen' : 'Anhang ohne Namen');
  const size = typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;
  return { name, size, kind: inline ? 'inline' : 'file' };
}

function people(...addresses: (ParsedAddress | undefined)[]): Address[] {
  return addresses
    .flatMap((one) => (one === undefined ? [] : one.address === undefined ? one.group : [one]))
    .slice(0, MAX_ADDRESSES)
    .map(({ name, address }) => ({ name: line(name), email: line(address) }));
}

function line(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim().slice(0, MAX_LINE_CHARS);
}

function isoDate(date: string | undefined): string | null {
  const time = date === undefined ? Number.NaN : Date.parse(date);
  if (Number.isNaN(time)) return null;
  const iso = new Date(time).toISOString();
  // Years beyond four digits are no dates of mails, and the contract knows none.
  return /^\d{4}-/.test(iso) ? iso : null;
}
