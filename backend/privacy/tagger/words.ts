import { createFolder } from '../lexicon/fold.ts';
import { WORD, type Lexicon } from '../lexicon/lexicon.ts';
import { SEED_LOW, hashOf, stepLow } from '../lexicon/table.ts';
import type { Token } from '../tokens.ts';
import { SHAPE, shapeOf } from './shape.ts';

/** What the tagger knows of a word, computed once for all its occurrences. */
export interface WordFacts {
  shape: number;
  /** Hash of the folded word. */
  hash: number;
  /** `WORD` flags; of a genitive those of the name it is made from, too. */
  flags: number;
  /** Flags in few classes, for combinations with those of the neighbours. */
  kind: number;
  /** Hashes of the first one to four characters. */
  prefixes: readonly number[];
  /** Hashes of the last one to five characters. */
  suffixes: readonly number[];
  /** Flags of the first and the last part of a word with hyphens; 0 for others. */
  firstFlags: number;
  lastFlags: number;
  /** Hash of the last part of a word with hyphens; 0 for others. */
  lastHash: number;
  length: number;
}

export const PREFIXES = 4;
export const SUFFIXES = 5;

const GIVEN = WORD.givenFemale | WORD.givenMale;
const NAME = GIVEN | WORD.surname;
const PLACE = WORD.town | WORD.area;
const COMMON = WORD.noun | WORD.adjective | WORD.verb;
/** A bit in `flags` beside those of `WORD`: known as a name or place only without its genitive ending. */
const GENITIVE = 1 << 9;

/** Looks words up for the tagger. It remembers nothing beyond one text: a text is personal. */
export interface WordReader {
  read(token: Token): WordFacts;
}

/** @param hide whether the lexicon's name flags of a word are to be hidden; training does so to learn from the context */
export function createWordReader(
  lexicon: Lexicon,
  hide: (word: string) => boolean = () => false,
): () => WordReader {
  const { codes, fold } = createFolder();

  function factsOf(token: Token): WordFacts {
    const shape = shapeOf(token);
    if (token.kind !== 'word') return plain(shape, token);
    const word = token.text;
    const length = fold(word);
    const hash = hashOf(codes, 0, length).low;
    const prefixes: number[] = [];
    const suffixes: number[] = [];
    for (let size = 1; size <= PREFIXES; size++)
      prefixes.push(size <= length ? hashOf(codes, 0, size).low : 0);
    for (let size = 1; size <= SUFFIXES; size++)
      suffixes.push(size <= length ? hashOf(codes, length - size, length).low : 0);
    const hidden = hide(word) ? ~NAME : ~0;
    const flags = flagsOf(word) & hidden;
    const hyphen = word.lastIndexOf('-');
    const [first, last] = hyphen > 0 ? [word.slice(0, word.indexOf('-')), word.slice(hyphen + 1)] : ['', ''];
    return {
      shape,
      hash,
      flags,
      kind: kindOf(flags),
      prefixes,
      suffixes,
      firstFlags: lexicon.flags(first) & hidden,
      lastFlags: flagsOf(last) & hidden,
      lastHash: last === '' ? 0 : hashOf(codes, 0, fold(last)).low,
      length: Math.min(word.length, 12),
    };
  }

  function flagsOf(word: string): number {
    const flags = lexicon.flags(word);
    if ((flags & (NAME | PLACE)) !== 0) return flags;
    const stem = /['’]s?$|s$/u.exec(word);
    if (stem === null || word.length < 4) return flags;
    const known = lexicon.flags(word.slice(0, stem.index)) & (NAME | PLACE);
    return known === 0 ? flags : flags | known | GENITIVE;
  }

  return () => {
    const known = new Map<string, WordFacts>();
    return {
      read(token) {
        let facts = known.get(token.text);
        if (facts === undefined) known.set(token.text, (facts = factsOf(token)));
        return facts;
      },
    };
  };
}

/** Numbers are alike by their length, signs by themselves. */
function plain(shape: number, token: Token): WordFacts {
  const hash =
    token.kind === 'number'
      ? stepLow(SEED_LOW, 0x10000 + token.text.length)
      : shape === SHAPE.edge
        ? SEED_LOW
        : stepLow(SEED_LOW, token.text.charCodeAt(0));
  return { ...EDGE, shape, hash, length: Math.min(token.text.length, 12) };
}

/** What stands before the first and after the last word. */
export const EDGE: WordFacts = {
  shape: SHAPE.edge,
  hash: SEED_LOW,
  flags: 0,
  kind: 0,
  prefixes: Array.from({ length: PREFIXES }, () => 0),
  suffixes: Array.from({ length: SUFFIXES }, () => 0),
  firstFlags: 0,
  lastFlags: 0,
  lastHash: 0,
  length: 0,
};

function kindOf(flags: number): number {
  return (
    ((flags & GIVEN) !== 0 ? 1 : 0) |
    ((flags & WORD.surname) !== 0 ? 2 : 0) |
    ((flags & COMMON) !== 0 ? 4 : 0) |
    ((flags & WORD.function) !== 0 ? 8 : 0) |
    ((flags & PLACE) !== 0 ? 16 : 0)
  );
}
