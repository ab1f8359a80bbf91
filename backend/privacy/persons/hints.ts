import type { Span } from '../span.ts';
import { EPONYM } from './eponyms.ts';
import type { Found } from './found.ts';
import { COMMON, GAP, GIVEN, NAMED, PLACE, type Reading, SHAPE, is, isRole } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { ABBREVIATION, BRAND, STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

/** A span that a trained tagger holds for a person. */
export type Hint = Span & { margin: number };

/** How sure the tagger must be where every word is a name or unknown. */
const MIN_MARGIN = 0.1;
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
    to = withoutRest(reading, at, to);
    // `From:` names no one.
    if (to - at === 1 && reading.gap[at] !== GAP.none && reading.words[to]?.text === ':') continue;
    if (to - at === 1 && ABBREVIATION.has(reading.lower[at] as string)) continue;
    if (to === at || to - at > MAX_WORDS || !acceptable(reading, words, at, to, hint.margin)) continue;
    const surname = to - 1;
    const sole = surname === at;
    const given =
      sole && is(reading, at, WORD.givenFemale | WORD.givenMale) && !is(reading, at, WORD.surname);
    const turned =
      surname === at + 1 &&
      is(reading, surname, GIVEN) &&
      !is(reading, surname, WORD.surname) &&
      !is(reading, at, GIVEN);
    found.push({
      name: given
        ? { from: at, to, given: [at, to], surname: [to, to] }
        : turned
          ? { from: at, to, given: [surname, to], surname: [at, surname] }
          : { from: at, to, given: [at, surname], surname: [surname, to] },
      rule: 'tagger',
      sure: 1,
      gender: null,
      plural: false,
    });
  }
  return found;
}

/** Leaves off what follows a name: a full stop (`Do.`), or what is somebody's (`Müllers Brief`). */
function withoutRest(reading: Reading, from: number, end: number): number {
  let to = end;
  if (to - from > 1 && reading.words[to - 1]?.text === '.' && reading.shape[to - 2] !== SHAPE.initial) to--;
  const last = to - 1;
  if (last > from && is(reading, last, COMMON) && !is(reading, last, NAMED) && !is(reading, last - 1, GIVEN))
    to--;
  return to;
}

/** `Weiteres Vorgehen`, `Höhere Kosten`: common words where a sentence or a line begins. */
function isHeading(reading: Reading, from: number, to: number): boolean {
  if (reading.opens[from] === 0) return false;
  const common = (at: number) => is(reading, at, COMMON) && !is(reading, at, NAMED);
  if (common(from)) return true;
  // Also where the form of the adjective is in no list, or a name of another country.
  const next = from + 1;
  if (!/e[rsn]$|[^aeiou]e$/u.test(reading.lower[from] as string) || is(reading, from, GIVEN)) return false;
  return (
    to - from <= 2 && reading.gap[next] === GAP.none && reading.shape[next] === SHAPE.capital && common(next)
  );
}

/** What stands behind these is a place. */
const LOCATIVE = /(?:gemeinde|gemarkung|stadt|kreis|ort|teil|bezirk|region|insel|dorf|flur|fluss|berg|see)$/u;

function isSign(reading: Reading, at: number): boolean {
  if (!EPONYM.has(reading.lower[at] as string) || is(reading, at, GIVEN)) return false;
  for (let next = at + 1; next < at + 5; next++)
    if (/^(?:positiv|negativ|neg|pos|beidseits|zeichen|test)$/u.test(reading.lower[next] ?? '')) return true;
  return false;
}

function acceptable(reading: Reading, words: Words, from: number, to: number, margin: number): boolean {
  if (margin < MIN_MARGIN) return false;
  const before = from > 0 ? (reading.lower[from - 1] as string) : '';
  if (to - from === 1 && (before === 'in' || LOCATIVE.test(before)) && !is(reading, from, NAMED))
    return false;
  let common = false;
  let capital = false;
  for (let at = from; at < to; at++) {
    if (at > from && reading.gap[at] !== GAP.none) return false;
    if (reading.closed[at] === 1 || reading.cited[at] === 1 || reading.words[at]?.kind === 'number')
      return false;
    if (reading.shape[at] === SHAPE.lower || reading.shape[at] === SHAPE.none) continue;
    capital = true;
    const lower = reading.lower[at] as string;
    // `Morbus Basedow`, `Phalen und Tinel beidseits positiv`
    if (lower === 'morbus' || (to - from === 1 && isSign(reading, at))) return false;
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
  if (capital && isHeading(reading, from, to)) return false;
  return capital && (!common || margin >= MIN_MARGIN_COMMON);
}
