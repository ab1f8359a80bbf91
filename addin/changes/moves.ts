import type { Pair } from './anchors.ts';
import { type Bag, type Bags, likeness } from './likeness.ts';

/** A sentence that moved and was reworded keeps at least so much (0 to 1); it is more than in place, where its neighbours speak for it. */
const MIN_MOVED_LIKENESS = 0.6;
/** Less than about two words moves by accident: the figures of a table, "Ja." */
export const MIN_MOVED_WEIGHT = 8;
/** A word that stands in more sentences than this leads to none of them. */
const MAX_SENTENCES_OF_WORD = 30;

/** A sentence that has found no partner in its place. */
export interface Loose {
  index: number;
  bag: Bag;
}

/** Pairs sentences that were left over by their words, wherever they stand; the most alike first. */
export function movesAmong(before: readonly Loose[], after: readonly Loose[], bags: Bags): Pair[] {
  const heavy = ({ bag }: Loose) => bag.weight >= MIN_MOVED_WEIGHT;
  const having = sentencesByWord(before.filter(heavy));
  const candidates = after.filter(heavy).flatMap((loose) =>
    sharers(loose.bag, having).map((other) => ({
      before: other.index,
      after: loose.index,
      likeness: likeness(bags.common(other.bag, loose.bag), other.bag, loose.bag),
    })),
  );
  const taken = new Set<number>();
  const takenNew = new Set<number>();
  return candidates
    .filter((pair) => pair.likeness >= MIN_MOVED_LIKENESS)
    .sort(
      (one, other) => other.likeness - one.likeness || one.before - other.before || one.after - other.after,
    )
    .filter((pair) => {
      if (taken.has(pair.before) || takenNew.has(pair.after)) return false;
      taken.add(pair.before);
      takenNew.add(pair.after);
      return true;
    });
}

function sentencesByWord(sentences: readonly Loose[]): Map<number, Loose[]> {
  const having = new Map<number, Loose[]>();
  for (const sentence of sentences) {
    for (const word of new Set(sentence.bag.words)) {
      const list = having.get(word);
      if (list === undefined) having.set(word, [sentence]);
      else if (list.length <= MAX_SENTENCES_OF_WORD) list.push(sentence);
    }
  }
  return having;
}

function sharers(bag: Bag, having: ReadonlyMap<number, Loose[]>): Loose[] {
  const lists = [...new Set(bag.words)].map((word) => having.get(word) ?? []);
  return [...new Set(lists.filter((list) => list.length <= MAX_SENTENCES_OF_WORD).flat())];
}
