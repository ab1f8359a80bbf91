import { blocksOf, type Block } from './blocks.ts';
import type { Breathe } from './breathe.ts';
import { factsIn, type Fact, type FactKind } from './facts.ts';
import { sentencesOf, type Sentence } from './sentences.ts';

/** A text taken apart: everything the tasks choose from. */
export interface Digest {
  source: string;
  blocks: Block[];
  sentences: Sentence[];
  facts: Fact[];
}

/**
 * Reads a text once from top to bottom.
 * @param breathe called once a block and once a sentence
 */
export async function digest(source: string, breathe: Breathe): Promise<Digest> {
  const result: Digest = { source, blocks: [], sentences: [], facts: [] };
  for (const block of blocksOf(source)) {
    await breathe();
    result.blocks.push(block);
    for (const sentence of sentencesOf(source, block)) {
      await breathe();
      result.sentences.push(sentence);
      for (const fact of factsIn(sentence)) result.facts.push(fact);
    }
  }
  return result;
}

/** Facts of some kinds; the same value in the same sentence counts once. */
export function factsOf(from: Digest, ...kinds: FactKind[]): Fact[] {
  const seen = new Set<string>();
  return from.facts.filter((fact) => {
    const key = `${fact.kind} ${fact.sentence.start} ${fact.value}`;
    if (!kinds.includes(fact.kind) || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
