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

/** What a person may have overlooked. */
export type SendFinding =
  /** A placeholder is still there; `what` is missing, in the words of the text, perhaps none. */
  | { kind: 'gap'; where: 'subject' | 'body'; what: string }
  /** The text says that something is attached, in these words, and nothing is. */
  | { kind: 'nothing-attached'; text: string };

/** Characters that Outlook shows of the message (`SmartAlertsEventCompletedOptions.errorMessage`). */
export const MAX_MESSAGE_CHARS = 500;
const MAX_LISTED = 5;
const MAX_WHAT_CHARS = 60;

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
  const findings: SendFinding[] = [];
  for (const { what } of findGaps(subject)) findings.push({ kind: 'gap', where: 'subject', what });
  for (const { what } of findGaps(own)) findings.push({ kind: 'gap', where: 'body', what });
  const text = attachmentNamed(own);
  if (attachments === 0 && text !== null) findings.push({ kind: 'nothing-attached', text });
  return findings;
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

/** The findings in words for the person who is about to send; empty where there are none. */
export function sendMessage(findings: readonly SendFinding[]): string {
  const lines: string[] = [];
  const gaps = findings.filter((one) => one.kind === 'gap');
  if (gaps.length > 0) lines.push('Diese Angaben fehlen noch:');
  for (const { where, what } of gaps.slice(0, MAX_LISTED)) {
    let name = shortened(what) || 'eine Angabe';
    if (where === 'subject') name = `${name} (im Betreff)`;
    lines.push(`– ${name}`);
  }
  if (gaps.length > MAX_LISTED) lines.push(`und ${gaps.length - MAX_LISTED} weitere.`);
  for (const finding of findings) {
    if (finding.kind === 'nothing-attached') {
      lines.push(`Im Text steht „${finding.text}“, es ist aber nichts angehängt.`);
    }
  }
  return lines.join('\n').slice(0, MAX_MESSAGE_CHARS);
}

function shortened(what: string): string {
  if (what.length <= MAX_WHAT_CHARS) return what;
  return `${what.slice(0, MAX_WHAT_CHARS - 1)}…`;
}
