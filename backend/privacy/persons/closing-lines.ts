import type { Found } from './found.ts';
import { type Name, nameAt } from './grammar.ts';
import { GAP, NAMED, PLACE, type Reading, SHAPE, is, isRole, joined, mayName } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { isRank } from './roles.ts';
import { behindTitles } from './salutations.ts';
import { ABBREVIATION, STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

/** A text with less than that is no letter and no note. */
const MIN_WORDS = 15;
const MAX_NOUN = 10;
/** What stands alone at the foot of a text and names no one. */
const FOOT =
  /^(?:ende|entwurf|kopie|abdruck|vordruck|rückseite|schluss|stempel|siegel|verfügung|original|fortsetzung|verwaltung|vorstand|bürgerbüro|anzeige|quelle|stand|seite|link)$/u;

/** A name alone in its line at the foot of a text or above an office: `Krieger⏎Oberamtsrat`, `Stuck, StA`. */
export function closingLines(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  if (reading.words.length < MIN_WORDS) return found;
  for (let index = 1; index < reading.words.length; index++) {
    if (reading.gap[index] !== GAP.paragraph) continue;
    const start = behindTitles(reading, index);
    if (start >= reading.words.length || (start > index && !joined(reading, start))) continue;
    const names = lineOf(reading, words, start);
    for (const name of names)
      found.push({ name, rule: 'closing-line', sure: 2, gender: null, plural: false });
  }
  return found;
}

/** The names of the line, apart by strokes; none where anything else stands in it. */
function lineOf(reading: Reading, words: Words, from: number): Name[] {
  const names: Name[] = [];
  let at = from;
  for (;;) {
    const name = soleAt(reading, words, at) ?? townAbove(reading, at);
    if (name === null) return [];
    names.push(name);
    at = name.to;
    if (at >= reading.words.length || !joined(reading, at)) break;
    if (reading.words[at]?.text === '/' && joined(reading, at + 1)) at++;
    else if (reading.words[at]?.text === ',' && isOffice(reading, at + 1)) return names;
    else return [];
  }
  const last = at >= reading.words.length;
  if (last) return reading.words[from - 1]?.text === ':' ? [] : names;
  return reading.gap[at] === GAP.line && isOffice(reading, at) && isShortLine(reading, at) ? names : [];
}

function isOffice(reading: Reading, at: number): boolean {
  const lower = reading.lower[at] ?? '';
  return isRole(reading, at) || isRank(lower) || /^(?:stain?|ri\w*|rr|oar|ar)$/u.test(lower);
}

const MAX_OFFICE = 6;

function isShortLine(reading: Reading, from: number): boolean {
  let at = from;
  while (at < reading.words.length && at < from + MAX_OFFICE && (at === from || joined(reading, at))) at++;
  // `Hersteller: …` is a row of a form.
  return at < from + MAX_OFFICE && reading.words[from + 1]?.text !== ':';
}

/** `Weingarten` above `Stadtoberinspektor` */
function townAbove(reading: Reading, at: number): Name | null {
  const next = at + 1;
  const above = reading.gap[next] === GAP.line && isOffice(reading, next) && isShortLine(reading, next);
  return above && mayName(reading, at) && is(reading, at, WORD.town) && reading.shape[at] === SHAPE.capital
    ? { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] }
    : null;
}

function soleAt(reading: Reading, words: Words, at: number): Name | null {
  const whole = nameAt(reading, words, at, 'likely');
  if (whole !== null && whole.to - whole.from > 1) return whole;
  const lower = reading.lower[at] ?? '';
  const text = reading.words[at]?.text ?? '';
  if (
    !mayName(reading, at) ||
    reading.shape[at] !== SHAPE.capital ||
    STOP.has(lower) ||
    ABBREVIATION.has(lower) ||
    FOOT.test(lower) ||
    isBody(lower) ||
    words.isCompound(text) ||
    (isRole(reading, at) && !is(reading, at, NAMED)) ||
    is(reading, at, WORD.function)
  )
    return null;
  if (!is(reading, at, NAMED)) {
    if (
      is(reading, at, PLACE) ||
      text.length > MAX_NOUN ||
      /(?:en|n)$/u.test(lower) ||
      is(reading, at, WORD.verb)
    )
      return null;
  }
  return whole ?? { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] };
}
