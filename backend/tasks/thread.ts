import { headerBlockEnd, introductionEnd, isRule, isSeparator } from './thread-marks.ts';

/** A mail that forwards a forwarded mail without a word of its own, and so on. */
const MAX_FORWARDS = 5;

/** A mail's text in two: what its sender wrote now, and what it quotes. */
export interface Thread {
  newest: string;
  /** Empty where nothing is quoted. */
  thread: string;
}

/**
 * Tells the newest message of a mail from the messages it quotes, as Outlook, Gmail, Apple Mail, Thunderbird and the
 * German web mailers write them. Answers between quoted lines stay together with them as the newest message; a mail
 * that only forwards another one has that one as its newest.
 * @param text tidy text; quotes of HTML mails with `> ` in front of their lines
 */
export function splitThread(text: string): Thread {
  return splitForwarded(text, 0);
}

function splitForwarded(text: string, depth: number): Thread {
  const lines = text.split('\n');
  const boundary = firstBoundary(lines);
  if (!boundary) return { newest: text.trim(), thread: '' };
  const parts = partsAt(lines, boundary);
  if (parts.newest !== '') return parts;
  if (boundary.kind === 'quote' || depth >= MAX_FORWARDS) return { newest: text.trim(), thread: '' };
  const forwarded = splitForwarded(lines.slice(boundary.end).join('\n'), depth + 1);
  if (forwarded.newest === '') return { newest: text.trim(), thread: '' };
  const head = lines.slice(boundary.start, boundary.end).join('\n').trim();
  return { newest: `${head}\n\n${forwarded.newest}`, thread: forwarded.thread };
}

type Boundary =
  /** All that follows is quoted. */
  | { kind: 'rest'; start: number; end: number }
  /** Lines with `>`, from `end` on, perhaps with own words between or below them. */
  | { kind: 'quote'; start: number; end: number };

function firstBoundary(lines: string[]): Boundary | null {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isQuoted(line)) return { kind: 'quote', start: at, end: at };
    if (isSeparator(line)) {
      const next = nextFull(lines, at + 1);
      return { kind: 'rest', start: beginning(lines, at), end: headerBlockEnd(lines, next) ?? at + 1 };
    }
    const header = headerBlockEnd(lines, at);
    if (header !== null) return { kind: 'rest', start: beginning(lines, at), end: header };
    const introduction = introductionEnd(lines, at);
    if (introduction !== null) {
      const next = nextFull(lines, introduction);
      const quoted = isQuoted(lines[next] ?? '');
      return quoted
        ? { kind: 'quote', start: at, end: next }
        : { kind: 'rest', start: at, end: introduction };
    }
  }
  return null;
}

function partsAt(lines: string[], boundary: Boundary): Thread {
  const before = lines.slice(0, boundary.start).join('\n').trim();
  const after = lines.slice(boundary.start).join('\n').trim();
  if (boundary.kind === 'rest') return { newest: before, thread: after };

  const { groups, tail } = quotedGroups(lines, boundary.end);
  const own = lines.slice(tail).join('\n').trim();
  if (groups === 1 && (own === '' || (before !== '' && /^(?:\\?-{2}|\\?_{2}|={2})/.test(own)))) {
    return { newest: before, thread: after };
  }
  const rest = firstRest(lines, boundary.end);
  if (rest !== null) {
    // Own words between quoted lines, and below them a message that is quoted as a whole.
    const upper = splitThread(lines.slice(0, rest.start).join('\n'));
    const lower = lines.slice(rest.start).join('\n').trim();
    return { newest: upper.newest, thread: upper.thread === '' ? lower : `${upper.thread}\n\n${lower}` };
  }
  if (groups === 1 && before === '') {
    return { newest: own, thread: lines.slice(boundary.start, tail).join('\n').trim() };
  }
  if (own === '' && groups > 1 && onlyIntroductions(lines, boundary.end)) {
    return { newest: before, thread: after };
  }
  return { newest: lines.join('\n').trim(), thread: '' };
}

/** How many stretches of quoted lines there are, and where the words below the last of them begin. */
function quotedGroups(lines: string[], from: number): { groups: number; tail: number } {
  let groups = 0;
  let tail = from;
  let inside = false;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isQuoted(line)) {
      if (!inside) groups++;
      inside = true;
      tail = at + 1;
    } else if (line.trim() !== '' && !isOverhang(lines, at)) inside = false;
  }
  return { groups, tail };
}

/** The end of a quoted line that a mail program broke without quoting its second half. */
function isOverhang(lines: string[], at: number): boolean {
  const before = lines[at - 1] ?? '';
  return isQuoted(before) && before.length >= 60 && isQuoted(lines[at + 1] ?? '');
}

function onlyIntroductions(lines: string[], from: number): boolean {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || isQuoted(line) || isOverhang(lines, at)) continue;
    const end = introductionEnd(lines, at);
    if (end === null) return false;
    at = end - 1;
  }
  return true;
}

function firstRest(lines: string[], from: number): { start: number } | null {
  for (let at = from; at < lines.length; at++) {
    if (isQuoted(lines[at] ?? '')) continue;
    if (isSeparator(lines[at] ?? '') || headerBlockEnd(lines, at) !== null)
      return { start: beginning(lines, at) };
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

function isQuoted(line: string): boolean {
  return /^ ?>/.test(line);
}
