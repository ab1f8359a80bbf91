import type { Step, StepOf } from '../../../contract/agents/definition.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { PlainValue } from '../../../contract/agents/value.ts';
import { type Memory, pathOf, roundOf, type Rounds } from '../definition/memory.ts';
import type { Plan } from '../definition/plan.ts';
import type { Stage } from '../definition/stage.ts';
import { evaluateExpression, ExpressionError } from '../expressions/expression.ts';
import { fill, fillOrder } from '../expressions/filled.ts';
import { fromCel } from '../expressions/values.ts';

/** Steps that one run does at the most, those in loops counted each time. */
export const MAX_DONE_STEPS = 500;

/** A step that reads, asks the knowledge or a model; its words are filled in. */
export type Work =
  | { kind: 'lesen'; step: StepOf<'lesen'> }
  | { kind: 'nachschlagen'; step: StepOf<'nachschlagen'>; question: string }
  | { kind: 'schreiben'; step: StepOf<'schreiben'>; order: string };

/** What a person is asked for. */
export type Waiting =
  | { kind: 'fragen'; step: StepOf<'fragen'>; question: string; proposed: PlainValue }
  | { kind: 'freigeben'; step: StepOf<'freigeben'>; says: string };

/** What comes next in a run. */
export type Next =
  | { do: 'work'; path: string; rounds: Rounds; work: Work }
  /** Worked out here and now; no model and nobody is asked. */
  | { do: 'note'; path: string; result: StepResult }
  | { do: 'wait'; path: string; waiting: Waiting }
  | { do: 'end' }
  | { do: 'fail'; path: string; why: Failure };

/** Why a run can't go on by itself. */
export type Failure =
  /** The expression does not work with these values. */
  | 'expression'
  /** A loop has more things than it may. */
  | 'too_many'
  /** The run has done as many steps as any may. */
  | 'limit';

/**
 * What a run does next, from what it knows. Pure: the same memory leads to the same answer, so that a run goes on after a
 * crash as if nothing had been.
 */
export function nextOf({ steps, places }: Plan, memory: Memory): Next {
  if (memory.results.size >= MAX_DONE_STEPS) return { do: 'fail', path: '', why: 'limit' };
  const stageOf = (step: Step): Stage => {
    const place = places.get(step.id);
    if (place === undefined) throw new TypeError('step outside of its plan');
    return place.stage;
  };
  const walk = (inner: readonly Step[], rounds: Rounds): Next | null => {
    for (const step of inner) {
      const path = pathOf(rounds, step.id);
      const result = memory.results.get(path);
      const next =
        result === undefined
          ? begin(step, stageOf(step), memory, rounds, path)
          : within(step, result, (under, round) => walk(under, round ? [...rounds, round] : rounds));
      if (next) return next;
    }
    return null;
  };
  return walk(steps, []) ?? { do: 'end' };
}

/** What is still to be done inside of a step that has begun. */
function within(
  step: Step,
  result: StepResult,
  walk: (steps: readonly Step[], round?: string) => Next | null,
): Next | null {
  if (step.kind === 'entscheiden' && result.kind === 'entscheiden') {
    const chosen = result.chosen === null ? step.otherwise : step.cases[result.chosen]?.steps;
    return walk(chosen ?? []);
  }
  if (step.kind === 'je' && result.kind === 'je') {
    for (let index = 0; index < result.count; index++) {
      const next = walk(step.steps, roundOf(step.id, index));
      if (next) return next;
    }
  }
  return null;
}

function begin(step: Step, stage: Stage, memory: Memory, rounds: Rounds, path: string): Next {
  const { environment } = stage;
  try {
    const variables = stage.variables(memory, rounds);
    const filled = (text: string) => fill(environment, text, variables);
    const worth = (text: string) => evaluateExpression(environment, text, variables);
    switch (step.kind) {
      case 'lesen':
        return { do: 'work', path, rounds, work: { kind: 'lesen', step } };
      case 'nachschlagen':
        return {
          do: 'work',
          path,
          rounds,
          work: { kind: 'nachschlagen', step, question: filled(step.question) },
        };
      case 'schreiben': {
        if (step.how.kind === 'order') {
          return {
            do: 'work',
            path,
            rounds,
            work: { kind: 'schreiben', step, order: fillOrder(environment, step.how.order, variables) },
          };
        }
        const text = filled(step.how.text);
        return { do: 'note', path, result: { kind: 'schreiben', text, gaps: [], checks: [] } };
      }
      case 'fragen': {
        const proposed = step.default === undefined ? null : fromCel(worth(step.default));
        const waiting = {
          kind: step.kind,
          step,
          question: filled(step.question),
          proposed: proposed ?? NOTHING,
        };
        return { do: 'wait', path, waiting };
      }
      case 'freigeben':
        return { do: 'wait', path, waiting: { kind: step.kind, step, says: filled(step.says) } };
      case 'pruefen': {
        const holds = worth(step.rule) === true;
        return {
          do: 'note',
          path,
          result: { kind: 'pruefen', holds, says: holds ? '' : filled(step.otherwise) },
        };
      }
      case 'rechnen': {
        const value = fromCel(worth(step.value));
        if (value === null) return { do: 'fail', path, why: 'expression' };
        return { do: 'note', path, result: { kind: 'rechnen', value } };
      }
      case 'entscheiden': {
        const chosen = step.cases.findIndex(({ when }) => worth(when) === true);
        return { do: 'note', path, result: { kind: 'entscheiden', chosen: chosen < 0 ? null : chosen } };
      }
      case 'je': {
        const things = worth(step.over) as readonly unknown[];
        if (things.length > step.most) return { do: 'fail', path, why: 'too_many' };
        return { do: 'note', path, result: { kind: 'je', count: things.length } };
      }
    }
  } catch (fault) {
    if (fault instanceof ExpressionError) return { do: 'fail', path, why: 'expression' };
    throw fault;
  }
}

const NOTHING: PlainValue = { kind: 'leer' };
