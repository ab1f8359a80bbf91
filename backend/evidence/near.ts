import search from 'approx-string-match';
import type { Span } from '../../contract/normal-text.ts';
import type { Work } from './work.ts';

/** At most this share of a passage's characters may be inserted, left out or exchanged. */
export const MAX_EDIT_SHARE = 0.1;
/** A shorter passage is only ever found exactly: a few words with an edit stand in any text by chance. */
export const MIN_NEAR_CHARS = 20;

/** Words of a passage that lead to its places, the rarest first. */
const MAX_WORDS = 16;
/** Places of one word that are looked at; a word that stands everywhere tells nothing. */
const MAX_PLACES = 200;
/** Places of the passage that are compared letter by letter, those with most words first. */
const MAX_COMPARED = 20;
/** Shorter words stand everywhere. */
const WORD = /[\p{L}\p{N}]{4,60}/gu;
/** Comparing goes by 32 letters of the passage at a time, and takes ten times as long as searching does. */
const AT_ONCE = 32;
const TIMES_SEARCH = 10;
/** A word that was cut is taken in whole, unless it goes on for longer. */
const MAX_WORD_CHARS = 60;

/** A normalised text and where its words stand, found out when first asked: most passages do without. */
export interface Ground {
  text: string;
  places: () => ReadonlyMap<string, readonly number[]>;
}

export function groundOf(text: string): Ground {
  let places: Map<string, number[]> | undefined;
  return {
    text,
    places: () => {
      if (places) return places;
      places = new Map();
      for (const { 0: word, index } of text.matchAll(WORD)) {
        const known = places.get(word);
        if (known) known.push(index);
        else places.set(word, [index]);
      }
      return places;
    },
  };
}

export interface NearMatch extends Span {
  /** Characters inserted, left out or exchanged. */
  errors: number;
}

/** Where the passage might begin, in steps of `step` characters, with the number of its words that say so. */
function votes(ground: Ground, passage: string, step: number): Map<number, number> {
  const found = new Map<number, number>();
  const known = [...passage.matchAll(WORD)]
    .map(({ 0: word, index }) => ({ index, places: ground.places().get(word) ?? [] }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => a.places.length - b.places.length);
  for (const { index, places } of known.slice(0, MAX_WORDS)) {
    for (const place of places.slice(0, MAX_PLACES)) {
      const start = Math.floor((place - index) / step);
      found.set(start, (found.get(start) ?? 0) + 1);
    }
  }
  return found;
}

function wholeWords(text: string, { start, end }: Span): Span {
  const word = /[\p{L}\p{N}]/u;
  const inWord = (at: number): boolean => word.test(text.charAt(at - 1)) && word.test(text.charAt(at));
  const inNumber = (at: number): boolean =>
    /\d[.,]?$/u.test(text.slice(Math.max(0, at - 2), at)) && /^[.,]?\d/u.test(text.slice(at, at + 2));
  let from = start;
  let to = end;
  while (start - from < MAX_WORD_CHARS && from > 0 && (inWord(from) || inNumber(from))) from--;
  while (to - end < MAX_WORD_CHARS && to < text.length && (inWord(to) || inNumber(to))) to++;
  return { start: from, end: to };
}

/**
 * The place of a text that is most like a passage, with at most 10 % of its characters edited. Both are normalised.
 * Words that stand in the text as they are lead to the places that are compared, so the work stays small also in a
 * text of a thousand pages. A passage of which no word was spared is not found.
 * @param work what it may cost; when it is used up, nothing is found
 * @returns offsets of whole words in the text, or null where nothing is near enough or the passage is too short
 */
export function findNear(ground: Ground, passage: string, work: Work): NearMatch | null {
  if (passage.length < MIN_NEAR_CHARS) return null;
  const { text } = ground;
  const edits = Math.floor(passage.length * MAX_EDIT_SHARE);
  const step = edits + 1;
  const likely = [...votes(ground, passage, step)].sort((a, b) => b[1] - a[1]).slice(0, MAX_COMPARED);
  const found: NearMatch[] = [];
  for (const [start] of likely) {
    const best = found.at(-1);
    if (best?.errors === 0) break;
    const from = Math.max(0, start * step - edits);
    const window = text.slice(from, (start + 1) * step + passage.length + edits);
    const rounds = Math.ceil(passage.length / AT_ONCE) * TIMES_SEARCH;
    if (!work.take(window.length * rounds)) return null;
    const matches = search(window, passage, best ? best.errors - 1 : edits);
    // Each end that is as near as the nearest was read back: in a run of one letter that is every place.
    work.take(matches.length * passage.length * rounds);
    const [match] = matches;
    if (match) found.push({ start: from + match.start, end: from + match.end, errors: match.errors });
  }
  const best = found.at(-1);
  return best ? { ...wholeWords(text, best), errors: best.errors } : null;
}
