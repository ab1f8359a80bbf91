import type { StepResult } from '../../../contract/agents/result.ts';
import type { Values } from '../../../contract/agents/value.ts';

/** What a run knows so far. */
export interface Memory {
  /** The day it began: whatever it reckons comes out the same when it goes on tomorrow. */
  today: string;
  inputs: Values;
  /** Results by the paths of their steps. */
  results: ReadonlyMap<string, StepResult>;
}

/** Where a step stands in loops: for each one around it, the loop and the number of the thing, from the outside in. */
export type Rounds = readonly string[];

/** The round for a thing of a loop. @param index from 0 */
export function roundOf(loop: string, index: number): string {
  return `${loop}#${index}`;
}

/** Unique in a run, and the same each time: `auftraege#2/entwurf`. */
export function pathOf(rounds: Rounds, step: string): string {
  return [...rounds, step].join('/');
}
