import type { AlsoWords } from '../analysis/analysed.ts';
import { ABBREVIATIONS } from './abbreviations.ts';
import { OFFICE } from './office.ts';
import { WORK } from './work.ts';

/** The dictionary that ships, a line an entry; see `createEveryday`. */
export const EVERYDAY = `${WORK}${OFFICE}${ABBREVIATIONS}`;

/** What a word of administrations counts that stands for one of everyday life. */
const WEIGHT = 0.4;

/** Stems of a word, the whole one first. */
export type StemsOf = (word: string) => readonly string[];

interface Entry {
  /** All of them must stand in the question. */
  stems: readonly string[];
  words: string;
}

/** Finds what administrations write for words of everyday life. */
export type Everyday = (stems: ReadonlySet<string>) => AlsoWords[];

/**
 * Reads a dictionary of everyday words: "a, b+c: d e" says that a question with `a`, or with both `b` and `c`, is
 * also one for `d` and `e`.
 * @param stemsOf how the words of a question are stemmed
 * @param dictionary a line an entry
 */
export function createEveryday(stemsOf: StemsOf, dictionary: string): Everyday {
  const entries = new Map<string, Entry[]>();
  for (const line of dictionary.trim().split(/\n+/u)) {
    const [keys = '', words = ''] = line.split(': ');
    for (const key of keys.split(', ')) {
      const stems = key.split(/[+ -]/u).flatMap((word) => stemsOf(word).slice(0, 1));
      const first = stems[0];
      if (first === undefined) continue;
      const known = entries.get(first);
      if (known === undefined) entries.set(first, [{ stems, words }]);
      else known.push({ stems, words });
    }
  }
  return (asked) => {
    const found = new Set<string>();
    for (const stem of asked)
      for (const entry of entries.get(stem) ?? [])
        if (entry.stems.every((each) => asked.has(each))) found.add(entry.words);
    return [...found].map((words) => ({ words, weight: WEIGHT }));
  };
}
