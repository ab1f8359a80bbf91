import { candidates, readNow } from './word-changes-text.ts';
import type { WordLine, WordLines, WrittenWords } from './word-lines.ts';
import { isSign } from './word-lines.ts';

/** Neighbours that are compared on one side; among more that are alike, no place is certain. */
const FAR = 20;

/** Of one line, by the order of their places. */
export function writtenIn(lines: WordLines, line: number): WrittenWords[] {
  return lines.words
    .filter((one) => one.line === line)
    .sort((one, other) => one.start - other.start || one.end - other.end);
}

/** What the neighbours of a place say: whether they lead to a paragraph that occurs once, and at the distance read. */
type Side = 'lost' | 'reached' | 'exact';

/**
 * Finds lines again among the paragraphs of a document that may have changed since. A text that was read once and
 * occurs once is certain. Others are told apart by their neighbours: these must lead, one after the other, to a
 * paragraph that occurs once, or to an end of the document. What we have written ourselves counts as read.
 */
export class Places {
  readonly #texts: readonly string[];
  readonly #lines: readonly Known[];
  readonly #byLine = new Map<number, Known>();
  readonly #ours: Set<string>;
  readonly #at = new Map<string, number[]>();
  readonly #sharing = new Map<string, Known[]>();
  readonly #asRead: boolean;

  /** @param texts of all paragraphs as they are now */
  constructor(lines: WordLines, texts: readonly string[]) {
    this.#texts = texts;
    const gone = new Set(lines.paragraphs.flatMap((one) => one.lines));
    this.#lines = knownOf(lines).filter(({ line }) => !gone.has(line));
    this.#ours = new Set(
      lines.paragraphs.flatMap(({ old, text }) => [old, text, old + text, text + old]).filter(Boolean),
    );
    for (const [at, text] of texts.entries()) push(this.#at, text, at);
    for (const [order, known] of this.#lines.entries()) {
      known.order = order;
      this.#byLine.set(known.line, known);
      for (const form of known.forms) push(this.#sharing, form, known);
    }
    this.#asRead = this.#isAsRead();
  }

  /** @returns the index of the paragraph; null where it is gone, changed or not certain */
  of(line: number): number | null {
    const known = this.#byLine.get(line);
    if (known === undefined) return null;
    const there = known.at.index;
    if (this.#asRead) return there;
    const places = new Set([...known.forms].flatMap((form) => this.#at.get(form) ?? []));
    const text = this.#texts[there];
    if (text !== undefined && fits(known, text)) places.add(there);
    const alike = this.#alike(known);
    const [only] = places;
    if (places.size === 1 && alike.size === 1) return only ?? null;
    return this.#byNeighbours(known, [...places], alike);
  }

  #byNeighbours(known: Known, places: readonly number[], alike: ReadonlySet<Known>): number | null {
    const told = places.map((place) => {
      const sides = [this.#side(known, place, -1), this.#side(known, place, 1)];
      return { place, sides, count: sides.filter((side) => side !== 'lost').length };
    });
    const full = told.filter(({ count }) => count === 2);
    const exact = full.filter(({ sides }) => sides.every((side) => side === 'exact'));
    const best = full.length > 1 ? exact : full;
    if (full.length > 0) return best.length === 1 ? (best[0]?.place ?? null) : null;
    // One side is enough only where none of the paragraphs that read alike is missing.
    const now = new Set(
      [...alike].flatMap(({ forms }) => [...forms]).flatMap((one) => this.#at.get(one) ?? []),
    );
    const half = told.filter(({ count }) => count === 1);
    return now.size >= alike.size && half.length === 1 ? (half[0]?.place ?? null) : null;
  }

  #side(known: Known, place: number, step: 1 | -1): Side {
    let [order, at] = [known.order + step, place + step];
    let compared = 0;
    while (compared < FAR) {
      const [next, text] = [this.#lines[order], this.#texts[at]];
      if (text === undefined) return next === undefined ? this.#end(known, place, step) : 'lost';
      if (next !== undefined && fits(next, text)) {
        if (this.#isOnce(next)) return next.at.index - known.at.index === at - place ? 'exact' : 'reached';
        order += step;
        at += step;
        compared += 1;
      } else if (isBlank(text) || this.#ours.has(text)) at += step;
      else if (next !== undefined && [...next.forms].some(isBlank)) order += step;
      else return 'lost';
    }
    return 'lost';
  }

  /** How many paragraphs without text there were at the end is not known. */
  #end(known: Known, place: number, step: 1 | -1): Side {
    return step === 1 || known.at.index === place ? 'exact' : 'reached';
  }

  #isOnce(known: Known): boolean {
    const places = [...known.forms].flatMap((form) => this.#at.get(form) ?? []);
    return new Set(places).size <= 1 && this.#alike(known).size === 1;
  }

  /** The lines that may read the same, itself among them. */
  #alike(known: Known): ReadonlySet<Known> {
    return new Set([...known.forms].flatMap((form) => this.#sharing.get(form) ?? []));
  }

  #isAsRead(): boolean {
    const taken = new Set(this.#lines.map(({ at }) => at.index));
    return (
      this.#lines.every((known) => {
        const text = this.#texts[known.at.index];
        return text !== undefined && fits(known, text);
      }) && this.#texts.every((text, at) => taken.has(at) || isBlank(text) || this.#ours.has(text))
    );
  }
}

interface Known {
  line: number;
  at: WordLine;
  /** Among the lines that still stand. */
  order: number;
  written: WrittenWords[];
  forms: ReadonlySet<string>;
}

function knownOf(lines: WordLines): Known[] {
  return lines.all.map((at, line) => {
    const written = writtenIn(lines, line);
    return { line, at, order: line, written, forms: new Set(candidates(at.raw, written)) };
  });
}

/** Some of what was written may have been accepted and some not. */
function fits({ at, written, forms }: Known, text: string): boolean {
  return forms.has(text) || readNow(at.raw, written, text) !== null;
}

function isBlank(text: string): boolean {
  return [...text].every((char) => isSign(char) || char.trim() === '');
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const found = map.get(key);
  if (found === undefined) map.set(key, [value]);
  else found.push(value);
}
