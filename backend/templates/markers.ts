interface Step {
  signs: RegExp;
  min: number;
  max: number;
}

const step = (signs: RegExp, min: number, max: number): Step => ({ signs, min, max });
const EMPHASIS = /[*_`~]/;
const SPACE_OR_EMPHASIS = /[\s*_`~\\]/;
const MAX_EMPHASIS = 4;

/**
 * `[[Textbaustein 3]]`, also with one pair of brackets, escaped, with emphasis and spaces within. Neighbouring steps
 * share no sign, so that each may take all it can and nothing is ever tried twice.
 */
const MARKER: readonly Step[] = [
  step(/[[\\]/, 1, 4),
  step(/[\s*_`~]/, 0, 8),
  ...[...'textbaustein'].map((letter) => step(new RegExp(letter, 'i'), 1, 1)),
  step(/[\s*_`~.:#Nr\u2013-]/i, 0, 8),
  step(/\d/, 1, 4),
  step(SPACE_OR_EMPHASIS, 0, 10),
  step(/\]/, 1, 1),
  step(/[\\\]]/, 0, 3),
];

type Match =
  | { state: 'none' }
  /** May become a marker when more comes. */
  | { state: 'open' }
  | { state: 'whole'; number: number; length: number };

function matchMarker(text: string, from: number): Match {
  let at = from;
  let digits = '';
  for (const { signs, min, max } of MARKER) {
    let taken = 0;
    while (taken < max && at < text.length && signs.test(text.charAt(at))) {
      if (signs.source === '\\d') digits += text.charAt(at);
      at++;
      taken++;
    }
    if (at >= text.length && taken < max) return { state: 'open' };
    if (taken < min) return { state: 'none' };
  }
  return { state: 'whole', number: Number(digits), length: at - from };
}

/**
 * Puts words in place of markers while a text comes in, cut anywhere. Emphasis that a model set around a marker goes
 * with it; a marker that nobody knows stays as it is.
 */
export class MarkerReader {
  /** Numbers of the markers that were met. */
  readonly seen = new Set<number>();
  readonly #wordsOf: (number: number) => string | null;
  #held = '';

  /** @param wordsOf what stands for a number; null where it stands for nothing */
  constructor(wordsOf: (number: number) => string | null) {
    this.#wordsOf = wordsOf;
  }

  /** A piece of the text. @returns what is decided by now */
  read(piece: string): string {
    return this.#take(this.#held + piece, false);
  }

  /** The text is complete. */
  end(): string {
    return this.#take(this.#held, true);
  }

  #take(text: string, complete: boolean): string {
    let out = '';
    let at = 0;
    this.#held = '';
    while (at < text.length) {
      const next = text.slice(at).search(/[[\\*_`~]/);
      if (next < 0) break;
      out += text.slice(at, at + next);
      at += next;
      const found = this.#markerAt(text, at, complete);
      if (found === 'open') {
        this.#held = text.slice(at);
        return out;
      }
      out += found.text;
      at += found.length;
    }
    return out + text.slice(at);
  }

  /** What stands at a sign that may begin a marker, or emphasis around one. */
  #markerAt(text: string, at: number, complete: boolean): 'open' | { text: string; length: number } {
    let start = at;
    while (start < text.length && EMPHASIS.test(text.charAt(start))) start++;
    const around = start - at;
    const plain = { text: text.slice(at, Math.max(start, at + 1)), length: Math.max(around, 1) };
    if (around > MAX_EMPHASIS) return plain;
    if (start >= text.length) return complete ? plain : 'open';
    const match = matchMarker(complete ? `${text}\n` : text, start);
    if (match.state === 'none') return plain;
    if (match.state === 'open') return complete ? plain : 'open';
    const words = this.#wordsOf(match.number);
    if (words === null) return plain;
    const behind = start + match.length;
    const closing = text.slice(behind, behind + around);
    const emphasis = text.slice(at, start);
    const mirrored = [...emphasis].reverse().join('');
    if (!complete && closing.length < around && mirrored.startsWith(closing)) return 'open';
    this.seen.add(match.number);
    const goesWith = around > 0 && closing === mirrored;
    return goesWith
      ? { text: words, length: match.length + 2 * around }
      : { text: emphasis + words, length: match.length + around };
  }
}
