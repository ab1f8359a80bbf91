import { kindOfWord, kindWords, type Reference, type Role, roleOfWord } from './notation.ts';

/** So many characters a placeholder has at most with everything around it; so many a stream is held back. */
export const MAX_WRITTEN_CHARS = 48;
const MAX_TAIL_CHARS = 24;
/** So much of the text before a placeholder is looked at. */
export const MAX_LEFT_CHARS = 16;

/** A placeholder in one of the ways in which models write them. */
export interface Written extends Omit<Reference, 'role'> {
  /** Null for a part that no placeholder stands for: `[PERSON_1_ADRESSE]`. */
  role: Role | null;
  /** `[PERSON 1]`, `PERSON_1`, or only the words: `Person 1`. */
  style: 'brackets' | 'underscore' | 'words';
  /** Whether nothing else can be meant. */
  sure: boolean;
  /** Emphasis within the brackets; it stays around what is restored. */
  before: string;
  after: string;
  /** A genitive within the brackets: `[PERSON_1s]`. */
  ending: string;
  length: number;
}

/** `open` may become a placeholder, or another one, when more text comes. */
export type Reading = 'none' | 'open' | Written;

const OPENING = /[[\uff3b\u3010]/u;
const UNCLOSED = /[[\uff3b\u3010][ *_~`]{0,5}$/u;
const CLOSING = /[\]\uff3d\u3011]/u;
const HYPHEN = /[-\u2010\u2011\u2013]/u;
const LETTER = /\p{L}/u;
const DIGIT = /\d/u;
const NUMBER = /^\d{1,6}$/u;
const WORD_SIGN = /[\p{L}\d]/u;
/** Signs that are taken together; each is bounded and may be empty. */
const RUN = {
  tick: /`?/uy,
  backslashes: /\\{0,2}/uy,
  spaces: /[ \t\u00a0\u202f]{0,2}/uy,
  emphasis: /[*_~`]{0,3}/uy,
  /** Underscores, hyphens, spaces, and the backslash that Markdown escapes an underscore with. */
  joint: /[_\-\u2010\u2011\u2013\s#\\]{0,3}/uy,
  underscores: /[_\\]{0,3}/uy,
  letters: /\p{L}{0,24}/uy,
  wordSigns: /[\p{L}\d]{0,24}/uy,
  digits: /\d{0,6}/uy,
  genitive: /['\u2019\u02bc]?s?/uy,
  stars: /[*_]{0,3}/uy,
} as const;
/** What begins like a placeholder, so that most other text is let go at a glance. */
const BEGINNING = new RegExp(
  `\`?(?:\\\\{0,2}[[\uff3b\u3010]){0,2}[ \t\u00a0\u202f]{0,2}[*_~\`]{0,3}(?:${kindWords.join('|')})`,
  'iuy',
);
const GLUED = /[\p{L}\p{N}]_{0,3}$/u;
/** „Frau Person 1“ is somebody; „Person 1“ alone is anybody, as in a table of who lives in a household. */
const ADDRESSING =
  /(?:^|\P{L})(?:frau|herrn?|familie|eheleuten?|geehrte[rn]?|liebe[rn]?|hallo|guten tag)[ \t\u00a0]{1,3}$/iu;
/** „pro Person 1 Euro“ counts, it does not name. */
const COUNTING = /(?:^|\P{L})(?:pro|je|per|jede[rsnm]?|eine[rsnm]?|weitere[rsnm]?)\s{1,3}$/iu;

/** Reads on in a text and knows whether it looked beyond its end. */
interface Cursor {
  readonly text: string;
  at: number;
  beyond: boolean;
}

function look(cursor: Cursor, ahead = 0): string {
  const sign = cursor.text[cursor.at + ahead];
  if (sign === undefined) cursor.beyond = true;
  return sign ?? '';
}

function run(cursor: Cursor, signs: RegExp): string {
  signs.lastIndex = cursor.at;
  const taken = signs.exec(cursor.text)?.[0] ?? '';
  cursor.at += taken.length;
  // More of them may come.
  if (cursor.at === cursor.text.length) cursor.beyond = true;
  return taken;
}

/**
 * Reads the placeholder that begins at a place of a text. What it says never depends on text that it has not seen: it is
 * `open` where the text ends too early.
 * @param left the text before the place, as far back as `MAX_LEFT_CHARS`
 * @param complete nothing comes after this text
 */
export function readPlaceholder(text: string, at: number, left: () => string, complete: boolean): Reading {
  if (text.length - at >= MAX_WRITTEN_CHARS) {
    BEGINNING.lastIndex = at;
    if (!BEGINNING.test(text)) return 'none';
  }
  const window = text.slice(at, at + MAX_WRITTEN_CHARS);
  const cursor: Cursor = { text: window, at: 0, beyond: false };
  const written = LETTER.test(window[0] ?? '') ? readBare(cursor, left, complete) : readMarked(cursor);
  if (!cursor.beyond) return written ?? 'none';
  // The window is full: nobody writes placeholders that long.
  if (window.length === MAX_WRITTEN_CHARS) return 'none';
  return complete ? (written ?? 'none') : 'open';
}

/** What begins with a bracket, a backslash or a sign of code. */
function readMarked(cursor: Cursor): Written | null {
  const tick = run(cursor, RUN.tick);
  const written =
    tick !== '' && LETTER.test(look(cursor)) ? readBare(cursor, () => '', false) : readBracketed(cursor);
  if (written === null || tick === '') return written;
  // Signs of code go with the placeholder that they stand around, and only then.
  if (look(cursor) !== '`') return null;
  cursor.at++;
  return { ...written, length: cursor.at };
}

function readBracketed(cursor: Cursor): Written | null {
  const opened = readBrackets(cursor, OPENING, 2);
  if (opened === 0) return null;
  run(cursor, RUN.spaces);
  const before = run(cursor, RUN.emphasis);
  const core = readCore(cursor, 'brackets');
  if (core === null) return null;
  const after = run(cursor, RUN.emphasis);
  run(cursor, RUN.spaces);
  // As many as were opened; what else stands there belongs to the text around it.
  if (readBrackets(cursor, CLOSING, opened) < opened) return null;
  const code = before === '`' && after === '`';
  return { ...core, before: code ? '' : before, after: code ? '' : after, length: cursor.at };
}

/** @returns how many brackets were taken, each with the backslashes before it */
function readBrackets(cursor: Cursor, signs: RegExp, most: number): number {
  let taken = 0;
  for (; taken < most; taken++) {
    const from = cursor.at;
    run(cursor, RUN.backslashes);
    if (!signs.test(look(cursor))) {
      cursor.at = from;
      break;
    }
    cursor.at++;
  }
  return taken;
}

/** A placeholder without its brackets. */
function readBare(cursor: Cursor, left: () => string, complete: boolean): Written | null {
  const before = left();
  if (GLUED.test(before)) return null;
  const core = readCore(cursor, 'bare');
  if (core === null) return null;
  const next = look(cursor);
  if (LETTER.test(next) && !(core.style === 'underscore' && isGenitive(cursor))) {
    if (core.style === 'words') return null;
    run(cursor, RUN.wordSigns);
    return { ...core, role: null, length: cursor.at };
  }
  // A stream that was cut within the brackets may have meant `[PERSON_12]`.
  const cut = next === '' && complete && UNCLOSED.test(before);
  const written = { ...core, sure: core.sure && !cut, length: cursor.at };
  if (core.style !== 'words') return written;
  if (COUNTING.test(before) || (/[.,:/\-\u2013]/u.test(next) && DIGIT.test(look(cursor, 1)))) return null;
  // „Person 1 Stunde“, or „dass Person 1 Anspruch hat“.
  const counts = next === ' ' && /\p{Lu}/u.test(look(cursor, 1));
  const isSomebody = isCapitals(cursor.text.slice(0, 6)) || (ADDRESSING.test(before) && !counts);
  return { ...written, sure: written.sure && isSomebody };
}

function isGenitive(cursor: Cursor): boolean {
  return look(cursor) === 's' && !WORD_SIGN.test(look(cursor, 1));
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase();
}

/** What stands within the brackets: the kind, the number, the part of the name, the variant. */
function readCore(cursor: Cursor, form: 'brackets' | 'bare'): Written | null {
  const word = readKindWord(cursor);
  const kind = kindOfWord(word);
  if (kind === null) return null;
  const joint = run(cursor, RUN.joint);
  const digits = run(cursor, RUN.digits);
  if (digits === '' || DIGIT.test(look(cursor))) return null;
  const style = form === 'brackets' ? 'brackets' : styleOf(word, joint);
  if (style === null) return null;
  const plain: Written = {
    kind,
    number: Number(digits),
    role: 'whole',
    variant: 1,
    style,
    sure: true,
    before: '',
    after: '',
    ending: '',
    length: 0,
  };
  return { ...plain, ...readTail(cursor, joint, form) };
}

/** Letters, with the hyphen of `E-MAIL`. */
function readKindWord(cursor: Cursor): string {
  const word = run(cursor, RUN.letters);
  if (word.toLowerCase() !== 'e' || look(cursor) !== '-') return word;
  cursor.at++;
  return `${word}-${run(cursor, RUN.letters)}`;
}

/** How a placeholder without brackets is known; null where the words are everyday ones. */
function styleOf(word: string, joint: string): Written['style'] | null {
  if (joint.includes('_')) return 'underscore';
  if (joint === '' || joint.includes('\n')) return null;
  // `IBAN` is always written in capitals.
  if (isCapitals(word) && word !== 'IBAN') return 'words';
  return word === 'Person' ? 'words' : null;
}

type Tail = Pick<Written, 'role' | 'variant' | 'ending'>;
const WHOLE: Tail = { role: 'whole', variant: 1, ending: '' };

/** What stands behind the number. Takes nothing where that is no part of the placeholder. */
function readTail(cursor: Cursor, firstJoint: string, form: 'brackets' | 'bare'): Tail {
  const from = cursor.at;
  const joint = run(cursor, RUN.joint);
  if (joint === '') return form === 'brackets' ? readInnerGenitive(cursor) : WHOLE;
  const words = joint.includes('_')
    ? readUnderscored(cursor)
    : form === 'brackets' || (HYPHEN.test(joint) && HYPHEN.test(firstJoint))
      ? readSpaced(cursor, joint, firstJoint)
      : null;
  const tail = words === null ? null : tailOf(words);
  // Only an underscore says that an unknown word belongs to the placeholder.
  if (tail !== null && (tail.role !== null || joint.includes('_'))) return tail;
  cursor.at = from;
  return WHOLE;
}

/** `NACHNAME_2`: words and numbers, each behind underscores. */
function readUnderscored(cursor: Cursor): string[] | null {
  const words: string[] = [];
  const from = cursor.at;
  while (cursor.at - from < MAX_TAIL_CHARS) {
    const word = run(cursor, RUN.wordSigns);
    if (word === '') break;
    words.push(word);
    const end = cursor.at;
    const joint = run(cursor, RUN.underscores);
    if (joint === '' || !WORD_SIGN.test(look(cursor))) {
      // An underscore at the end is emphasis.
      cursor.at = end;
      break;
    }
  }
  return words.length === 0 ? null : words;
}

/** ` Nachname 2` or `-2` */
function readSpaced(cursor: Cursor, joint: string, firstJoint: string): string[] | null {
  const word = run(cursor, RUN.letters);
  if (word === '') {
    // `[PERSON_1-3]` is a range.
    const digits = sameJoint(joint, firstJoint) ? run(cursor, RUN.digits) : '';
    return digits === '' ? null : [digits];
  }
  const end = cursor.at;
  if (run(cursor, RUN.joint) !== '') {
    const digits = run(cursor, RUN.digits);
    if (digits !== '') return [word, digits];
  }
  cursor.at = end;
  return [word];
}

/** Whether both are hyphens, or both spaces. */
function sameJoint(one: string, other: string): boolean {
  return HYPHEN.test(one) === HYPHEN.test(other) && other !== '' && !other.includes('_');
}

function tailOf(words: readonly string[]): Tail {
  const [first = '', second = '1', ...others] = words;
  if (others.length > 0 || !NUMBER.test(second)) return { ...WHOLE, role: null };
  if (/^\d/u.test(first)) {
    const known = words.length === 1 && NUMBER.test(first);
    return known ? { ...WHOLE, variant: Number(first) } : { ...WHOLE, role: null };
  }
  const role = roleOfWord(first);
  if (role !== null) return { role, variant: Number(second), ending: '' };
  const stem = /s$/iu.test(first) ? roleOfWord(first.slice(0, -1)) : null;
  return stem === null ? { ...WHOLE, role: null } : { role: stem, variant: Number(second), ending: 's' };
}

/** `[PERSON_1s]`, `[PERSON_1's]` */
function readInnerGenitive(cursor: Cursor): Tail {
  const from = cursor.at;
  const ending = run(cursor, RUN.genitive);
  if (ending.endsWith('s') && !WORD_SIGN.test(look(cursor))) return { ...WHOLE, ending };
  cursor.at = from;
  return WHOLE;
}

/** A genitive behind a placeholder, also behind the emphasis that ends there: `**[PERSON_1]**s`. */
export interface Genitive {
  marks: string;
  ending: string;
  length: number;
}

/** Reads it at a place of a text, as `readPlaceholder` does. @param most so many characters are looked at */
export function readGenitive(
  text: string,
  at: number,
  most: number,
  complete: boolean,
): 'none' | 'open' | Genitive {
  const window = text.slice(at, at + most);
  const cursor: Cursor = { text: window, at: 0, beyond: false };
  const marks = run(cursor, RUN.stars);
  const ending = run(cursor, RUN.genitive);
  const found = ending.endsWith('s') && !/[\p{L}\p{N}\-\u2010\u2011]/u.test(look(cursor));
  if (cursor.beyond && window.length < most && !complete) return 'open';
  return found ? { marks, ending, length: cursor.at } : 'none';
}
