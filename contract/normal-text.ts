/** A text in the form in which passages are compared, and where each of its characters stands in the source. */
export interface NormalText {
  text: string;
  /** For each UTF-16 unit of `text`, the offset in the source of the character that it comes from. */
  at: number[];
}

/** Offsets of a piece of a text; `end` is behind the last unit. */
export interface Span {
  start: number;
  end: number;
}

const SPACE = /\s/;
const WORD = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
const MARK = /\p{M}/u;
/** Format characters such as zero-width spaces and soft hyphens, and variation selectors. */
const INVISIBLE = /\p{Cf}|[\ufe00-\ufe0e]|\ufe0f/u;
const DASH = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
/** Bullets, and the marks of headings and quotations of a text that was put on one line. */
const BULLET = /[#>\u2022\u00b7\u25aa\u25e6\u2023\u25cf]/;
const QUOTE = /["'\u00b4\u2018-\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb]/;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
/** Signs that Markdown puts at the beginning of a line; free-standing ones go anywhere. */
const LINE_MARKS = /[ \t]*(?:(?:>|#{1,6}(?=[ \t])|\+(?=[ \t]))[ \t]*)*/y;
/** "Haupt- und Nebenamt": here the hyphen stands for a part of a word and is no hyphenation. */
const CONTINUES = /(?:und|oder|bis|bzw|sowie|noch|als)(?!\p{L})/uy;
const SOFT_HYPHEN = '\u00ad';
/** More marks on one letter are no writing. */
const MAX_MARKS = 16;

/** A letter or digit of ASCII: most of any text, and nothing to think about. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function isSpace(sign: string): boolean {
  return sign !== '' && SPACE.test(sign);
}

/**
 * Brings a text into the form in which two passages are equal when a reader would call them the same words: runs of
 * white space are one blank, all quotation marks `"`, all dashes `-`, three dots one ellipsis; soft hyphens, hyphenation
 * at the ends of lines and hyphens within words are gone, so are the signs of Markdown (`**`, `#`, `>`, list marks,
 * `|`, backslashes) and dashes that stand alone; letters are composed (NFC), ligatures taken apart. Numbers of lists stay,
 * because a number is never dropped. Works in time linear in the length of the text.
 */
export function normalText(source: string): NormalText {
  const signs: string[] = [];
  const at: number[] = [];
  let blank = -1;
  let lineStart = true;

  const emit = (sign: string, from: number): void => {
    if (blank >= 0 && signs.length > 0) {
      signs.push(' ');
      at.push(blank);
    }
    blank = -1;
    for (let unit = 0; unit < sign.length; unit++) {
      signs.push(sign.charAt(unit));
      at.push(from);
    }
  };
  const space = (from: number): void => {
    if (blank < 0) blank = from;
  };
  const last = (): string => (blank >= 0 ? '' : (signs.at(-1) ?? ''));

  let i = 0;
  while (i < source.length) {
    if (lineStart) {
      lineStart = false;
      LINE_MARKS.lastIndex = i;
      const marks = LINE_MARKS.exec(source)?.[0].length ?? 0;
      if (marks > 0) space(i);
      i += marks;
      continue;
    }
    const sign = source.charAt(i);
    const next = source.charAt(i + 1);
    if (isPlain(source.charCodeAt(i)) && !(source.charCodeAt(i + 1) >= 0x300)) {
      emit(sign, i);
      i++;
    } else if (isSpace(sign) || sign === '|' || sign === '\u0085') {
      space(i);
      lineStart = sign === '\n' || sign === '\r';
      i++;
    } else if (sign === '*' || sign === '`') {
      i++;
    } else if ((sign === '_' || sign === '~') && next === sign) {
      i += 2;
    } else if (sign === '\\' && ESCAPABLE.test(next)) {
      i++;
    } else if (sign === SOFT_HYPHEN || (DASH.test(sign) && WORD.test(last()))) {
      const { keeps, to } = atHyphen(source, i, last());
      if (keeps) emit('-', i);
      i = to;
    } else if (INVISIBLE.test(sign)) {
      i++;
    } else if (DASH.test(sign) || BULLET.test(sign)) {
      let to = i + 1;
      while (to < source.length && source.charAt(to) === sign) to++;
      const alone = last() === '' && (to >= source.length || isSpace(source.charAt(to)));
      if (alone) space(i);
      else emit(DASH.test(sign) ? '-' : sign, i);
      i = to;
    } else if (QUOTE.test(sign)) {
      if (last() !== '"') emit('"', i);
      i++;
    } else if (sign === '\u2026' || (sign === '.' && source.startsWith('...', i))) {
      emit('\u2026', i);
      i++;
      while (sign === '.' && source.charAt(i) === '.') i++;
    } else {
      const to = endOfLetter(source, i);
      emit(composed(source.slice(i, to)), i);
      i = to;
    }
  }
  return { text: signs.join(''), at };
}

/**
 * What becomes of a hyphen behind a letter or digit. Between letters it goes, also at the end of a line and where that
 * end became a blank, so that "E-Mail", "Verwal-\ntung" and "IT- gestützt" are the same however lines are broken.
 */
function atHyphen(source: string, from: number, before: string): { keeps: boolean; to: number } {
  const soft = source.charAt(from) === SOFT_HYPHEN;
  let to = from + 1;
  while (isSpace(source.charAt(to))) to++;
  const next = source.charAt(to);
  CONTINUES.lastIndex = to;
  const continues = to > from + 1 && !soft && CONTINUES.test(source);
  if (!WORD.test(next) || continues) return { keeps: !soft, to: from + 1 };
  return { keeps: !soft && !(LETTER.test(before) && LETTER.test(next)), to };
}

/** Behind a character with the marks that stand on it. */
function endOfLetter(source: string, from: number): number {
  let end = from + ((source.codePointAt(from) ?? 0) > 0xffff ? 2 : 1);
  for (let marks = 0; marks < MAX_MARKS && source.charCodeAt(end) >= 0x300; marks++) {
    if (!MARK.test(source.charAt(end))) break;
    end++;
  }
  return end;
}

function composed(letter: string): string {
  const code = letter.charCodeAt(0);
  if (letter.length === 1 && code < 0x180) return letter;
  return code >= 0xfb00 && code <= 0xfb06 ? letter.normalize('NFKC') : letter.normalize('NFC');
}

/** Whether a word or number goes on across a place. A capital within a word tells of a hyphen that went. */
function cuts(text: string, place: number): boolean {
  const [before, after] = [text.charAt(place - 1), text.charAt(place)];
  if (WORD.test(before) && WORD.test(after)) return !(/\p{Ll}/u.test(before) && /\p{Lu}/u.test(after));
  const signBefore = /[.,]/.test(before) && /\d/.test(text.charAt(place - 2)) && /\d/.test(after);
  const signAfter = /[.,]/.test(after) && /\d/.test(before) && /\d/.test(text.charAt(place + 1));
  return signBefore || signAfter;
}

/** So many places that cut through words are passed over before the search gives up. */
const MAX_TRIES = 2_000;

/**
 * The first place of a normalised piece in a normalised text where it does not cut through a word or number.
 * @param from where the search begins
 * @returns offsets in the normalised text
 */
export function findNormal(text: string, piece: string, from = 0): Span | null {
  if (piece === '') return null;
  let start = text.indexOf(piece, from);
  for (let tries = 0; start >= 0 && tries < MAX_TRIES; tries++) {
    const span = { start, end: start + piece.length };
    if (!cuts(text, span.start) && !cuts(text, span.end)) return span;
    start = text.indexOf(piece, start + 1);
  }
  return null;
}

/** The place in the source of a piece of its normal text; the piece is not empty. */
export function toSource(source: string, { text, at }: NormalText, { start, end }: Span): Span {
  const last = at[end - 1] ?? 0;
  let behind = endOfLetter(source, last);
  if (text.charAt(end - 1) === '\u2026') while (source.charAt(behind) === '.') behind++;
  return { start: at[start] ?? 0, end: behind };
}

/**
 * Finds a passage in a source, whatever white space, quotation marks, hyphenation and Markdown either of them has.
 * @returns offsets in the source of the first place, or null where the source does not have the passage
 */
export function findExact(source: string, passage: string): Span | null {
  const within = normalText(source);
  const found = findNormal(within.text, normalText(passage).text);
  return found && toSource(source, within, found);
}
