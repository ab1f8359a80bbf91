import type { Step } from '../../../contract/agents/definition.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import { type Memory, pathOf, roundOf, type Rounds } from '../definition/memory.ts';
import type { Plan } from '../definition/plan.ts';

/** Why a correction is not taken. */
export type CorrectionRefusal =
  /** That step was not done. */
  | 'not_done'
  /** A step of another kind has such results. */
  | 'other_kind';

/**
 * What a run knows after a person corrected what a step came to: that step has the new result, those before it keep theirs,
 * and all behind it are done again, since they may rest on it.
 */
export function corrected(
  plan: Plan,
  memory: Memory,
  path: string,
  result: StepResult,
): { memory: Memory } | { refused: CorrectionRefusal } {
  const known = memory.results.get(path);
  if (known === undefined) return { refused: 'not_done' };
  if (known.kind !== result.kind) return { refused: 'other_kind' };
  const order = doneInOrder(plan, memory);
  const before = order.slice(0, order.indexOf(path));
  const results = new Map<string, StepResult>();
  for (const one of before) {
    const kept = memory.results.get(one);
    if (kept) results.set(one, kept);
  }
  results.set(path, result);
  return { memory: { ...memory, results } };
}

/** Paths of the steps that were done, in the order of the procedure. */
export function doneInOrder({ steps }: Pick<Plan, 'steps'>, { results }: Memory): string[] {
  const walk = (inner: readonly Step[], rounds: Rounds): string[] =>
    inner.flatMap((step) => {
      const path = pathOf(rounds, step.id);
      const result = results.get(path);
      return result === undefined ? [] : [path, ...inside(step, result, rounds)];
    });
  const inside = (step: Step, result: StepResult, rounds: Rounds): string[] => {
    if (step.kind === 'entscheiden' && result.kind === 'entscheiden') {
      const chosen = result.chosen === null ? step.otherwise : step.cases[result.chosen]?.steps;
      return walk(chosen ?? [], rounds);
    }
    if (step.kind !== 'je' || result.kind !== 'je') return [];
    return Array.from({ length: result.count }, (_none, index) =>
      walk(step.steps, [...rounds, roundOf(step.id, index)]),
    ).flat();
  };
  return walk(steps, []);
}
