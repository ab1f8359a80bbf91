import type { StepResult } from '../../../contract/agents/result.ts';
import type { RunState } from '../../../contract/agents/run.ts';
import type { PlainValue } from '../../../contract/agents/value.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { Memory } from '../definition/memory.ts';
import type { RunSeals, StepContent, StoredTerms } from './contents.ts';
import type { RunRow } from './runs.store.ts';
import type { StepRow } from './steps.store.ts';

/** A step of a run, opened. */
export interface StepRecord extends Omit<StepRow, 'sealed'> {
  content: StepContent;
}

/** A run, opened. */
export interface RunRecord {
  id: string;
  /** Of the library; null for a trial. */
  agent: { id: string | null; number: number | null };
  state: RunState;
  startedAt: string;
  keptUntil: string;
  fault: ErrorCode | null;
  /** Millionths of a euro of steps that are gone or came to nothing. */
  spent: number;
  terms: StoredTerms;
  /** In the order in which they were begun. */
  steps: readonly StepRecord[];
}

/** @throws SealBroken where any of it was changed, or sealed with another secret */
export function openRun(row: RunRow, steps: readonly StepRow[], seals: RunSeals): RunRecord {
  const { id, agent, number, state, startedAt, keptUntil, fault, spent } = row;
  return {
    id,
    agent: { id: agent, number },
    state,
    startedAt,
    keptUntil,
    fault,
    spent,
    terms: seals.openTerms(row, row.sealedTerms),
    steps: steps.map(({ sealed, ...step }) => ({
      ...step,
      content: seals.openStep(id, step.path, step.state, sealed),
    })),
  };
}

/** What a run knows: the results of the steps that are done. */
export function memoryOf({ terms, steps }: Pick<RunRecord, 'terms' | 'steps'>): Memory {
  const results = new Map<string, StepResult>();
  for (const { path, state, content } of steps) {
    if (state === 'done' && content.result) results.set(path, content.result);
  }
  return { today: terms.today, inputs: fieldsOf(terms), results };
}

/** What all of it has cost so far, in millionths of a euro; calls without a known price count nothing. */
export function spentOn({ spent, steps }: Pick<RunRecord, 'spent' | 'steps'>): number {
  return steps.reduce((sum, { cost }) => sum + cost, spent);
}

function fieldsOf({ inputs }: StoredTerms): Memory['inputs'] {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, input]): [string, PlainValue][] =>
      input.kind === 'feld' ? [[name, input.value]] : [],
    ),
  );
}
