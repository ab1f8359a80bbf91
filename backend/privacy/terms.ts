import { coverOf } from './cover.ts';
import type { Candidate, Span } from './span.ts';
import { type View, viewOf } from './view.ts';

/** What people decided about words, whatever the recognisers say. */
export interface Terms {
  /** Masked wherever they stand. */
  mask: readonly string[];
  /** Left as they are where they stand as a whole: names and addresses of the house's own bodies. */
  keep: readonly string[];
  /** Left as they are where exactly this was found. */
  release: readonly string[];
}

/** The rule of what a person or the house chose to mask. */
export const BY_HAND = 'by-hand';

export const noTerms: Terms = { mask: [], keep: [], release: [] };

const WORD = /[\p{L}\p{N}]/u;
const SEVERAL_WORDS = /\S\s+\S/u;
const NEEDS_ESCAPE = /[\\^$.*+?()[\]{}|]/g;
/** More than that of one term is no text of this world; some of them left in sight would be worse than none sent. */
const MAX_PLACES = 200_000;
const SHARP = /ß|ẞ|ss/giu;

/**
 * Where terms stand in a view, in whatever case and with whatever white space. A term that begins or ends with a letter
 * or a figure is not found inside of a longer word.
 * @throws Error where a term stands in too many places
 */
export function placesOfTerms(view: View, terms: readonly string[]): Span[] {
  const places: Span[] = [];
  for (const term of terms) {
    // What was copied from a document may hold what nobody sees.
    const words = viewOf(term).text.trim().split(/\s+/u).filter(Boolean);
    if (words.length === 0) continue;
    const pattern = new RegExp(
      words
        .map((word) => word.replaceAll(NEEDS_ESCAPE, '\\$&').replaceAll(SHARP, '(?:ß|ẞ|ss)'))
        .join('\\s{1,8}'),
      'giu',
    );
    let count = 0;
    for (const match of view.text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!isWhole(view.text, span)) continue;
      places.push(span);
      if (++count > MAX_PLACES) throw new Error('a term stands in too many places');
    }
  }
  return places;
}

function isWhole(text: string, { start, end }: Span): boolean {
  const touches = (inside: string | undefined, outside: string | undefined) =>
    inside !== undefined && outside !== undefined && WORD.test(inside) && WORD.test(outside);
  if (touches(text[start], text[start - 1])) return false;
  // An inflected form is the same word: „Müllers“.
  const after = text[end] === 's' ? end + 1 : end;
  return !touches(text[end - 1], text[after]);
}

/** What a person chose to mask, as candidates that no recogniser outweighs. */
export function maskedByHand(view: View, terms: readonly string[]): Candidate[] {
  return placesOfTerms(view, terms).map((span) => ({ ...span, kind: 'other', rule: BY_HAND, weight: 3 }));
}

/** Leaves out what the house or the person wants to stay. */
export function withoutKept(view: View, candidates: readonly Candidate[], terms: Terms): Candidate[] {
  const stays = stayingIn(view, terms);
  // „Kusel“ is kept as the name of the house's town; Herr Kusel is not.
  const staysAsName = stayingIn(view, {
    ...terms,
    keep: terms.keep.filter((term) => SEVERAL_WORDS.test(term.trim())),
  });
  return candidates.filter(({ kind, start, end, person }) => {
    const span = { start, end: end - (person?.ending ?? 0) };
    return kind === 'person' ? !staysAsName(span) : !stays(span);
  });
}

/** What tells of a stretch of a view whether the house or the person wants it to stay. */
export function stayingIn(view: View, { keep, release }: Terms): (span: Span) => boolean {
  const kept = coverOf(view.text, placesOfTerms(view, keep));
  const released = new Set(release.map(plain));
  return (span) =>
    kept(span).whole || (released.size > 0 && released.has(plain(view.text.slice(span.start, span.end))));
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
