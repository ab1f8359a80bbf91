/** Lines that one line of an introduction or header may have been broken into. */
const BROKEN_INTO = 3;
/** Lines among which the fields of a header are looked for. */
const HEADER_LINES = 14;
/** Characters of a line that are looked at. */
const LOOKED_AT = 400;

const SEPARATOR =
  /^(?:\\?-{2,} ?)(?:Urspr(?:ü|ue)ngliche (?:Nachricht|E-?Mail|Mail)|Urspr(?:ü|ue)nglicher Termin|Original ?-?Nachricht|Original Message|Original Appointment|Weitergeleitete (?:Nachricht|E-?Mail|Mail)|Forwarded Message)(?: ?-{2,})$/i;
const APPLE_SEPARATOR =
  /^(?:Anfang der weitergeleiteten (?:Nachricht|E-Mail|Mail)|Begin forwarded message) ?:$/i;

/** GroupWise: ">>> Erika Muster <e@example.de> 23.11.2026 09:15 >>>", the message below it not marked. */
const GROUPWISE = /^>>> .{1,300}\d{1,2}[:.]\d{2}(?: ?[AP]M)? >>>$/i;

/**
 * Where a line ends with which GroupWise begins a quoted message; it may be broken.
 * @returns the line after it, or null where none begins
 */
export function groupWiseEnd(lines: string[], at: number): number | null {
  if (!/^\\?>>> /.test(lines[at] ?? '')) return null;
  let line = '';
  for (let next = at; next < Math.min(lines.length, at + BROKEN_INTO); next++) {
    line = `${line} ${bare(lines[next] ?? '')}`.trim();
    if (GROUPWISE.test(line)) return next + 1;
  }
  return introductionEnd(lines, at);
}

/** Whether a line is marked as quoted. */
export function isQuoted(lines: string[], at: number): boolean {
  return /^ ?>/.test(lines[at] ?? '') && groupWiseEnd(lines, at) === null;
}

/** A line that says that a quoted or forwarded message begins. */
export function isSeparator(line: string): boolean {
  const words = bare(line);
  return SEPARATOR.test(words) || APPLE_SEPARATOR.test(words);
}

/** The line that Outlook draws in plain text above the header of the message it answers. */
export function isRule(line: string): boolean {
  return /^\\?_{32}$/.test(line.trim());
}

type Field = 'sender' | 'date' | 'recipient' | 'subject' | 'other';

const FIELDS: Record<string, Field> = {
  von: 'sender',
  from: 'sender',
  absender: 'sender',
  gesendet: 'date',
  sent: 'date',
  datum: 'date',
  date: 'date',
  an: 'recipient',
  to: 'recipient',
  empfänger: 'recipient',
  betreff: 'subject',
  subject: 'subject',
  cc: 'other',
  kopie: 'other',
  bcc: 'other',
  'antwort an': 'other',
  'reply-to': 'other',
  priorität: 'other',
  wichtigkeit: 'other',
  importance: 'other',
  anlagen: 'other',
  attachments: 'other',
};

function fieldOf(line: string): Field | null {
  const label = /^([\p{L}-]{2,12}(?: an)?) ?:/u.exec(bare(line))?.[1]?.toLowerCase();
  return label !== undefined && Object.hasOwn(FIELDS, label) ? (FIELDS[label] ?? null) : null;
}

/**
 * Where a header of a quoted message ends that begins at this line: sender, date, and recipient or subject, each in a
 * line of its own, in any order.
 * @returns the line after it, or null where none begins
 */
export function headerBlockEnd(lines: string[], at: number): number | null {
  const first = fieldOf(lines[at] ?? '');
  if (first === null || first === 'other') return null;
  const seen = new Set<Field>();
  let end = at;
  let strange = 0;
  for (let next = at; next < Math.min(lines.length, at + HEADER_LINES); next++) {
    const line = lines[next] ?? '';
    const field = fieldOf(line);
    if (field !== null) {
      // The header of the next message, below a very short one.
      if (field !== 'other' && seen.has(field)) break;
      // "Datum: noch offen" stands in the text of a mail.
      if (field !== 'date' || /\d/.test(line)) seen.add(field);
      end = next + 1;
      strange = 0;
    } else if (++strange >= BROKEN_INTO) break;
  }
  const complete = seen.has('sender') && seen.has('date') && (seen.has('recipient') || seen.has('subject'));
  return complete ? end : null;
}

const ADDRESS = /<?[^\s<>@]{1,64}@[^\s<>@]{1,255}>?/;
const TIME = /\d{1,2}[:.]\d{2}/;
/** Introductions that mail programs write with the time of the message. */
const DATED = [
  /^Am .{0,80}\d.{0,200} schrieb .{1,200}:$/,
  /^Am .{0,80}\d.{0,80} hat .{1,200} geschrieben:$/,
  /^On .{0,80}\d.{0,200} wrote:$/,
  /^.{1,200} schrieb am .{0,40}\d.{0,80}:$/,
  /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} .{1,200}:$/,
];
const UNDATED = [/^.{1,200} (?:schrieb|wrote):$/, /^Zitat von .{1,200}:$/];
/** "Am 12.11. um 10:15 schrieb mir Ihre Kollegin:": a person tells it; programs put a name there. */
const TOLD = /\bschrieb (?:(?:Frau|Herr|Sie|Ihre?|Er|Es)\b|\p{Ll})/u;

/**
 * Where a sentence ends that introduces a quotation ("Am 23.11.2026 um 10:15 schrieb Erika Muster:"). It counts when
 * quoted lines follow it or when it names an address or a time, since people write such sentences too.
 * @returns the line after it, or null where none begins
 */
export function introductionEnd(lines: string[], at: number): number | null {
  if ((lines[at] ?? '').trim() === '') return null;
  let sentence = '';
  for (let next = at; next < Math.min(lines.length, at + BROKEN_INTO); next++) {
    const whole = bare(lines[next] ?? '');
    const line = next === at ? whole.replace(/^>>> /, '') : whole;
    // Gmail breaks an address before its closing bracket.
    if (line === '' || (line.startsWith('>') && line !== '>:')) return null;
    sentence = `${sentence} ${line}`.trim();
    if (sentence.length > LOOKED_AT) return null;
    if (!sentence.endsWith(':')) continue;
    const dated = DATED.some((form) => form.test(sentence));
    if (!dated && !UNDATED.some((form) => form.test(sentence))) return null;
    const following = lines.slice(next + 1, next + 4).find((one) => one.trim() !== '') ?? '';
    const written = ADDRESS.test(sentence) || (dated && TIME.test(sentence) && !TOLD.test(sentence));
    return following.startsWith('>') || written ? next + 1 : null;
  }
  return null;
}

/** The words of a line without the signs of formatting around them, also in a row of a table. */
function bare(line: string): string {
  return line
    .slice(0, LOOKED_AT)
    .replace(/\*{1,3}|\\(?=[<>_*[\]-])/g, '')
    .replace(/^\| /, '')
    .trim();
}
