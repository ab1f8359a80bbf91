import { tidyText } from '../documents/characters.ts';
import { isClosing, isSalutation } from '../text/letter.ts';
import {
  continuesBanner,
  findDisclaimer,
  isBanner,
  isFooter,
  isNoticeLine,
  isRule,
} from './mail-parts-notices.ts';

/** The newest message of a mail, told apart. */
export interface MailParts {
  /** The message without its notices, everything in its order: body, greeting, signature. */
  text: string;
  /** What its sender says, with the salutation and with a postscript. */
  body: string;
  /** From the closing on, or name and contact lines; empty where there are none. */
  signature: string;
  /** What nobody wrote to anybody: warnings of gateways, legal notes, footers of phones. */
  notices: string;
}

/** Warnings of different machines that may stand above each other. */
const MAX_BANNERS = 8;
/** Paragraphs at the end of a mail in which notes are looked for. */
const MAX_NOTE_PARAGRAPHS = 60;
/** Lines of a signature that is known by its contact lines alone. */
const MAX_CONTACT_LINES = 25;
/** Lines up to which what stands below a closing is a signature. */
const MAX_SIGNATURE_LINES = 80;
/** Lines with a name, an office or a street above the contact lines. */
const MAX_NAME_LINES = 4;
/** From so many contact lines on, what ends a mail without a closing is its signature. */
const MIN_CONTACTS = 2;
/** Characters from which a line is one of a running text. */
const PROSE_CHARS = 60;
const LONG_CHARS = 160;

/**
 * Tells what the sender says from the signature and from what machines and houses add to every mail, in German and
 * English. Warnings are looked for at the top, legal notes and footers below the closing or at the very end, so that
 * a mail that speaks about such things keeps its words.
 * @param newest the newest message as plain text or Markdown, tidied
 */
export function splitParts(newest: string): MailParts {
  const lines = newest.split('\n');
  const aside = new Set<number>();
  const top = setBannersAside(lines, aside);
  const closings = closingLines(lines, top);
  setNoticesAside(lines, closings[0] ?? null, top, aside);
  const start = signatureStart(lines, closings, aside) ?? contactsStart(lines, top, aside) ?? lines.length;
  const end = signatureEnd(lines, start, aside);
  const kept = (from: number, to: number) =>
    lines.slice(from, to).filter((_, offset) => !aside.has(from + offset));
  const join = (some: string[]) => tidyText(some.join('\n'));
  return {
    text: aside.size === 0 ? newest : join(kept(0, lines.length)),
    body: [join(kept(0, start)), join(kept(end, lines.length))].filter(Boolean).join('\n\n'),
    signature: join(kept(start, end)),
    notices: aside.size === 0 ? '' : join(lines.map((line, at) => (aside.has(at) ? line : ''))),
  };
}

/**
 * Whether anybody says anything in this text: more than warnings, footers and a signature. A closing with a thank-you
 * is a message.
 */
export function saysSomething(text: string): boolean {
  const { body, signature } = splitParts(text);
  return hasWords(body) || /\b(?:dank|thank)/iu.test(signature.split('\n')[0] ?? '');
}

function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** @returns the first line below the warnings at the top */
function setBannersAside(lines: string[], aside: Set<number>): number {
  let top = 0;
  for (let count = 0; count < MAX_BANNERS; count++) {
    let at = top;
    while (at < lines.length && isGap(lines[at] ?? '')) at++;
    if (!isBanner(lines[at] ?? '') && !isBanner(brokenBanner(lines, at))) break;
    do at++;
    while (
      at < lines.length &&
      (lines[at] ?? '').trim() !== '' &&
      !isSalutation(lines[at] ?? '') &&
      continuesBanner(lines[at] ?? '', lines[at - 1] ?? '')
    );
    while (top < at) aside.add(top++);
    while (isRule(lines[top] ?? '')) aside.add(top++);
  }
  return top;
}

/** Some warnings are known only by what the next lines go on with. */
function brokenBanner(lines: string[], at: number): string {
  if (isSalutation(lines[at] ?? '')) return '';
  const paragraph: string[] = [];
  for (let next = at; next < Math.min(lines.length, at + 3); next++) {
    const line = lines[next] ?? '';
    if (line.trim() === '' || (next > at && isSalutation(line))) break;
    if (next > at && !continuesBanner(line, lines[next - 1] ?? '')) break;
    paragraph.push(line);
  }
  return paragraph.join(' ');
}

function isGap(line: string): boolean {
  return line.trim() === '' || isRule(line);
}

function closingLines(lines: string[], from: number): number[] {
  const found: number[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isDelimiter(line) || isClosing(line.replace(/\*{1,3}/g, ''))) found.push(at);
  }
  return found;
}

/** The first closing with no running text below it; "Viele Grüße an Ihre Frau." amid a mail is none. */
function signatureStart(lines: string[], closings: number[], aside: ReadonlySet<number>): number | null {
  const [first] = closings;
  if (first === undefined) return null;
  let prose = first;
  for (let at = first + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isPostscript(line) || line.startsWith('>')) break;
    if (!aside.has(at) && isProse(line)) prose = at;
  }
  return closings.find((at) => at >= prose) ?? first;
}

function isPostscript(line: string): boolean {
  return /^p\.?\s?s\.?(?:\s|:|,)/iu.test(line);
}

function isDelimiter(line: string): boolean {
  return /^\\?--$/u.test(line.trim());
}

/** Below a closing notes are looked for everywhere, without one only at the very end. */
function setNoticesAside(lines: string[], closing: number | null, top: number, aside: Set<number>): void {
  const from = closing === null ? top : closing + 1;
  let left = MAX_NOTE_PARAGRAPHS;
  for (let end = lines.length; end > from && left > 0;) {
    if (isGap(lines[end - 1] ?? '')) {
      end--;
      continue;
    }
    left--;
    let start = end;
    while (start > from && (lines[start - 1] ?? '').trim() !== '') start--;
    const notice = noticeStart(lines, start, end, closing !== null);
    if (notice !== null) {
      for (let at = notice; at < end; at++) aside.add(at);
      setRuleAside(lines, notice, aside);
    }
    if (closing === null && notice !== start) break;
    end = start;
  }
}

/** A rule right above a notice belongs to it. */
function setRuleAside(lines: string[], from: number, aside: Set<number>): void {
  let at = from - 1;
  while (at > 0 && (lines[at] ?? '').trim() === '') at--;
  if (isRule(lines[at] ?? '')) aside.add(at);
}

/** @returns the first line of the notice that ends a paragraph, or null where none does */
function noticeStart(lines: string[], start: number, end: number, below: boolean): number | null {
  const paragraph = lines.slice(start, end);
  if (paragraph.some((line) => line.startsWith('>'))) return null;
  let footer = end;
  while (footer > start && (isFooter(lines[footer - 1] ?? '') || isBanner(lines[footer - 1] ?? ''))) footer--;
  const heading = paragraph.findIndex(isNoticeLine);
  const first = heading === -1 ? footer : Math.min(footer, start + heading);
  const found = findDisclaimer(paragraph.join(' ').replace(/\*/g, ' '), below);
  if (found === null) return first < end ? first : null;
  let at = start;
  for (let length = 0; at < end - 1; at++) {
    length += (lines[at] ?? '').length + 1;
    if (length > found) break;
  }
  while (at > start && isBrokenProse(lines[at - 1] ?? '')) at--;
  return Math.min(at, first);
}

/** A line of a running text that goes on in the next one. */
function isBrokenProse(line: string): boolean {
  return line.length >= PROSE_CHARS && !/[.!?:]$/u.test(line) && !isContact(line);
}

const CONTACT =
  /(?:^|[\s|•·(])(?:tel|telefon|fon|phone|fax|telefax|mobil|mobile|handy|durchwahl|e-?mail|mail|internet|web|website|www)\b\.?\s?[.:+(/|]|https?:\/\/|\bwww\.|[^\s<>@]{1,64}@[^\s<>@]{1,255}|\b\d{5}\s\p{Lu}|(?:straße|strasse|str\.|weg|platz|allee|gasse|ring)\s\d/iu;

function isContact(line: string): boolean {
  return line.length <= LONG_CHARS && CONTACT.test(line);
}

/** A name, an office, a house: few words that make no sentence. */
function isNameLine(line: string): boolean {
  const words = line.trim();
  return (
    words.length <= PROSE_CHARS &&
    /^[\p{Lu}\d*(]/u.test(words) &&
    !/[.!?:;,]$/u.test(words) &&
    words.split(/\s+/).length <= 7 &&
    !isSalutation(words)
  );
}

/** Where a signature without a closing begins: contact lines at the end, with a name above them. */
function contactsStart(lines: string[], top: number, aside: ReadonlySet<number>): number | null {
  let start: number | null = null;
  let contacts = 0;
  let names = 0;
  for (let at = lines.length - 1; at >= top && lines.length - at <= MAX_CONTACT_LINES; at--) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || aside.has(at)) continue;
    if (isContact(line) && !isProse(line)) {
      contacts++;
      names = 0;
    } else if (names >= MAX_NAME_LINES || !isNameLine(line)) break;
    else names++;
    start = at;
  }
  return contacts >= MIN_CONTACTS ? start : null;
}

/** Where the signature ends: at a postscript, at quoted lines or where running text goes on. */
function signatureEnd(lines: string[], start: number, aside: ReadonlySet<number>): number {
  const last = Math.min(lines.length, start + MAX_SIGNATURE_LINES);
  for (let at = start + 1; at < last; at++) {
    const line = lines[at] ?? '';
    const begins = (lines[at - 1] ?? '').trim() === '' && line.trim() !== '' && !aside.has(at);
    const postscript = isPostscript(line);
    if (!postscript && !begins) continue;
    const text: string[] = [];
    for (let next = at; next < lines.length && (lines[next] ?? '').trim() !== ''; next++) {
      if (!aside.has(next)) text.push(lines[next] ?? '');
    }
    if (postscript || text.some((one) => one.startsWith('>') || isProse(one))) return at;
  }
  return last;
}

function isProse(line: string): boolean {
  const words = line.trim();
  return (
    /\?["”“)]?$/u.test(words) ||
    words.length > LONG_CHARS ||
    (words.length > PROSE_CHARS && /[.!:]["”“)]?$/u.test(words))
  );
}
