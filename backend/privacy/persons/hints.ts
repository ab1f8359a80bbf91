import type { Span } from '../span.ts';
import type { Found } from './found.ts';
import { COMMON, GAP, NAMED, PLACE, type Reading, SHAPE, is, isRole } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { BRAND, STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

/** A span that a trained tagger holds for a person. */
export type Hint = Span & { margin: number };

/** How sure the tagger must be where every word is a name or unknown. */
const MIN_MARGIN = 0;
/** … and where a word has another meaning, too. */
const MIN_MARGIN_COMMON = 0.5;
const MAX_WORDS = 8;

/** Takes over the tagger's spans that nothing speaks against. */
export function hinted(reading: Reading, words: Words, hints: readonly Hint[]): Found[] {
  const found: Found[] = [];
  const sorted = [...hints].sort((a, b) => a.start - b.start);
  let at = 0;
  for (const hint of sorted) {
    while (at < reading.words.length && (reading.words[at]?.end ?? 0) <= hint.start) at++;
    let to = at;
    while (to < reading.words.length && (reading.words[to]?.start ?? 0) < hint.end) to++;
    // `From:` names no one.
    if (to - at === 1 && reading.gap[at] !== GAP.none && reading.words[to]?.text === ':') continue;
    if (to === at || to - at > MAX_WORDS || !acceptable(reading, words, at, to, hint.margin)) continue;
    const surname = to - 1;
    const sole = surname === at;
    const given =
      sole && is(reading, at, WORD.givenFemale | WORD.givenMale) && !is(reading, at, WORD.surname);
    found.push({
      name: given
        ? { from: at, to, given: [at, to], surname: [to, to] }
        : { from: at, to, given: [at, surname], surname: [surname, to] },
      rule: 'tagger',
      sure: 1,
      gender: null,
      plural: false,
    });
  }
  return found;
}

/** What stands behind these is a place. */
const LOCATIVE = /(?:gemeinde|gemarkung|stadt|kreis|ort|teil|bezirk|region|insel|dorf|flur|fluss|berg|see)$/u;

function acceptable(reading: Reading, words: Words, from: number, to: number, margin: number): boolean {
  if (margin < MIN_MARGIN) return false;
  const before = from > 0 ? (reading.lower[from - 1] as string) : '';
  if (to - from === 1 && (before === 'in' || LOCATIVE.test(before)) && !is(reading, from, NAMED))
    return false;
  let common = false;
  let capital = false;
  for (let at = from; at < to; at++) {
    if (reading.closed[at] === 1 || reading.cited[at] === 1 || reading.words[at]?.kind === 'number')
      return false;
    if (reading.shape[at] === SHAPE.lower || reading.shape[at] === SHAPE.none) continue;
    capital = true;
    const lower = reading.lower[at] as string;
    if (STOP.has(lower) || isBody(lower) || (BRAND.has(lower) && to - from === 1)) return false;
    const flags = reading.flags[at] as number;
    if ((flags & WORD.function) !== 0 && !is(reading, at, NAMED)) return false;
    if (is(reading, at, PLACE) && !is(reading, at, NAMED) && to - from === 1) return false;
    if (to - from === 1 && isRole(reading, at) && !is(reading, at, NAMED)) return false;
    if (is(reading, at, COMMON) && !is(reading, at, NAMED)) {
      if (to - from === 1) return false;
      common = true;
    } else if (is(reading, at, COMMON) && to - from === 1) common = true;
    else if (flags === 0 && words.isCompound(reading.words[at]?.text ?? '')) common = true;
  }
  return capital && (!common || margin >= MIN_MARGIN_COMMON);
}
