import type { Token } from '../tokens.ts';
import { SHAPE, isCapital } from './shape.ts';
import { EDGE, PREFIXES, SUFFIXES, type WordFacts, type WordReader } from './words.ts';

/** A text made ready: what is known of each token, and which tokens can be part of a name. */
export interface Sequence {
  facts: WordFacts[];
  /** 1 where the token may be something else than `none`. */
  active: Uint8Array;
  /** Bit 0: in brackets, bit 1: in quotation marks, bit 2: first of a sentence, bit 3: first of a line. */
  place: Uint8Array;
}

const PARTICLES = new Set(
  `von vom van de der den dem del della delle dello di da dal dos das do du des la le les los lo zu zum zur und y e ter ten
  op aus im in bin ibn bint al el ed ul az zi`.split(/\s+/u),
);
/** Tokens that a bracket or a quotation may hold. */
const MAX_ENCLOSED = 40;

/** Reads tokens for the tagger. Linear. */
export function sequenceOf(tokens: readonly Token[], words: WordReader): Sequence {
  const facts = tokens.map((token) => words.read(token));
  const active = new Uint8Array(tokens.length);
  const place = new Uint8Array(tokens.length);
  let bracket = 0;
  let quote = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { shape } = facts[at] as WordFacts;
    const before = facts[at - 1]?.shape ?? SHAPE.edge;
    if (shape === SHAPE.edge) bracket = quote = 0;
    else if (shape === SHAPE.opening) bracket = MAX_ENCLOSED;
    else if (shape === SHAPE.closing) bracket = 0;
    else if (shape === SHAPE.quote) quote = quote > 0 ? 0 : MAX_ENCLOSED;
    if (bracket > 0) bracket--;
    if (quote > 0) quote--;
    place[at] =
      (bracket > 0 ? 1 : 0) |
      (quote > 0 ? 2 : 0) |
      (before === SHAPE.edge || before === SHAPE.stop || before === SHAPE.colon ? 4 : 0) |
      (before === SHAPE.edge || before === SHAPE.line ? 8 : 0);
    active[at] = isCapital(shape) || joins(tokens, facts, active, at) ? 1 : 0;
  }
  return { facts, active, place };
}

/** Whether a token that is no capital word may stand inside a name: `von`, the stop of an initial, the hyphen of two names. */
function joins(
  tokens: readonly Token[],
  facts: readonly WordFacts[],
  active: Uint8Array,
  at: number,
): boolean {
  const before = facts[at - 1];
  if (at === 0 || active[at - 1] !== 1 || before === undefined) return false;
  const { shape } = facts[at] as WordFacts;
  if (shape === SHAPE.stop)
    return before.shape === SHAPE.initial || (before.length <= 3 && isCapital(before.shape));
  const after = facts[at + 1];
  if (after === undefined || shape !== SHAPE.lower || !PARTICLES.has((tokens[at] as Token).text))
    return false;
  return isCapital(after.shape) || PARTICLES.has((tokens[at + 1] as Token).text);
}

/** At most so many features has a token. */
export const MAX_FEATURES = 72;

/**
 * Writes the features of a token as numbers of buckets.
 * @param bits the buckets are 2 to the power of it
 * @param out receives the features, at least `MAX_FEATURES` long
 * @returns how many they are
 */
export function featuresAt({ facts, place }: Sequence, at: number, bits: number, out: Int32Array): number {
  const shift = 32 - bits;
  const here = facts[at] as WordFacts;
  const [before2, before] = [left(facts, at, 2), left(facts, at, 1)];
  const [after, after2] = [right(facts, at, 1), right(facts, at, 2)];
  let count = 0;
  let template = 0;
  /** A feature of the next template. */
  const put = (value: number) => {
    template++;
    let hash = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    out[count++] = (hash ^ (hash >>> 13)) >>> shift;
  };
  /** One that is left out where there is nothing to say. */
  const putIf = (value: number) => {
    if (value === 0) template++;
    else put(value);
  };
  const shapes = (before.shape << 5) | here.shape;
  const where = place[at] as number;

  put(0);
  put(here.hash);
  put(before.hash);
  put(before2.hash);
  put(after.hash);
  put(after2.hash);
  put(pair(before.hash, here.hash));
  put(pair(here.hash, after.hash));
  put(pair(before.hash, after.hash));
  put(pair(before2.hash, before.hash));
  for (let size = 0; size < PREFIXES; size++) putIf(here.prefixes[size] as number);
  for (let size = 0; size < SUFFIXES; size++) putIf(here.suffixes[size] as number);

  put(here.shape);
  put(shapes);
  put((here.shape << 5) | after.shape);
  put((shapes << 5) | after.shape);
  put((shapes << 10) | (before2.shape << 5) | after.shape);
  put((((here.shape << 5) | after.shape) << 5) | after2.shape);

  put(here.flags);
  put(before.flags);
  put(after.flags);
  put((before.kind << 5) | here.kind);
  put((here.kind << 5) | after.kind);
  put((((before.kind << 5) | here.kind) << 5) | after.kind);
  put((((before2.kind << 5) | before.kind) << 5) | here.kind);
  put((((here.kind << 5) | after.kind) << 5) | after2.kind);
  put((here.flags << 5) | here.shape);
  put((((shapes << 5) | after.shape) << 5) | here.kind);
  put((((before.kind << 5) | here.kind) << 10) | shapes);
  put((((here.kind << 5) | after.kind) << 10) | (here.shape << 5) | after.shape);
  put(pair(before.hash, here.kind));
  put(pair(after.hash, here.kind));
  put(pair(before.hash, here.shape));
  put(pair(after.hash, here.shape));
  put(pair(before2.hash, (before.kind << 5) | here.kind));
  put(pair(after2.hash, (here.kind << 5) | after.kind));
  putIf(here.firstFlags);
  putIf(here.lastFlags);
  putIf(here.lastHash);

  putIf(before.suffixes[3] as number);
  putIf(before.suffixes[4] as number);
  putIf(after.suffixes[2] as number);
  putIf(before2.suffixes[3] as number);
  put(pair(before.suffixes[2] as number, here.kind));
  put(pair(before.suffixes[3] as number, (before.kind << 5) | here.kind));
  put(pair(after.suffixes[1] as number, (after.kind << 5) | here.kind));
  put(pair(here.suffixes[1] as number, (here.kind << 5) | here.shape));
  put(pair(here.suffixes[2] as number, (here.kind << 5) | before.kind));

  put(where);
  put((where << 10) | (here.shape << 5) | here.kind);
  put((((where << 5) | before.shape) << 5) | after.shape);
  put((here.length << 5) | here.shape);
  put(pair((where << 5) | here.kind, (before.kind << 5) | after.kind));
  return count;
}

function left(facts: readonly WordFacts[], at: number, by: number): WordFacts {
  for (let step = 1; step <= by; step++) if (facts[at - step]?.shape === SHAPE.edge) return EDGE;
  return facts[at - by] ?? EDGE;
}

function right(facts: readonly WordFacts[], at: number, by: number): WordFacts {
  for (let step = 1; step <= by; step++) if (facts[at + step]?.shape === SHAPE.edge) return EDGE;
  return facts[at + by] ?? EDGE;
}

function pair(first: number, second: number): number {
  return Math.imul(first, 0x01000193) ^ Math.imul(second + 0x3d4d51cb, 0x27d4eb2f);
}
