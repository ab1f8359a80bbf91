import type { Candidate } from '../span.ts';
import type { Found } from './found.ts';
import { type Name, nameAt } from './grammar.ts';
import { COMMON, GAP, NAMED, type Reading, is, joined, mayName, isRole } from './reading.ts';
import { WORD } from '../lexicon/lexicon.ts';
import { isDegree } from './roles.ts';
import { behindTitles } from './salutations.ts';
import { STOP, isBody } from './stops.ts';
import type { Words } from './words.ts';

const MAX_LINE_WORDS = 9;

/**
 * The name above or before a street: `Gülşah Çelikkaya` / `Barbarossastr. 60`, `Rüttger, Am Alten Markt 7`. Only a person
 * or a body has an address, and bodies are called by common nouns.
 */
export function addressees(reading: Reading, words: Words, taken: readonly Candidate[]): Found[] {
  const streets = taken.filter(({ kind }) => kind === 'street').sort((a, b) => a.start - b.start);
  const found: Found[] = [];
  let at = 0;
  for (const street of streets) {
    while (at < reading.words.length && (reading.words[at]?.start ?? 0) < street.start) at++;
    const name = nameBefore(reading, words, at);
    if (name !== null) found.push({ name, rule: 'address', sure: 2, gender: null, plural: false });
  }
  return found;
}

function nameBefore(reading: Reading, words: Words, street: number): Name | null {
  let end = street;
  // `Rüttger, Am Alten Markt 7`, `| Finja Zeitz | Zum Sportplatz 61`
  const beside = end > 0 && joined(reading, end) && /^[,|]$/u.test(reading.words[end - 1]?.text ?? '');
  if (beside) end--;
  else if (reading.gap[end] !== GAP.line) return null;
  if (end === 0) return null;
  let from = end - 1;
  while (
    from > 0 &&
    end - from < MAX_LINE_WORDS &&
    reading.gap[from] === GAP.none &&
    !(beside && /^[,|:;]$/u.test(reading.words[from - 1]?.text ?? ''))
  )
    from--;
  const start = behindTitles(reading, from);
  if (start >= end || reading.closed[start] === 1) return null;
  if (beside && !startsItem(reading, from)) return null;
  for (let index = start; index < end; index++) if (!belongs(reading, words, index)) return null;
  const name = nameAt(reading, words, start, 'likely');
  if (name === null || name.to < end) return null;
  const sole = name.to - name.from === 1;
  // A place's or a body's name alone says too little.
  return sole && !is(reading, start, NAMED) && ((reading.flags[start] as number) !== 0 || !beside)
    ? null
    : name;
}

function startsItem(reading: Reading, from: number): boolean {
  return (
    reading.gap[from] !== GAP.none ||
    /^[|:;]$/u.test(reading.words[from - 1]?.text ?? '') ||
    reading.words[from - 1]?.kind === 'number'
  );
}

function belongs(reading: Reading, words: Words, at: number): boolean {
  const lower = reading.lower[at] as string;
  if (lower === '.' || lower === '-' || isDegree(lower)) return true;
  if (reading.words[at]?.kind !== 'word') return false;
  if (STOP.has(lower) || isBody(lower) || words.isCompound(reading.words[at]?.text ?? '')) return false;
  if (!mayName(reading, at)) return true;
  if (is(reading, at, NAMED)) return true;
  return !is(reading, at, COMMON & ~WORD.adjective) && !is(reading, at, WORD.area) && !isRole(reading, at);
}
