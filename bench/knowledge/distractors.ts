import type { Section } from '../../backend/knowledge/section.ts';

/** A document of made-up sections. */
export interface Distractor {
  name: string;
  title: string;
  sections: Section[];
}

const SECTIONS_A_DOCUMENT = 60;
const WORDS = { least: 25, most: 190 };
/** One word of so many is a new compound of two real ones, since every further text brings new words. */
const NEW_WORD = 40;

/**
 * Sections in the words of real ones, put together anew (a Markov chain of the first order): as long, with the same words
 * as often, and saying nothing. The same seed gives the same ones.
 * @param sources whose words they are made of
 */
export function* distractors(
  sections: number,
  sources: readonly Section[],
  seed: number,
): Generator<Distractor> {
  const random = generator(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const follows = new Map<string, string[]>();
  const starts: string[] = [];
  const nouns: string[] = [];
  for (const { text } of sources) {
    const words = text.split(/\s+/u).filter(Boolean);
    if (words[0] !== undefined) starts.push(words[0]);
    words.forEach((word, index) => {
      const next = words[index + 1];
      if (next !== undefined) (follows.get(word) ?? made(follows, word)).push(next);
      if (/^\p{Lu}\p{Ll}{3,}$/u.test(word)) nouns.push(word);
    });
  }
  const heading = (number: number) =>
    `§ ${number} ${Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(nouns)).join(' und ')}`;
  for (let left = sections, count = 1; left > 0; count++) {
    const name = `ablage-${seed}-${count}.md`;
    const title = `${pick(nouns)} ${pick(nouns).toLowerCase()} ${count}`;
    const made: Section[] = [];
    for (let number = 1; number <= SECTIONS_A_DOCUMENT && left > 0; number++, left--) {
      const length = WORDS.least + Math.floor(random() * random() * (WORDS.most - WORDS.least) * 1.6);
      let word = pick(starts);
      const words = [word];
      while (words.length < length) {
        word = pick(follows.get(word) ?? starts);
        words.push(random() * NEW_WORD < 1 ? `${pick(nouns)}${pick(nouns).toLowerCase()}` : word);
      }
      made.push({ path: [heading(number)], text: words.join(' '), pages: null });
    }
    yield { name, title, sections: made };
  }
}

function made(map: Map<string, string[]>, word: string): string[] {
  const list: string[] = [];
  map.set(word, list);
  return list;
}

/** Mulberry32: 32 bits of state are plenty for texts that mean nothing. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
