import type { Candidate } from './candidate.ts';

const SIZE = 4;
/** Letters a–z, digits, one code for all other letters, 0 between words. */
const OTHER = 37;
const BASE = 38;
const TABLE = 0x250;
const FILTER = 1 << 16;

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

/** Calls with each 4-gram of a text's letters, words divided by one blank. */
function eachGram(text: string, visit: (gram: number) => void): void {
  let gram = 0;
  let letters = 0;
  let last = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? 0 : codeOf(text.charCodeAt(at));
    if (code === 0 && last === 0) continue;
    last = code;
    gram = (gram * BASE + code) % BASE ** SIZE;
    if (++letters >= SIZE - 1) visit(gram);
  }
}

/**
 * How much of the question's 4-grams stands in each candidate, each weighted by how few candidates have it. It finds what
 * the stems miss: names written otherwise, forms that no list knows, parts of compounds.
 * @param letters `Query.letters`
 * @returns in the order of the candidates, 0 to 1
 */
export function gramScores(letters: string, candidates: readonly Candidate[]): number[] {
  const places = new Map<number, number>();
  const filter = new Uint8Array(FILTER);
  eachGram(letters, (gram) => {
    filter[gram % FILTER] = 1;
    if (!places.has(gram)) places.set(gram, places.size);
  });
  const seen = new Uint32Array(places.size);
  const found = candidates.map(({ content }) => {
    const has = new Uint8Array(places.size);
    const mark = (gram: number) => {
      if (filter[gram % FILTER] === 0) return;
      const place = places.get(gram);
      if (place === undefined || has[place] === 1) return;
      has[place] = 1;
      seen[place] = (seen[place] as number) + 1;
    };
    eachGram(content.title, mark);
    for (const heading of content.path) eachGram(heading, mark);
    eachGram(content.text, mark);
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
