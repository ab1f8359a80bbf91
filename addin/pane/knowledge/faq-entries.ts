import type { FaqEntry } from '../../../contract/knowledge.ts';
import type { Statement } from '../../../contract/summary.ts';
import { passageOf } from '../summary/summary-words.ts';

/** An entry that could be proposed. */
export interface Proposable {
  entry: FaqEntry;
  /** Whether all it says is proven. */
  proven: boolean;
}

/** The questions of a summary with their answers, as entries of an FAQ; an answer that nothing is said in is none. */
export function entriesOf(statements: readonly Statement[]): Proposable[] {
  const questions = [...new Set(statements.map(({ section }) => section))].filter(
    (question) => question !== '',
  );
  return questions.flatMap((question) => {
    const said = statements.filter(
      ({ section, evidence }) => section === question && evidence.state !== 'absent',
    );
    if (said.length === 0) return [];
    const passages = said.flatMap(({ evidence }) => passageOf(evidence) ?? []);
    const answer = said.map(({ text }) => text).join('\n\n');
    return [
      {
        entry: {
          question,
          answer,
          passages: passages.slice(0, 20).map((passage) => passage.slice(0, 2_000)),
        },
        proven: said.every(({ evidence }) => evidence.state === 'proven'),
      },
    ];
  });
}
