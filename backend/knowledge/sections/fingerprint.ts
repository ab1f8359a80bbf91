import { createHash } from 'node:crypto';

/** What tells that two texts say the same, or nearly. */
export interface Fingerprint {
  /** SHA-256 of the text's letters and digits; equal for texts that differ in case, signs and blanks only. 32 bytes. */
  same: Uint8Array;
  /**
   * Keys (signed, 32 bits), one for each band: texts that share one are probably alike. Empty for fewer than 12 words.
   */
  near: readonly number[];
}

const { imul } = Math;

/** Words of a shingle. */
const SHINGLE = 4;
const MIN_WORDS = 12;
/**
 * Two texts whose shingles are alike to the part j share a key with probability 1 − (1 − j^ROWS)^BANDS: .994 at .9 and
 * .035 at .5 (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, 3.4.2).
 */
const BANDS = 9;
const ROWS = 8;

/** The fingerprint of a section's text. Time is linear in its length. */
export function fingerprintOf(text: string): Fingerprint {
  const words = wordsOf(text);
  const same = new Uint8Array(createHash('sha256').update(words.join('')).digest());
  if (words.length < MIN_WORDS) return { same, near: [] };
  const lowest = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const shingle of shinglesOf(words)) {
    for (let at = 0; at < lowest.length; at++) {
      const hash = mixed(shingle ^ imul(at + 1, 0x9e3779b1)) >>> 0;
      if (hash < (lowest[at] ?? 0)) lowest[at] = hash;
    }
  }
  const near = Array.from({ length: BANDS }, (_, band) => {
    let key = band + 1;
    for (let row = 0; row < ROWS; row++) key = mixed(imul(key, 31) ^ (lowest[band * ROWS + row] ?? 0));
    return key | 0;
  });
  return { same, near };
}

/** How many of two texts' shingles are the same, as a part of all (Jaccard): what shared keys only make probable. */
export function likeness(one: string, other: string): number {
  const [first, second] = [one, other].map((text) => new Set(shinglesOf(wordsOf(text))));
  if (!first || !second || first.size + second.size === 0) return 0;
  let shared = 0;
  for (const shingle of first) if (second.has(shingle)) shared++;
  return shared / (first.size + second.size - shared);
}

/** Words, folded: no accents, no case, "ß" as "ss". */
function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Hashes of all runs of four words. */
function shinglesOf(words: readonly string[]): number[] {
  const hashes = words.map(hashOf);
  return hashes.slice(0, Math.max(0, hashes.length - SHINGLE + 1)).map((_, at) => {
    let hash = 0;
    for (let word = at; word < at + SHINGLE; word++) hash = mixed(imul(hash, 31) + (hashes[word] ?? 0));
    return hash;
  });
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** The end of MurmurHash3 (Appleby, public domain): every bit of the input changes every bit of the result. */
function mixed(value: number): number {
  let hash = value | 0;
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
