import type { Claim } from '../checks/answers.ts';

/** The line that begins what the person never sees. */
export const TRAILER_MARK = '=== Fragen ===';

/** A longer line is none of the marks. */
const MAX_MARK_CHARS = 120;
/** Rules and empty lines that may belong to the mark; more are text. */
const MAX_QUIET_CHARS = 400;
/** A line of the trailer is known by its beginning. */
const DECIDED_CHARS = 200;
const MAX_TRAILER_LINES = 200;
const MAX_LINE_CHARS = 2_000;
/** Lines over which one quotation may go. */
const MAX_CONTINUED = 5;

/** A line without the signs that models set around it. */
function bare(line: string): string {
  return line.replaceAll(/[\s*_#`>\\-]/gu, '').toLowerCase();
}

/** The whole line; "Fragen" without the signs is a heading like any other. */
const MARK = /^={2,20}fragen\p{L}{0,30}:?={0,20}:?$/u;
/** Complete, whatever stands behind it in the same line. */
const CLOSED_MARK = /^={2,20}fragen\p{L}{0,30}:?={2,20}/u;
/** The mark in the raw line. */
const RAW_MARK = /^[\s*_#`>\\=-]{0,60}fragen[^=]{0,60}=*[\s*_#`:\\=-]{0,60}/iu;

function isMark(line: string): boolean {
  if (line.length > MAX_LINE_CHARS) return false;
  const plain = bare(line);
  return CLOSED_MARK.test(plain) || MARK.test(plain);
}

/** Whether a line that has not ended may still become the mark, or a rule above it. */
function mayBecomeMark(line: string): boolean {
  if (line.length > MAX_MARK_CHARS) return false;
  const plain = bare(line);
  const word = plain.replace(/^={2,20}/u, '');
  return /^={0,20}$/u.test(plain) || (word !== plain && 'fragen'.startsWith(word)) || MARK.test(plain);
}

/** Empty, or a rule: may stand above the mark. */
function isQuiet(line: string): boolean {
  return /^[\s*_#`>\\=-]*$/u.test(line);
}

const ENTRY =
  /^[^\p{L}\d]{0,12}(?:Frage\s{0,3})?(\d{1,3})[^\p{L}\d„“"»«]{0,8}(?:(unbeantwortet|nicht beantwortet|offen|teilweise beantwortet|beantwortet|ja|nein)(?!\p{L})|(?=[„"»]))/iu;
/** The beginning of an entry that was cut off. */
const CUT_ENTRY = /^[^\p{L}\d]{0,12}(?:Frage\s{0,3})?(?:\d{1,3}[^\p{L}\d]{0,8}\p{L}{0,16})?$/iu;

/** What a line of the trailer says of a question; null where it says nothing. */
function claimIn(line: string): { number: number; claim: Claim } | null {
  const entry = ENTRY.exec(line);
  if (!entry) return null;
  const number = Number(entry[1]);
  const state = entry[2]?.toLowerCase() ?? 'beantwortet';
  if (!/^(?:teilweise )?beantwortet$|^ja$/u.test(state)) return { number, claim: { state: 'open' } };
  const rest = line.slice(entry[0].length).replace(/^[\s:*_–-]+/u, '');
  const from = rest.search(/[„“"»«]/u);
  const to = Math.max(...[...'“”"«»'].map((sign) => rest.lastIndexOf(sign)));
  const quoted = from >= 0 && to > from ? rest.slice(from + 1, to) : rest.replace(/^[„“"»«]/u, '');
  return { number, claim: { state: 'answered', place: quoted.trim() } };
}

/**
 * Tells the reply from the trailer that the model was asked for, however the answer is cut into pieces. Of the reply no
 * character is lost: what follows the trailer and is none of it is reply again.
 */
export class TrailerSplitter {
  /** What is read and not yet decided: an unfinished line. */
  #line = '';
  /** Line ends, rules and empty lines that go with the mark if one follows. */
  #quiet = '';
  /** Whether the beginning of the unfinished line is out already. */
  #passing = false;
  #inside = false;
  #spoken = false;
  #continued = 0;
  readonly #lines: string[] = [];

  /**
   * @param text a piece of the answer, cut anywhere
   * @returns what of it the person may see by now
   */
  push(text: string): string {
    let out = '';
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.#line += text.slice(from, end);
      out += this.#endLine();
      from = end + 1;
    }
    this.#line += text.slice(from);
    return out + this.#openLine();
  }

  /** The answer is complete. @returns what was held back and belongs to the reply */
  end(): string {
    const line = this.#line;
    this.#line = '';
    if (this.#inside) {
      if (!this.#keep(line) && !CUT_ENTRY.test(line) && !isQuiet(line)) return this.#resume(line);
      return '';
    }
    if (!isQuiet(line)) {
      // Only the mark, or its beginning where the answer was cut, is held back till here.
      this.#enter(line);
      return '';
    }
    // Without a trailer the answer stays as it is, its last line ends too.
    return this.#lines.length > 0 ? '' : `${this.#takeQuiet()}${line}`;
  }

  /** What the trailer says, by the number of the question; of two lines on one question the first counts. */
  claims(): Map<number, Claim> {
    const claims = new Map<number, Claim>();
    for (const line of this.#lines) {
      const entry = claimIn(line);
      if (entry && !claims.has(entry.number)) claims.set(entry.number, entry.claim);
    }
    return claims;
  }

  /** A line has ended. */
  #endLine(): string {
    const line = this.#line;
    this.#line = '';
    if (this.#inside) return this.#keep(line) || isQuiet(line) ? '' : this.#resume(line) + this.#hold('\n');
    const passing = this.#passing;
    this.#passing = false;
    if (passing) return line + this.#hold('\n');
    if (isQuiet(line)) return this.#hold(`${line}\n`);
    if (isMark(line)) {
      this.#enter(line);
      return '';
    }
    return this.#say(line) + this.#hold('\n');
  }

  /** A line goes on. */
  #openLine(): string {
    const line = this.#line;
    if (this.#inside) {
      if (line.length < DECIDED_CHARS || ENTRY.test(line) || this.#goesOn()) return '';
      this.#line = '';
      this.#passing = true;
      return this.#resume(line);
    }
    if (this.#passing) {
      this.#line = '';
      return line;
    }
    if (CLOSED_MARK.test(bare(line.slice(0, MAX_MARK_CHARS)))) {
      this.#line = '';
      this.#enter('');
      this.#line = line.replace(RAW_MARK, '');
      return '';
    }
    if (line === '' || mayBecomeMark(line)) return '';
    this.#line = '';
    this.#passing = true;
    return this.#say(line);
  }

  #say(text: string): string {
    this.#spoken = true;
    return this.#takeQuiet() + text;
  }

  /** The reply goes on below the trailer, as a paragraph of its own. */
  #resume(text: string): string {
    this.#inside = false;
    const gap = this.#spoken ? '\n\n' : '';
    return gap + this.#say(text);
  }

  #hold(text: string): string {
    this.#quiet += text;
    return this.#quiet.length > MAX_QUIET_CHARS ? this.#takeQuiet() : '';
  }

  #takeQuiet(): string {
    const quiet = this.#quiet;
    this.#quiet = '';
    return quiet;
  }

  /** The trailer begins; behind its mark, its first entry may stand in the same line. */
  #enter(line: string): void {
    this.#inside = true;
    this.#quiet = '';
    // Also a trailer without an entry is one.
    this.#lines.push('');
    this.#keep(line.replace(RAW_MARK, ''));
  }

  /** Keeps a line of the trailer: an entry, the rest of one whose quotation goes on, or the mark once more. */
  #keep(line: string): boolean {
    if (this.#goesOn() && line.trim() !== '' && !ENTRY.test(line)) {
      this.#continued++;
      this.#lines.push(`${this.#lines.pop() ?? ''} ${line}`.slice(0, MAX_LINE_CHARS));
      return true;
    }
    if (!ENTRY.test(line) && !isMark(line)) return false;
    this.#continued = 0;
    if (this.#lines.length < MAX_TRAILER_LINES) this.#lines.push(line.slice(0, MAX_LINE_CHARS));
    return true;
  }

  /** Whether the last entry's quotation has not ended. */
  #goesOn(): boolean {
    const last = this.#lines.at(-1) ?? '';
    return this.#continued < MAX_CONTINUED && /„[^“”"]*$/u.test(last);
  }
}
