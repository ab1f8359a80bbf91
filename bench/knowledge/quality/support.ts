import { ENOUGH, supportOf } from '../../../backend/knowledge/ranking/support.ts';
import type { Material } from './corpus.ts';
import { createMemoryIndex, type Way } from './memory-index.ts';

/** Share of questions for which there was enough to claim something, 0 to 1. */
export interface SupportRow {
  name: string;
  enough: number;
}

/** Questions whose answer is there, and such whose answer is not: their document is away, or they are about other things. */
export function measureSupport(laws: Material, xquad: Material, way: Way): SupportRow[] {
  const both = createMemoryIndex([...laws.documents, ...xquad.documents], way);
  const share = (name: string, of: Material, index: typeof both, away: boolean): SupportRow => {
    const enough = of.questions.filter(({ text, document }) => {
      const { query, ranked } = index.search(text, [], away ? document : undefined);
      return supportOf(query, ranked) >= ENOUGH;
    });
    return { name, enough: enough.length / of.questions.length };
  };
  return [
    share(`${laws.name}, answer there`, laws, both, false),
    share(`${xquad.name}, answer there`, xquad, both, false),
    share(`${laws.name}, their law away`, laws, both, true),
    share(`${xquad.name}, their article away`, xquad, both, true),
    share(`${laws.name}, asked of articles`, laws, createMemoryIndex(xquad.documents, way), false),
    share(`${xquad.name}, asked of laws`, xquad, createMemoryIndex(laws.documents, way), false),
  ];
}
