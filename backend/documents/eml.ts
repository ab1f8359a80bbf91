import PostalMime, { type Address as ParsedAddress, type Email } from 'postal-mime';
import type { FileNotice } from '../../contract/documents.ts';
import { MAX_ADDRESSES, MAX_LINE_CHARS } from '../../contract/limits.ts';
import type { Block } from '../../contract/rich.ts';
import type { Address } from '../../contract/source.ts';
import { cleanText } from './characters.ts';
import { DocumentError } from './errors.ts';
import { htmlToBlocks } from './html.ts';
import { textToBlocks } from './plain-text.ts';

/** Attachments that are named. */
const MAX_ATTACHMENTS = 200;

export interface ReadMail {
  subject: string;
  from: Address;
  to: Address[];
  cc: Address[];
  /** ISO 8601, or null where it is missing or cannot be understood. */
  date: string | null;
  blocks: Block[];
  attachments: string[];
  notices: FileNotice[];
}

/**
 * Reads a mail as it was saved (RFC 5322 with MIME). The HTML body is preferred, the text body stands in for it where
 * it shows nothing. Attachments are only named, inline pictures left out; a mail without a body is one nevertheless.
 * @throws DocumentError `file_broken`, and `file_encrypted` for an encrypted S/MIME or PGP mail
 */
export async function readEml(bytes: Uint8Array): Promise<ReadMail> {
  const mail = await parsed(bytes);
  if (isEncrypted(mail)) throw new DocumentError('file_encrypted');
  const { blocks, hidden } = bodyOf(mail);
  const shown = mail.attachments.filter(
    ({ related, disposition }) => !related || disposition === 'attachment',
  );
  const attachments = shown
    .slice(0, MAX_ATTACHMENTS)
    .map(({ filename }) => line(filename ?? 'Anhang ohne Namen'));
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
      ...(attachments.length > 0 ? (['attachments_not_read'] as const) : []),
      ...(shown.length < mail.attachments.length ? (['images_left_out'] as const) : []),
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
