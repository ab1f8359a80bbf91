import type { Address } from '../../contract/source.ts';
import type { Result } from '../office/host.ts';
import type { DraftStart, Mail } from './desk.ts';

/** An address as mail programs write it: `Name <mail>`. */
export function addressText({ name, email }: Address): string {
  if (name === '' || name === email) return email;
  return email === '' ? name : `${name} <${email}>`;
}

/** Addresses in one line, as Outlook separates them. */
export function addressLine(addresses: Address[]): string {
  return addresses.map(addressText).join('; ');
}

const answerPrefix = /^(?:aw|antw|antwort|re)\s{0,3}:/i;

/** "AW: subject", however often the subject was answered before. */
export function replySubject(subject: string): string {
  let bare = subject.trim();
  while (answerPrefix.test(bare)) bare = bare.replace(answerPrefix, '').trimStart();
  return `AW: ${bare}`;
}

const dateFormat = new Intl.DateTimeFormat('de-DE', { dateStyle: 'full', timeStyle: 'short' });

/** A date as a mail shows it, in the time of this machine; empty where there is none or it is not a date. */
export function mailDate(date: string | null): string {
  const time = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? '' : dateFormat.format(time);
}

/** The lines above a mail, with their German names; empty ones are left out. */
export function mailLines(mail: Mail): { label: string; text: string }[] {
  return [
    { label: 'Von', text: addressText(mail.from) },
    { label: 'Gesendet', text: mailDate(mail.date) },
    { label: 'An', text: addressLine(mail.to) },
    { label: 'Cc', text: addressLine(mail.cc) },
    { label: 'Betreff', text: mail.subject },
  ].filter(({ text }) => text !== '');
}

/** The draft that answers a mail. */
export function replyDraft(mail: Mail, result: Result): DraftStart {
  return {
    to: addressText(mail.from),
    cc: '',
    subject: replySubject(mail.subject),
    blocks: result.blocks,
    quoted: mail,
  };
}

/**
 * The draft that answers everybody, nobody twice.
 * @param own address of the person who answers, who need not get it; empty where it is not known
 */
export function replyAllDraft(mail: Mail, result: Result, own: string): DraftStart {
  const named = new Set([mail.from.email, own].map((email) => email.toLowerCase()));
  const others = [...mail.to, ...mail.cc].filter(({ email }) => {
    const address = email.toLowerCase();
    const isNew = address === '' || !named.has(address);
    named.add(address);
    return isNew;
  });
  return { ...replyDraft(mail, result), cc: addressLine(others) };
}

/** A new mail to oneself. Who has not said their address writes it in themselves. */
export function draftToSelf(result: Result, self: Address): DraftStart {
  const to = self.email === '' ? '' : addressText(self);
  return { to, cc: '', subject: result.title, blocks: result.blocks, quoted: null };
}
