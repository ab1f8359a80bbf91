import { distractors } from '../distractors.ts';
import type { Document, Material } from './corpus.ts';
import { readExpansion } from './expansion.ts';
import { readLaws } from './laws.ts';
import { ask, figuresOf, type Figures, type Outcome } from './measure.ts';
import { createMemoryIndex } from './memory-index.ts';
import { crossValidate, type SplitFigures } from './splits.ts';
import { measureSupport, type SupportRow } from './support.ts';
import { allWays } from './ways.ts';
import { readXquad } from './xquad.ts';

/** One way on one material. */
export interface QualityRow {
  material: string;
  way: string;
  sections: number;
  figures: Figures;
}

export interface Quality {
  rows: QualityRow[];
  support: SupportRow[];
  /** What other numbers of the ranking would be worth on the everyday questions. */
  splits: SplitFigures;
  /** Questions on the laws and on the articles that the product's way does not answer first. */
  failures: Outcome[];
}

const SEED = 6;
export const FRESH = {
  name: 'fresh everyday questions on 46 laws',
  file: new URL('fresh.jsonl', import.meta.url),
};
/** Written after the first, and asked once, at the end. */
const LAST = { name: '48 last questions on 46 laws', file: new URL('fresh-2.jsonl', import.meta.url) };

/**
 * How well questions find their sections, with everything in memory.
 * @param data the folder of the shared data
 * @param further made-up sections beside the real ones, for one more row on each material; 0 for none
 */
export function measureQuality(data: URL, further: number): Quality {
  const materials = [readLaws(data), readXquad(data)] as const;
  const ways = allWays();
  const [bare, product] = ways.slice(-2);
  if (bare === undefined || product === undefined) throw new Error('There is no way to measure.');
  const expansion = readExpansion();
  const rows: QualityRow[] = [];
  const failures: Outcome[] = [];
  const measure = (material: Material, more: readonly Document[], way: typeof product) => {
    const index = createMemoryIndex([...material.documents, ...more], way);
    const outcomes = ask(index, material.questions);
    const name = more.length === 0 ? way.name : `${way.name}, among further sections`;
    note(material, name, index, outcomes);
    return outcomes;
  };
  const note = (material: Material, way: string, { sections }: { sections: number }, found: Outcome[]) =>
    rows.push({ material: material.name, way, sections, figures: figuresOf(found) });
  /** Without and with the dictionary, each without and with the words of a model. */
  const compare = (material: Material) => {
    for (const way of [bare, product]) {
      const name = way === bare ? 'without everyday words' : 'the product';
      const index = createMemoryIndex(material.documents, way);
      note(material, name, index, ask(index, material.questions));
      note(material, `${name}, with a model's words`, index, ask(index, material.questions, expansion));
    }
  };
  for (const material of materials)
    for (const way of ways) {
      const outcomes = measure(material, [], way);
      if (way === product) failures.push(...outcomes.filter(({ place }) => place !== 1));
    }
  compare(materials[0]);
  // Written by somebody else, who saw neither the dictionary nor what the search finds.
  compare(readLaws(data, FRESH));
  compare(readLaws(data, LAST));
  if (further > 0) {
    const sources = materials.flatMap(({ documents }) => documents.flatMap(({ sections }) => sections));
    const more = [...distractors(further, sources, SEED)];
    for (const material of materials) measure(material, more, product);
  }
  return {
    rows,
    support: measureSupport(materials[0], materials[1], product),
    splits: crossValidate(materials[0], product),
    failures,
  };
}
