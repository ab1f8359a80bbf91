import type { Given } from './given.ts';
import { invented } from './invented.ts';
import { misquoted } from './misquoted.ts';
import { quoted } from './quoted.ts';

/** What a model knows when it answers. */
export interface Known {
  question: string;
  /** The true answer in its own words. */
  statement: string;
  /** The sentence that bears it out, and the number of its section. */
  sentence: string;
  number: number;
  given: readonly Given[];
  /** A real sentence of the collection that it was not given. */
  elsewhere: string;
}

/** One way of answering. */
export interface Saying {
  name: string;
  /** `true`: the passage is what the section says, however it is written. `foreign`: a real sentence that says something else. */
  kind: 'true' | 'invented' | 'misquoted' | 'foreign';
  /** The answer as the model writes it; null where this way does not fit the sentence. */
  say(known: Known): string | null;
}

export const sayings: readonly Saying[] = [...quoted, ...invented, ...misquoted];
