// Classic Outlook runs this in an engine without DOM that knows ECMAScript 2016 only: see main.ts.

/** Characters of a tag that are looked at. */
const TAG_CHARS = 2000;
const LEFT_OUT = /^(style|script|head|title)\b/i;
const BREAKS = /^(?:br|hr|\/?(?:p|div|li|ul|ol|tr|table|h[1-6]|blockquote|td|th)|o:p)\b/i;
/** What Outlook, Gmail, Apple Mail and Thunderbird put around or in front of the mail that is answered. */
const QUOTES =
  /id=["']?(?:x_)?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message)|class=["']?(?:gmail_quote|moz-cite)|^blockquote\b.*type=["']?cite|border-top:\s{0,2}solid\s{1,2}#(?:E1E1E1|B5C4DF)/i;

const ENTITIES: Record<string, string | undefined> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
};

/**
 * What a person has written themselves: the words above the mail that is answered or forwarded, without the signature
 * below `-- `. Linear in the length.
 * @param body of a draft
 */
export function ownWords(body: { type: 'html' | 'text'; content: string }): string {
  let text = body.content;
  if (body.type === 'html') text = textAboveQuote(body.content);
  return aboveHeader(text.split(/\r\n|\r|\n/));
}

function textAboveQuote(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      parts.push(words(html.slice(at)));
      break;
    }
    parts.push(words(html.slice(at, open)));
    at = open + 1;
    if (html.startsWith('!--', at)) {
      at = after(html, '-->', at);
      continue;
    }
    if (!/[a-z/!?]/i.test(html.charAt(at))) {
      parts.push('<');
      continue;
    }
    const close = after(html, '>', at);
    const tag = html.slice(at, Math.min(close - 1, at + TAG_CHARS));
    if (QUOTES.test(tag)) break;
    if (BREAKS.test(tag)) parts.push('\n');
    const left = LEFT_OUT.exec(tag);
    at = close;
    if (left !== null) at = endOf(html, left[1], close);
  }
  return parts.join('');
}

/** Where a text goes on behind a mark; its end where the mark does not come. */
function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) return text.length;
  return at + mark.length;
}

/** Where an element ends whose words nobody sees. */
function endOf(html: string, name: string | undefined, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  if (found === null) return html.length;
  return found.index;
}

function words(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/&(#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,6});/gi, (whole: string, name: string) => {
      if (/^#x/i.test(name)) return String.fromCodePoint(parseInt(name.slice(2), 16));
      if (name.charAt(0) === '#') return String.fromCodePoint(parseInt(name.slice(1), 10));
      return ENTITIES[name] || whole;
    });
}

function aboveHeader(lines: string[]): string {
  const own: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] || '').slice(0, TAG_CHARS).trim();
    if (line === '--' || isHeader(line, lines, at)) break;
    const introduction = introductionLines(line, lines, at);
    // Where quoted lines follow, own words may stand between and below them.
    if (introduction > 0 && (lines[at + introduction] || '').trim().charAt(0) !== '>') break;
    if (introduction > 0) at += introduction - 1;
    else if (line.charAt(0) !== '>') own.push(lines[at] || '');
  }
  return own.join('\n');
}

const SEPARATOR =
  /^-{2,} ?(?:Urspr(?:ü|ue)ngliche|Original|Weitergeleitete|Forwarded|Begin forwarded)|^Anfang der weitergeleiteten|^_{10,}$/i;
const SENDER = /^\*{0,2}(?:Von|From|Absender) ?:/i;
const FIELD = /^\*{0,2}(?:Gesendet|Sent|Datum|Date|An|To|Cc|Kopie|Betreff|Subject) ?:/i;
/** Lines below the sender among which the other fields of a header stand. */
const HEADER_LINES = 8;

function isHeader(line: string, lines: string[], at: number): boolean {
  if (SEPARATOR.test(line)) return true;
  if (!SENDER.test(line)) return false;
  const below = lines.slice(at + 1, at + 1 + HEADER_LINES).filter((one) => FIELD.test(one.trim()));
  return below.length > 1;
}

/** How many lines "Am 23.11.2026 um 10:15 schrieb Erika Muster:" takes; 0 where it is something else. */
function introductionLines(line: string, lines: string[], at: number): number {
  if (!/^(?:Am|On) .{0,60}\d/.test(line)) return 0;
  if (/(?:schrieb|wrote|geschrieben)\b.{0,300}:$/.test(line)) return 1;
  const sentence = `${line} ${(lines[at + 1] || '').slice(0, TAG_CHARS).trim()}`;
  if (/(?:schrieb|wrote|geschrieben)\b.{0,300}:$/.test(sentence)) return 2;
  return 0;
}
