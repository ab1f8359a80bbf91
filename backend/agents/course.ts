import type { Agent } from '../../contract/agents/definition.ts';
import type { Memory } from './definition/memory.ts';
import type { Plan } from './definition/plan.ts';
import { type FreeNext, nextOfFree } from './free/next.ts';
import { type Next, nextOf } from './procedure/next.ts';

/** What comes next in a run of either kind. */
export type AnyNext = Next | FreeNext;
export type AnyWork = Extract<AnyNext, { do: 'work' }>['work'];

/**
 * What a run does next: pure, so that it goes on after a crash as if nothing had been.
 * @param plan of a procedure; null for a free agent
 * @param spent what its steps have cost so far, in millionths of a euro
 */
export function nextIn(
  { work }: Pick<Agent, 'work'>,
  plan: Plan | null,
  memory: Memory,
  spent: number,
): AnyNext {
  if (work.kind === 'frei') return nextOfFree(work, memory, spent);
  if (plan === null) throw new TypeError('procedure without its plan');
  return nextOf(plan, memory);
}
