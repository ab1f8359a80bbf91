import { ENOUGH, supportOf } from '../../../backend/knowledge/ranking/support.ts';
import type { Material } from './corpus.ts';
import { readExpansion } from './expansion.ts';
import { createMemoryIndex, type Way } from './memory-index.ts';

/** Share of questions for which there was enough to claim something, 0 to 1. */
export interface SupportRow {
  name: string;
  enough: number;
}

/** Sections of a collection that has just been begun. */
const SIZES = [1, 3, 10];
/** From a question to one on another matter. */
const OTHER = 17;

/** Each question asked of so many sections, the one that answers it among them, and one on another matter asked of the same. */
function ofSize({ documents, questions, name }: Material, size: number, way: Way): SupportRow[] {
  let asked = 0;
  const enough = { there: 0, other: 0 };
  for (const [number, question] of questions.entries()) {
    const document = documents.find((one) => one.name === question.document);
    const at = document?.sections.findIndex((one) => question.isAnswer(document.name, one)) ?? -1;
    const other = questions[(number + OTHER) % questions.length];
    if (document === undefined || other === undefined || at < 0 || other.document === question.document) {
      continue;
    }
    const from = Math.max(0, at - Math.floor(size / 2));
    const few = { ...document, sections: document.sections.slice(from, from + size) };
    const index = createMemoryIndex([few], way);
    const isEnough = (text: string) => {
      const { query, ranked } = index.search(text, []);
      return supportOf(query, ranked) >= ENOUGH;
    };
    asked += 1;
    enough.there += isEnough(question.text) ? 1 : 0;
    enough.other += isEnough(other.text) ? 1 : 0;
  }
  const collection = `a collection of ${size} ${size === 1 ? 'section' : 'sections'}`;
  return [
    { name: `${name}, ${collection}, answer there`, enough: enough.there / asked },
    { name: `${name}, ${collection}, another matter`, enough: enough.other / asked },
  ];
}

/** Questions whose answer is there, and such whose answer is not: their document is away, or they are about other things. */
export function measureSupport(laws: Material, xquad: Material, way: Way): SupportRow[] {
  const both = createMemoryIndex([...laws.documents, ...xquad.documents], way);
  const expansion = readExpansion();
  const share = (
    name: string,
    of: Material,
    index: typeof both,
    away: boolean,
    also: typeof expansion = () => [],
  ): SupportRow => {
    const enough = of.questions.filter(({ text, document }) => {
      const { query, ranked } = index.search(text, also(text), away ? document : undefined);
      return supportOf(query, ranked) >= ENOUGH;
    });
    return { name, enough: enough.length / of.questions.length };
  };
  const ofArticles = createMemoryIndex(xquad.documents, way);
  return [
    ...SIZES.flatMap((size) => ofSize(laws, size, way)),
    share(`${laws.name}, answer there`, laws, both, false),
    share(`${xquad.name}, answer there`, xquad, both, false),
    share(`${laws.name}, their law away`, laws, both, true),
    share(`${xquad.name}, their article away`, xquad, both, true),
    share(`${laws.name}, asked of articles`, laws, ofArticles, false),
    share(`${laws.name}, with a model's words, answer there`, laws, both, false, expansion),
    share(`${laws.name}, with a model's words, their law away`, laws, both, true, expansion),
    share(`${laws.name}, with a model's words, asked of articles`, laws, ofArticles, false, expansion),
    share(`${xquad.name}, asked of laws`, xquad, createMemoryIndex(laws.documents, way), false),
  ];
}
