import type { ReadRecord, StepResult } from '../../../contract/agents/result.ts';
import type { Field } from '../../../contract/agents/value.ts';
import type { TaskResult } from '../../../contract/tasks/index.ts';
import type { StepOrder } from './step-work.ts';

/** What a step came to, of what its task came to. */
export function resultOf(
  work: Exclude<StepOrder['work'], { kind: 'werkzeug' }>,
  { text, answer, gaps, checks, records, calls }: TaskResult,
): StepResult {
  const { kind } = work;
  switch (kind) {
    case 'lesen': {
      const { extent, fields } = work.step;
      return { kind, records: extent === 'many' ? records.filter((one) => isPlace(one, fields)) : records };
    }
    case 'nachschlagen':
      return { kind, text, answer };
    case 'schreiben':
      return { kind, text, gaps, checks };
    case 'antwort':
      return { kind, text, gaps, checks, calls };
  }
}

/** One of many places that lacks what has to be there is none: every step behind it would reckon with nothing, and fail. */
function isPlace({ values }: ReadRecord, fields: readonly Field[]): boolean {
  return fields.every(({ name, optional }) => optional === true || (values[name]?.kind ?? 'leer') !== 'leer');
}
