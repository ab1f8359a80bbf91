// Classic Outlook runs this in an engine that knows ECMAScript 2016 only: see main.ts.
import { findGaps } from '../../contract/gaps.ts';
import { ownWords } from './own-words.ts';

/** A mail as it is about to be sent. */
export interface Outgoing {
  subject: string;
  body: { type: 'html' | 'text'; content: string };
  /** Files that hang on it, without pictures within the text; null where it is not known. */
  attachments: number | null;
}

type Where = 'subject' | 'body';

/** What a person may have overlooked. Only a `gap` is certain enough to hold a mail back. */
export type SendFinding =
  /** A placeholder of Amtsfeder is still there; `what` is missing, in the words of the text, perhaps none. */
  | { kind: 'gap'; where: Where; what: string }
  /** Something else stands in double brackets: a placeholder of somebody, or the name of a page in a wiki. */
  | { kind: 'brackets'; where: Where; what: string }
  /** The text says that something is attached, in these words, and nothing is. */
  | { kind: 'nothing-attached'; text: string };

/** Characters that Outlook shows of the message (`SmartAlertsEventCompletedOptions.errorMessage`). */
export const MAX_MESSAGE_CHARS = 500;
const MAX_LISTED = 5;
const MAX_WHAT_CHARS = 45;
/** What Amtsfeder itself puts into double brackets. */
const OURS = /^(?:bitte ergänzen|textbaustein)(?![a-zäöüß])/i;

/** Words for a file that hangs on the mail itself, and not for the annex of a law or an agreement. */
const NAMED = [
  /\banbei\b/i,
  /\bim Anhang\b(?!\s{1,3}(?:der|des|zu[rm]?|von|Ihre[rs]?|[IVX\d]))/i,
  /\b(?:in der Anlage|als Anlagen?)\b(?!\s{1,3}(?:der|des|zu[rm]?|von|Ihre[rs]?|[IVX\d]))/i,
  /\b(?:beigef(?:ü|ue)gt|angeh(?:ä|ae)ngt|beiliegend)(?:e[mnrs]?)?\b/i,
];
/** In front of such words they are about what the other side has sent, or about nothing. */
const THEIRS =
  /\b(?:von Ihnen|nicht|Ihre[mnrs]? (?:\S{1,30} )?(?:E-?Mail|Mail|Schreiben|Antrag|Brief|Nachricht|Anfrage|Widerspruch))\b/i;
const LOOKED_BACK = 80;

/**
 * What should be looked at before a mail is sent. Only words of the person count: what the quoted mail says is not
 * theirs to mend.
 */
export function findBeforeSend({ subject, body, attachments }: Outgoing): SendFinding[] {
  const own = ownWords(body);
  const findings = [...bracketed(subject, 'subject'), ...bracketed(own, 'body')];
  const text = attachmentNamed(own);
  if (attachments === 0 && text !== null) findings.push({ kind: 'nothing-attached', text });
  return findings;
}

function bracketed(text: string, where: Where): SendFinding[] {
  return findGaps(text).map(({ what, start, end }): SendFinding => {
    const inside = text
      .slice(start + 2, end - 2)
      .replace(/\s+/g, ' ')
      .trim();
    if (OURS.test(inside.replace(/[*_]/g, '').trim())) return { kind: 'gap', where, what };
    return { kind: 'brackets', where, what: inside };
  });
}

function attachmentNamed(text: string): string | null {
  for (const named of NAMED) {
    const every = new RegExp(named.source, 'gi');
    for (let found = every.exec(text); found !== null; found = every.exec(text)) {
      const before = text.slice(Math.max(0, found.index - LOOKED_BACK), found.index);
      const sentence = before.slice(
        1 + Math.max(...['.', '!', '?', '\n'].map((end) => before.lastIndexOf(end))),
      );
      if (!THEIRS.test(sentence)) return found[0];
    }
  }
  return null;
}

/**
 * The findings in words for the person who is about to send; empty where there are none. What is certain is said first,
 * and what may only be a placeholder not before that is mended.
 */
export function sendMessage(findings: readonly SendFinding[]): string {
  const gaps = findings.filter((one) => one.kind === 'gap');
  const brackets = findings.filter((one) => one.kind === 'brackets');
  const lines = listed('Diese Angaben fehlen noch:', gaps, (what) => shortened(what) || 'eine Angabe');
  if (gaps.length === 0) {
    lines.push(...listed('Ist das noch ein Platzhalter?', brackets, (what) => `[[${shortened(what)}]]`));
  }
  for (const finding of findings) {
    if (finding.kind === 'nothing-attached') {
      lines.push(`Im Text steht „${finding.text}“, es ist aber nichts angehängt.`);
    }
  }
  return lines.join('\n').slice(0, MAX_MESSAGE_CHARS);
}

function listed(
  title: string,
  places: readonly { where: Where; what: string }[],
  nameOf: (what: string) => string,
): string[] {
  if (places.length === 0) return [];
  const lines = [title];
  for (const { where, what } of places.slice(0, MAX_LISTED)) {
    let line = `– ${nameOf(what)}`;
    if (where === 'subject') line = `${line} (im Betreff)`;
    lines.push(line);
  }
  if (places.length > MAX_LISTED) lines.push(`und ${places.length - MAX_LISTED} weitere.`);
  return lines;
}

function shortened(what: string): string {
  if (what.length <= MAX_WHAT_CHARS) return what;
  return `${what.slice(0, MAX_WHAT_CHARS - 1)}…`;
}
