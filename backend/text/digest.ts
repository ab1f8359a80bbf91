import { blocksOf, cellsOf, type Block } from './blocks.ts';
import type { Breathe } from './breathe.ts';
import { columnsOf, stepIn, type Columns, type RowStep } from './deadline-rows.ts';
import { factsIn, type Fact, type FactKind } from './facts.ts';
import { isLead, joinLead, leadOfLabel } from './leads.ts';
import { readable, sentencesOf, type Sentence } from './sentences.ts';

/** A text taken apart: everything the tasks choose from. */
export interface Digest {
  source: string;
  blocks: Block[];
  sentences: Sentence[];
  /** Where a list has a lead-in that demands something, the facts of its items stand in the sentence of both. */
  facts: Fact[];
  /** The sentence before, within the same block. */
  before: ReadonlyMap<Sentence, Sentence>;
  /** The items of a list with the lead-in that they complete. */
  joined: ReadonlyMap<Sentence, Sentence>;
  /** The lead-ins of those items. */
  leads: ReadonlyMap<Sentence, Sentence>;
  /** Rows of tables of deadlines. */
  steps: ReadonlyMap<Sentence, RowStep>;
}

/** A lead-in whose list may follow; its own facts count only where none does. */
interface Lead {
  sentence: Sentence;
  facts: Fact[];
}

/** The deadline of a row comes from its column and not from the words in it. */
function factsOfRow(sentence: Sentence, step: RowStep): Fact[] {
  const others = factsIn(sentence).filter(({ kind }) => kind !== 'deadline');
  return [{ kind: 'deadline', value: step.until, sentence, iso: step.iso }, ...others];
}

/**
 * Reads a text once from top to bottom.
 * @param breathe called once a block and once a sentence
 */
export async function digest(source: string, breathe: Breathe): Promise<Digest> {
  const blocks: Block[] = [];
  const sentences: Sentence[] = [];
  const facts: Fact[] = [];
  const before = new Map<Sentence, Sentence>();
  const joinedItems = new Map<Sentence, Sentence>();
  const leads = new Map<Sentence, Sentence>();
  const steps = new Map<Sentence, RowStep>();
  let lead: Lead | null = null;
  let columns: Columns | null = null;

  const readSentence = (sentence: Sentence, place: { first: boolean; last: boolean }): void => {
    const { block } = sentence;
    const cells = block.kind === 'row' ? cellsOf(source, block).map(readable) : [];
    columns = block.kind === 'row' ? (columnsOf(cells) ?? columns) : null;
    const step = columns && stepIn(cells, columns);
    if (step) {
      steps.set(sentence, step);
      facts.push(...factsOfRow(sentence, step));
      return;
    }
    const joined = lead && place.first ? joinLead(lead.sentence, sentence) : null;
    if (lead && joined) {
      lead.facts = [];
      joinedItems.set(sentence, joined);
      leads.set(sentence, lead.sentence);
    }
    const found = factsIn(joined ?? sentence);
    if (block.kind === 'paragraph' && place.last && isLead(sentence)) lead = { sentence, facts: found };
    else facts.push(...found);
  };

  const endList = (): void => {
    facts.push(...(lead?.facts ?? []));
    lead = null;
  };

  for (const block of blocksOf(source)) {
    await breathe();
    blocks.push(block);
    if (block.kind !== 'item') endList();
    if (block.kind === 'label') {
      const sentence = leadOfLabel(block);
      lead = sentence && { sentence, facts: [] };
    }
    let previous: Sentence | null = null;
    for (const sentence of sentencesOf(source, block)) {
      await breathe();
      sentences.push(sentence);
      if (previous) before.set(sentence, previous);
      readSentence(sentence, { first: previous === null, last: sentence.end >= block.end });
      previous = sentence;
    }
  }
  endList();
  return { source, blocks, sentences, facts, before, joined: joinedItems, leads, steps };
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
