import { saysSomething } from './mail-parts.ts';
import {
  groupWiseEnd,
  headerBlockEnd,
  introductionEnd,
  isQuoted,
  isRule,
  isSeparator,
} from './thread-marks.ts';

/** A mail that forwards a forwarded mail without a word of its own, and so on. */
const MAX_FORWARDS = 5;
/** Lines below a separator in which a header may begin: a table brings two of its own. */
const HEADER_WITHIN = 4;

/** A mail's text in two: what its sender wrote now, and what it quotes. */
export interface Thread {
  newest: string;
  /** Empty where nothing is quoted. */
  thread: string;
}

/**
 * Tells the newest message of a mail from the messages it quotes, as Outlook, Gmail, Apple Mail, Thunderbird,
 * GroupWise and the German web mailers write them. Answers between quoted lines stay together with them as the newest
 * message; a mail that only forwards another one, with no more than a signature or a warning of its own, has that one
 * as its newest.
 * @param text tidy text; quotes of HTML mails with `> ` in front of their lines
 */
export function splitThread(text: string): Thread {
  return splitForwarded(text, 0);
}

function splitForwarded(text: string, depth: number): Thread {
  const lines = text.split('\n');
  const boundary = firstBoundary(lines);
  const whole = { newest: text.trim(), thread: '' };
  if (!boundary) return whole;
  const parts = partsAt(lines, boundary);
  if (saysSomething(parts.newest)) return parts;
  if (depth >= MAX_FORWARDS) return whole;
  // Apple Mail marks a forwarded message as quoted.
  const quoted = boundary.kind === 'quote';
  const below = lines.slice(boundary.end);
  const forwarded = splitForwarded((quoted ? unquoted(below) : below).join('\n'), depth + 1);
  if (forwarded.newest === '') return whole;
  const head = lines.slice(0, boundary.end).join('\n').trim();
  return { newest: `${head}\n\n${forwarded.newest}`.trim(), thread: forwarded.thread };
}

/** Quoted lines one level up; what is not quoted stays. */
function unquoted(lines: string[]): string[] {
  return lines.map((line) => line.replace(/^ ?> ?/, ''));
}

type Boundary =
  /** All that follows is quoted. */
  | { kind: 'rest'; start: number; end: number }
  /** Lines with `>`, from `end` on, perhaps with own words between or below them. */
  | { kind: 'quote'; start: number; end: number };

function firstBoundary(lines: string[]): Boundary | null {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isQuoted(lines, at)) return { kind: 'quote', start: at, end: at };
    if (isSeparator(line)) {
      return { kind: 'rest', start: beginning(lines, at), end: headerWithin(lines, at + 1) ?? at + 1 };
    }
    const header = headerBlockEnd(lines, at);
    if (header !== null) return { kind: 'rest', start: beginning(lines, at), end: header };
    const introduction = groupWiseEnd(lines, at) ?? introductionEnd(lines, at);
    if (introduction !== null) {
      const next = nextFull(lines, introduction);
      return isQuoted(lines, next)
        ? { kind: 'quote', start: at, end: next }
        : { kind: 'rest', start: at, end: introduction };
    }
  }
  return null;
}

/** Where the header ends that stands right below a separator. */
function headerWithin(lines: string[], from: number): number | null {
  const next = nextFull(lines, from);
  for (let at = next; at < next + HEADER_WITHIN; at++) {
    const end = headerBlockEnd(lines, at);
    if (end !== null) return end;
  }
  return null;
}

function partsAt(lines: string[], boundary: Boundary): Thread {
  const before = lines.slice(0, boundary.start).join('\n').trim();
  const after = lines.slice(boundary.start).join('\n').trim();
  if (boundary.kind === 'rest') return { newest: before, thread: after };

  const { groups, tail } = quotedGroups(lines, boundary.end);
  const own = lines.slice(tail).join('\n').trim();
  const said = saysSomething(before);
  if (groups === 1 && (own === '' || (said && isFooter(own)) || !saysSomething(own))) {
    return { newest: before, thread: after };
  }
  const rest = firstRest(lines, boundary.end);
  if (rest !== null) {
    // Own words between quoted lines, and below them a message that is quoted as a whole.
    const upper = splitThread(lines.slice(0, rest.start).join('\n'));
    const lower = lines.slice(rest.start).join('\n').trim();
    return { newest: upper.newest, thread: upper.thread === '' ? lower : `${upper.thread}\n\n${lower}` };
  }
  if (groups === 1 && !said) {
    // The answer stands below; above it at most a warning.
    const newest = `${before}\n\n${own}`.trim();
    return { newest, thread: lines.slice(boundary.start, tail).join('\n').trim() };
  }
  if (own === '' && groups > 1 && onlyIntroductions(lines, boundary.end)) {
    return { newest: before, thread: after };
  }
  return { newest: lines.join('\n').trim(), thread: '' };
}

/** A signature or an advertisement below the quotation is no answer. */
function isFooter(text: string): boolean {
  return /^(?:\\?-{2}|\\?_{2}|={2})/.test(text);
}

/** How many stretches of quoted lines there are, and where the words below the last of them begin. */
function quotedGroups(lines: string[], from: number): { groups: number; tail: number } {
  let groups = 0;
  let tail = from;
  let inside = false;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isQuoted(lines, at)) {
      if (!inside) groups++;
      inside = true;
      tail = at + 1;
    } else if (line.trim() !== '' && !isOverhang(lines, at)) inside = false;
  }
  return { groups, tail };
}

/** The end of a quoted line that a mail program broke without quoting its second half. */
function isOverhang(lines: string[], at: number): boolean {
  return isQuoted(lines, at - 1) && (lines[at - 1] ?? '').length >= 60 && isQuoted(lines, at + 1);
}

function onlyIntroductions(lines: string[], from: number): boolean {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || isQuoted(lines, at) || isOverhang(lines, at)) continue;
    const end = introductionEnd(lines, at);
    if (end === null) return false;
    at = end - 1;
  }
  return true;
}

function firstRest(lines: string[], from: number): { start: number } | null {
  for (let at = from; at < lines.length; at++) {
    if (isQuoted(lines, at)) continue;
    if (
      isSeparator(lines[at] ?? '') ||
      headerBlockEnd(lines, at) !== null ||
      groupWiseEnd(lines, at) !== null
    ) {
      return { start: beginning(lines, at) };
    }
  }
  return null;
}

/** Outlook on the web draws a line right above what it quotes. */
function beginning(lines: string[], at: number): number {
  const above = lines[at - 1] ?? '';
  if (isRule(above)) return at - 1;
  return above === '' && lines[at - 2] === '---' ? at - 2 : at;
}

function nextFull(lines: string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] ?? '').trim() === '') at++;
  return at;
}
