import type { Candidate } from './candidate.ts';

const SIZE = 4;
/** Letters a–z, digits, one code for all other letters, 0 between words. */
const OTHER = 37;
/** A code takes six bits, a gram 24: moved and cut by bits, since a division for each letter would cost most of a search. */
const CODE_BITS = 6;
const GRAM = 2 ** (SIZE * CODE_BITS) - 1;
const TABLE = 0x250;
const FILTER = 0xffff;

/** What a character is compared as; two codes where an umlaut is written out are not needed: `ä` counts as `a`. */
const CODES: Uint8Array = Uint8Array.from({ length: TABLE }, (_, code) => {
  const letter = String.fromCharCode(code).toLowerCase().normalize('NFKD').charAt(0);
  if (letter >= 'a' && letter <= 'z') return letter.charCodeAt(0) - 96;
  if (letter >= '0' && letter <= '9') return letter.charCodeAt(0) - 48 + 27;
  return /\p{L}/u.test(letter) ? OTHER : 0;
});
const OTHER_LETTER = /[\p{L}\p{N}]/u;

function codeOf(code: number): number {
  if (code < TABLE) return CODES[code] as number;
  return OTHER_LETTER.test(String.fromCharCode(code)) ? OTHER : 0;
}

/** The 4-grams of a question, each with a place. */
interface Wanted {
  places: ReadonlyMap<number, number>;
  /** Most grams of a text are none of them, and this says so without a look into the map. */
  filter: Uint8Array;
}

function filterOf(gram: number): number {
  return (gram ^ (gram >>> 8)) & FILTER;
}

function wantedOf(letters: string): Wanted {
  const places = new Map<number, number>();
  const filter = new Uint8Array(FILTER + 1);
  let gram = 0;
  let count = 0;
  let last = 0;
  for (let at = 0; at <= letters.length; at++) {
    const code = at === letters.length ? 0 : codeOf(letters.charCodeAt(at));
    if (code === 0 && last === 0) continue;
    last = code;
    gram = ((gram << CODE_BITS) | code) & GRAM;
    if (++count < SIZE - 1) continue;
    filter[filterOf(gram)] = 1;
    if (!places.has(gram)) places.set(gram, places.size);
  }
  return { places, filter };
}

/** Marks the places of the grams that a text has; words are divided by one blank. */
function mark(text: string, { places, filter }: Wanted, has: Uint8Array): void {
  let gram = 0;
  let count = 0;
  let last = 0;
  const { length } = text;
  for (let at = 0; at <= length; at++) {
    const unit = at === length ? 0 : text.charCodeAt(at);
    const code = unit < TABLE ? (CODES[unit] as number) : codeOf(unit);
    if (code === 0 && last === 0) continue;
    last = code;
    gram = ((gram << CODE_BITS) | code) & GRAM;
    if (++count < SIZE - 1 || filter[filterOf(gram)] === 0) continue;
    const place = places.get(gram);
    if (place !== undefined) has[place] = 1;
  }
}

/**
 * How much of the question's 4-grams stands in each candidate, each weighted by how few candidates have it. It finds what
 * the stems miss: names written otherwise, forms that no list knows, parts of compounds.
 * @param letters `Query.letters`
 * @returns in the order of the candidates, 0 to 1
 */
export function gramScores(letters: string, candidates: readonly Candidate[]): number[] {
  const wanted = wantedOf(letters);
  const seen = new Uint32Array(wanted.places.size);
  const found = candidates.map(({ content }) => {
    const has = new Uint8Array(wanted.places.size);
    mark(content.title, wanted, has);
    for (const heading of content.path) mark(heading, wanted, has);
    mark(content.text, wanted, has);
    for (let place = 0; place < has.length; place++)
      if (has[place] === 1) seen[place] = (seen[place] as number) + 1;
    return has;
  });
  const weights = Array.from(seen, (count) => Math.log(1 + candidates.length / (0.5 + count)));
  let total = 0;
  for (const weight of weights) total += weight;
  return found.map((has) => {
    let score = 0;
    for (let place = 0; place < weights.length; place++)
      if (has[place] === 1) score += weights[place] as number;
    return total > 0 ? score / total : 0;
  });
}
