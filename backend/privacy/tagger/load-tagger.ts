import { readFileSync } from 'node:fs';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { taggerOf, type Tagger } from './tagger.ts';
import { readWeights } from './weights.ts';

/**
 * The tagger that ships with the product (`weights.bin`, made by tools/privacy/train-tagger.ts).
 * @throws Error where the file is missing or not of this version
 */
export function loadTagger(lexicon: Lexicon): Tagger {
  return createTagger(readFileSync(new URL('weights.bin', import.meta.url)), lexicon);
}

/** @throws Error where the bytes are no weights of this version */
export function createTagger(bytes: Uint8Array, lexicon: Lexicon): Tagger {
  return taggerOf(readWeights(bytes), lexicon);
}
