import { tokensOf, weightOf } from './tokens.ts';

/** The words and signs of a text without their order. */
export interface Bag {
  /** Numbers of the words, ascending; a word comes as often as it stands in the text. */
  words: Int32Array;
  weight: number;
}

/** Makes bags that can be compared with each other. */
export class Bags {
  readonly #numbers = new Map<string, number>();
  readonly #weights: number[] = [];

  of(text: string): Bag {
    const words: number[] = [];
    let weight = 0;
    for (const token of tokensOf(text)) {
      const own = weightOf(token);
      if (own === 0) continue;
      weight += own;
      let word = this.#numbers.get(token.key);
      if (word === undefined) {
        word = this.#weights.push(own) - 1;
        this.#numbers.set(token.key, word);
      }
      words.push(word);
    }
    return { words: Int32Array.from(words).sort(), weight };
  }

  weightOf(word: number): number {
    return this.#weights[word] ?? 0;
  }

  /** The weight of what two texts have in common. */
  common(one: Bag, other: Bag): number {
    let weight = 0;
    let at = 0;
    for (const word of one.words) {
      while (at < other.words.length && (other.words[at] ?? 0) < word) at++;
      if (other.words[at] !== word) continue;
      weight += this.weightOf(word);
      at++;
    }
    return weight;
  }
}

/** Several texts as one. */
export function together(bags: readonly Bag[]): Bag {
  const words = new Int32Array(bags.reduce((sum, bag) => sum + bag.words.length, 0));
  let at = 0;
  for (const bag of bags) {
    words.set(bag.words, at);
    at += bag.words.length;
  }
  return { words: words.sort(), weight: bags.reduce((sum, bag) => sum + bag.weight, 0) };
}

/** 0 where two texts have nothing in common, 1 where they have the same words. */
export function likeness(common: number, one: Bag, other: Bag): number {
  return common === 0 ? 0 : (2 * common) / (one.weight + other.weight);
}
