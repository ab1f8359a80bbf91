import type { Name } from './grammar.ts';
import type { Reading } from './reading.ts';
import type { Words } from './words.ts';

/** A name that a rule found. */
export interface Found {
  name: Name;
  /** Which rule; never a word of the text. */
  rule: string;
  /** 3: a cue beside it says so; 2: its words say so together; 1: one word that is most likely a name. */
  sure: 1 | 2 | 3;
  gender: 'female' | 'male' | null;
  plural: boolean;
}

/** Finds names in one text. */
export type Rule = (reading: Reading, words: Words) => Found[];
