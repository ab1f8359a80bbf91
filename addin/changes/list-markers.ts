import type { Line } from '../office/host.ts';
import { type Bag, Bags } from './likeness.ts';
import { markerLength } from './markers.ts';

/** So much of an item (0 to 1, by the weight of its words) stands in the line that it was. */
const MIN_FOUND = 0.5;
/** A word that stands in more lines than this does not lead to any of them. */
const MAX_LINES_OF_WORD = 30;

/** How the items of a list begin: `own` where the document makes their signs, otherwise with what is typed. */
export type Markers = { type: 'own' } | { type: 'typed'; bullet: string; behindNumber: string };

/** What a list gets that the old text did not have. */
const NEW = { type: 'typed', bullet: '–', behindNumber: '.' } as const satisfies Markers;

interface OldLine {
  /** The document makes its sign. */
  own: boolean;
  /** Typed before it; empty where nothing is. */
  marker: string;
}

/** Finds out how the items of a new list were written in the old text. */
export class ListMarkers {
  readonly #bags = new Bags();
  readonly #lines: OldLine[];
  readonly #having = new Map<number, number[]>();

  constructor(before: readonly Line[]) {
    this.#lines = before.map(({ text, fixed, inList }, index) => {
      const own = fixed > 0 || inList === true;
      const marker = own ? '' : text.slice(0, markerLength(text, new Set())).trim();
      for (const word of new Set(this.#bags.of(text.slice(Math.max(fixed, marker.length))).words)) {
        const list = this.#having.get(word);
        if (list === undefined) this.#having.set(word, [index]);
        else if (list.length <= MAX_LINES_OF_WORD) list.push(index);
      }
      return { own, marker };
    });
  }

  /**
   * @param items first line of each item
   * @returns `own` where one of them was in a list of the document, or all are new in a document that has such lists;
   * what was typed before one of them; or a dash, and a full stop behind numbers
   */
  of(items: readonly string[]): Markers {
    const found = items.flatMap((item) => this.#lineOf(this.#bags.of(item)) ?? []);
    if (found.some(({ own }) => own)) return { type: 'own' };
    const typed = found.find(({ marker }) => marker !== '');
    if (typed !== undefined) {
      const behindNumber = /\d([.)])$/u.exec(typed.marker)?.[1];
      if (behindNumber !== undefined) return { ...NEW, behindNumber };
      return typed.marker.length === 1 ? { ...NEW, bullet: typed.marker } : NEW;
    }
    return found.length === 0 && this.#lines.some(({ own }) => own) ? { type: 'own' } : NEW;
  }

  /** The old line that has most of an item's words. */
  #lineOf(item: Bag): OldLine | null {
    const found = new Map<number, number>();
    for (const word of new Set(item.words)) {
      const lines = this.#having.get(word) ?? [];
      if (lines.length > MAX_LINES_OF_WORD) continue;
      for (const line of lines) found.set(line, (found.get(line) ?? 0) + this.#bags.weightOf(word));
    }
    let best: [line: number, weight: number] = [-1, 0];
    for (const [line, weight] of found) if (weight > best[1]) best = [line, weight];
    return best[1] >= MIN_FOUND * item.weight ? (this.#lines[best[0]] ?? null) : null;
  }
}
