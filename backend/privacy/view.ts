import type { Span } from './span.ts';

/** A text as the recognisers read it, and the way back to the text as it stands. */
export interface View {
  text: string;
  /** The stretch of the source that a stretch of the view stands for. */
  toSource(span: Span): Span;
}

/** Invisible: soft hyphen, zero-width characters, marks of writing direction, byte order mark. */
const INVISIBLE = /\p{Cf}/u;
const SPACE = /[\p{Zs}]/u;
const COMBINING = /\p{Mn}/u;
const SPECIAL = /[\r\p{Cf}\p{Mn}\uff01-\uff5e]|[^\P{Zs} ]|\p{L}-[ \t]{0,8}\n/u;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;
/** White space around a line end that a hyphenated word may go over. */
const MAX_INDENT = 40;

/**
 * Reads a text as a person sees it: composed letters, plain spaces, nothing invisible, words that were hyphenated at a
 * line end joined. Linear in the length of the text.
 */
export function viewOf(source: string): View {
  if (!SPECIAL.test(source)) return { text: source, toSource: ({ start, end }) => ({ start, end }) };
  const units: string[] = [];
  const starts = new Uint32Array(source.length + 1);
  const ends = new Uint32Array(source.length + 1);
  let length = 0;
  const put = (text: string, start: number, end: number) => {
    units.push(text);
    for (let index = 0; index < text.length; index++) {
      starts[length] = start;
      ends[length] = end;
      length++;
    }
  };
  for (let at = 0; at < source.length;) {
    const character = source[at] as string;
    if (character === '\r') {
      // A lone one ends a line, too.
      if (source[at + 1] !== '\n') put('\n', at, at + 1);
      at++;
      continue;
    }
    if (INVISIBLE.test(character)) {
      at++;
      continue;
    }
    if (SPACE.test(character)) {
      put(' ', at, at + 1);
      at++;
      continue;
    }
    if (character === '-') {
      const next = hyphenated(source, at);
      if (next !== null) {
        // Before a capital the hyphen belongs to the name: „Lena-“ / „Sophie“.
        if (!LOWER.test(source[next] ?? '')) put('-', at, at + 1);
        at = next;
        continue;
      }
    }
    let end = at + 1;
    while (end < source.length && end - at < 8 && COMBINING.test(source[end] as string)) end++;
    if (end > at + 1) put(source.slice(at, end).normalize('NFC'), at, end);
    else {
      const code = character.charCodeAt(0);
      put(code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character, at, end);
    }
    at = end;
  }
  return {
    text: units.join(''),
    toSource: ({ start, end }) => ({
      start: start < length ? (starts[start] as number) : source.length,
      end:
        end > start ? (ends[end - 1] as number) : start < length ? (starts[start] as number) : source.length,
    }),
  };
}

/** Where a word goes on that is hyphenated at this place; null where none is. */
function hyphenated(source: string, at: number): number | null {
  if (at === 0 || !LETTER.test(source[at - 1] as string)) return null;
  const line = /^-[ \t]{0,8}\r?\n[ \t>]{0,40}/u.exec(source.slice(at, at + MAX_INDENT + 12));
  if (line === null) return null;
  const next = at + line[0].length;
  return LETTER.test(source[next] ?? '') ? next : null;
}
