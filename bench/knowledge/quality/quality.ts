import { distractors } from '../distractors.ts';
import type { Document, Material } from './corpus.ts';
import { readLaws } from './laws.ts';
import { ask, figuresOf, type Figures, type Outcome } from './measure.ts';
import { createMemoryIndex } from './memory-index.ts';
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
  /** Questions on the laws and on the articles that the product's way does not answer first. */
  failures: Outcome[];
}

const SEED = 6;
export const FRESH = {
  name: 'fresh everyday questions on 46 laws',
  file: new URL('fresh.jsonl', import.meta.url),
};

/**
 * How well questions find their sections, with everything in memory.
 * @param data the folder of the shared data
 * @param further made-up sections beside the real ones, for one more row on each material; 0 for none
 */
export function measureQuality(data: URL, further: number): Quality {
  const materials = [readLaws(data), readXquad(data)] as const;
  const ways = allWays();
  const product = ways.at(-1);
  if (product === undefined) throw new Error('There is no way to measure.');
  const rows: QualityRow[] = [];
  const failures: Outcome[] = [];
  const measure = (material: Material, more: readonly Document[], way: typeof product) => {
    const index = createMemoryIndex([...material.documents, ...more], way);
    const outcomes = ask(index, material.questions);
    const name = more.length === 0 ? way.name : `${way.name}, among further sections`;
    rows.push({ material: material.name, way: name, sections: index.sections, figures: figuresOf(outcomes) });
    return outcomes;
  };
  for (const material of materials)
    for (const way of ways) {
      const outcomes = measure(material, [], way);
      if (way === product) failures.push(...outcomes.filter(({ place }) => place !== 1));
    }
  // Written by somebody else, who saw neither the dictionary nor what the search finds.
  measure(readLaws(data, FRESH), [], product);
  if (further > 0) {
    const sources = materials.flatMap(({ documents }) => documents.flatMap(({ sections }) => sections));
    const more = [...distractors(further, sources, SEED)];
    for (const material of materials) measure(material, more, product);
  }
  return { rows, support: measureSupport(materials[0], materials[1], product), failures };
}
