import { germanDate } from '../../contract/german-date.ts';
import type { ConversationMail } from '../../contract/source.ts';
import { splitParts } from './mail-parts.ts';
import { groupWiseEnd, headerBlockEnd, introductionEnd, isSeparator } from './thread-marks.ts';

/** Letters and digits from which on the same words are the same passage, and not what everybody writes. */
const MIN_LETTERS = 20;

/** Paragraphs of a quotation that are cut otherwise than in the mails and searched in all of them: each takes a while. */
const MAX_SEARCHES = 200;

/** What a mail or a draft says and quotes itself. */
interface Own {
  /** What is worked on: the newest message, or a draft with all that stands in it. */
  text: string;
  /** What a mail quotes; empty where there is nothing, or where it stands in the text. */
  quoted: string;
}

/**
 * The background of a mail or draft that its conversation was drawn in for. The mails of the conversation stand in the
 * place of what is quoted, in their order; what is worked on is not among them, and nothing is said twice. A quotation
 * that says something beyond them, such as what was forwarded from elsewhere, stays as it is.
 * @param conversation tidied mails, the oldest first
 * @returns text for a fence, empty where there is no background
 */
export function backgroundOf(conversation: readonly ConversationMail[], { text, quoted }: Own): string {
  const own = folded(text);
  const mails = withoutCopies(conversation);
  const others = mails.filter((mail) => !holds(own, mail.letters));
  if (quoted === '') return asText(others);
  if (isCovered(quoted, [text, ...mails.map((mail) => mail.text)])) return asText(others);
  const inQuotes = folded(quoted);
  const beyond = others.filter(({ letters }) => !holds(inQuotes, letters));
  return [asText(beyond), quoted].filter(Boolean).join(BETWEEN);
}

interface FoldedMail extends ConversationMail {
  letters: string;
}

/** A mail to oneself lies in two folders. */
function withoutCopies(conversation: readonly ConversationMail[]): FoldedMail[] {
  const seen = new Set<string>();
  const mails = conversation.map((mail) => ({ ...mail, letters: folded(mail.text) }));
  return mails.filter(({ letters, from }) => {
    const key = `${from.email.toLowerCase()} ${letters}`;
    if (letters === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function holds(whole: string, part: string): boolean {
  return whole === part || (part.length >= MIN_LETTERS && whole.includes(part));
}

/** Programs break lines, mark quotes and set lists each in their own way; letters and digits stay. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether every paragraph of a quotation stands in one of these texts, but for headers and what machines added. */
function isCovered(quoted: string, known: readonly string[]): boolean {
  const paragraphs = new Set(known.flatMap(paragraphsIn));
  // No letter: a passage does not reach from one mail into the next.
  const all = known.map(folded).join('|');
  let searches = MAX_SEARCHES;
  for (const message of messagesIn(quoted)) {
    for (const letters of paragraphsIn(splitParts(message).text)) {
      if (paragraphs.has(letters)) continue;
      if (searches-- === 0 || !all.includes(letters)) return false;
    }
  }
  return true;
}

function paragraphsIn(text: string): string[] {
  return text.split(/\n\s*\n/).map(folded);
}

/** The messages of a quotation without the signs of quoting and the headers between them. */
function messagesIn(quoted: string): string[] {
  const raw = quoted.split('\n');
  const lines = raw.map((line) => line.replace(/^(?: ?>)+ ?/, ''));
  const messages: string[][] = [[]];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const end =
      groupWiseEnd(raw, at) ??
      headerBlockEnd(lines, at) ??
      introductionEnd(lines, at) ??
      (isSeparator(line) ? at + 1 : null);
    if (end === null) messages.at(-1)?.push(line);
    else messages.push([]);
    at = end ?? at + 1;
  }
  return messages.map((message) => message.join('\n').trim());
}

const BETWEEN = '\n\n---\n\n';

/** As mail programs quote, so that whoever reads a quotation reads this too: names are found behind their labels. */
function asText(mails: readonly ConversationMail[]): string {
  return mails
    .map(({ from: { name, email }, date, text }) => {
      const sender = [name, email === '' ? '' : `<${email}>`].filter(Boolean).join(' ');
      const head = [
        `Von: ${sender}`,
        `Datum: ${date === null ? 'nicht angegeben' : germanDate(new Date(date))}`,
      ];
      return `${head.join('\n')}\n\n${text}`;
    })
    .join(BETWEEN);
}
