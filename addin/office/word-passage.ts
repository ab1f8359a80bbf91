/** Where a passage stands: from a place in one line to a place in the same or a later one, by UTF-16 offsets. */
export interface Stretch {
  from: { line: number; offset: number };
  to: { line: number; offset: number };
}

/** A paragraph in which is searched. */
export interface SearchLine {
  text: string;
  /** What the document itself prints before it, such as "1." or "§ 3"; empty where there is nothing. */
  mark: string;
}

/** The letters and digits of a text, each with the offset in the text that it comes from. */
interface Letters {
  text: string;
  at: number[];
}

/**
 * Finds pieces of a text by their letters and digits alone: Markdown signs, white space, quotes and the kind of a dash
 * don't matter, and a piece may reach over any number of paragraphs. Marks of lists may be in the piece or not.
 * Preparing takes time linear in the text, finding in text and piece.
 * @returns gives the first place of a piece, whole words before parts of words; null where it is not there
 */
export function passageFinder(lines: readonly SearchLine[]): (passage: string) => Stretch | null {
  const plain = new Haystack(lines.map(({ text }) => ({ before: '', text })));
  let marked: Haystack | undefined;
  return (passage) => {
    const found = plain.find(passage) ?? plain.find(withoutMarks(passage));
    if (found !== null || lines.every(({ mark }) => mark === '')) return found;
    marked ??= new Haystack(lines.map(({ text, mark }) => ({ before: mark === '' ? '' : `${mark} `, text })));
    return marked.find(passage);
  };
}

class Haystack {
  readonly #lines: readonly { before: string; text: string }[];
  readonly #whole: string;
  readonly #starts: number[] = [];
  readonly #letters: Letters;

  constructor(lines: readonly { before: string; text: string }[]) {
    this.#lines = lines;
    this.#whole = lines.map(({ before, text }) => before + text).join('\n');
    this.#letters = lettersOf(this.#whole);
    let start = 0;
    for (const { before, text } of lines) {
      this.#starts.push(start);
      start += before.length + text.length + 1;
    }
  }

  find(passage: string): Stretch | null {
    const needle = lettersOf(passage);
    if (needle.text === '') return null;
    const signs = signsAround(passage, needle);
    let first: Stretch | null = null;
    for (const hit of occurrences(this.#letters.text, needle.text)) {
      const start = this.#letters.at[hit] ?? 0;
      const end = endOf(this.#whole, this.#letters.at[hit + needle.text.length - 1] ?? start);
      const isWhole = !isLetter(this.#whole, start - 1) && !isLetter(this.#whole, end);
      if (!isWhole && first !== null) continue;
      const place = this.#stretch(
        start - agreeing(signs.before, (nth) => this.#whole.charAt(start - 1 - nth)),
        end + agreeing(signs.after, (nth) => this.#whole.charAt(end + nth)),
      );
      if (isWhole && place !== null) return place;
      first ??= place;
    }
    return first;
  }

  #stretch(start: number, end: number): Stretch | null {
    const from = this.#placeOf(start);
    const to = this.#placeOf(end);
    return from.line === to.line && from.offset >= to.offset ? null : { from, to };
  }

  #placeOf(at: number): { line: number; offset: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const before = this.#lines[low]?.before.length ?? 0;
    return { line: low, offset: Math.max(0, at - (this.#starts[low] ?? 0) - before) };
  }
}

/** A mark at the beginning of a line that has a letter or a digit in it; all others are passed over anyway. */
const LIST_MARK = /^[^\p{L}\p{N}\n]*(?:\d{1,6}|[a-z])\\?[.)][^\S\n]+/gmu;

function withoutMarks(passage: string): string {
  return passage.replaceAll(LIST_MARK, '');
}

/** Letters that are written in several ways count as one: accents are dropped, ligatures taken apart. */
function lettersOf(text: string): Letters {
  let letters = '';
  const at: number[] = [];
  let offset = 0;
  for (const char of text) {
    const folded = isPlain(char) ? char : foldOf(char);
    letters += folded;
    for (let unit = 0; unit < folded.length; unit += 1) at.push(offset);
    offset += char.length;
  }
  return { text: letters, at };
}

function isPlain(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || (char >= '0' && char <= '9');
}

const folds = new Map<string, string>();

/** Remembered, because normalising is slow and a text has few different characters. */
function foldOf(char: string): string {
  let fold = folds.get(char);
  if (fold === undefined) {
    fold = char.normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '');
    folds.set(char, fold);
  }
  return fold;
}

/** The end of the character at an offset, with the accents that stand behind it as characters of their own. */
function endOf(text: string, at: number): number {
  let end = at + ((text.codePointAt(at) ?? 0) > 0xff_ff ? 2 : 1);
  while (/\p{M}/u.test(text.charAt(end))) end += 1;
  return end;
}

function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}

/** More signs than this are decoration. */
const MOST_SIGNS = 8;

/** What stands before the first and behind the last letter of a passage, the nearest first. */
function signsAround(passage: string, { at }: Letters): { before: string; after: string } {
  const start = at[0] ?? 0;
  const end = endOf(passage, at.at(-1) ?? 0);
  // A backslash only protects the sign behind it.
  const before = passage.slice(Math.max(0, start - 2 * MOST_SIGNS), start).replaceAll('\\', '');
  const after = passage.slice(end, end + 2 * MOST_SIGNS).replaceAll('\\', '');
  return { before: [...before].reverse().slice(0, MOST_SIGNS).join(''), after: after.slice(0, MOST_SIGNS) };
}

/**
 * How many characters of the text show the same signs, so that brackets, paragraph signs and full stops are taken along.
 * Spaces between them don't matter.
 */
function agreeing(signs: string, charAt: (nth: number) => string): number {
  let count = 0;
  for (const sign of signs.replaceAll(/\s/g, '')) {
    let next = count;
    while (next - count < MOST_SIGNS && /[^\S\n]/.test(charAt(next))) next += 1;
    if (charAt(next) !== sign) break;
    count = next + 1;
  }
  return count;
}

/**
 * Where a piece begins in a text, in order and overlapping. (Knuth, Morris and Pratt: `indexOf` takes the product of both
 * lengths for a text such as "aaaa…", long enough for Word to restart the add-in.)
 */
function* occurrences(text: string, piece: string): Generator<number> {
  const border = bordersOf(piece);
  let matched = 0;
  for (let at = 0; at < text.length; at += 1) {
    while (matched > 0 && text[at] !== piece[matched]) matched = border[matched - 1] ?? 0;
    if (text[at] === piece[matched]) matched += 1;
    if (matched < piece.length) continue;
    yield at - piece.length + 1;
    matched = border[matched - 1] ?? 0;
  }
}

/** For each beginning of a piece, the length of its longest true beginning that is also its end. */
function bordersOf(piece: string): number[] {
  const borders = [0];
  let length = 0;
  for (let at = 1; at < piece.length; at += 1) {
    while (length > 0 && piece[at] !== piece[length]) length = borders[length - 1] ?? 0;
    if (piece[at] === piece[length]) length += 1;
    borders.push(length);
  }
  return borders;
}
