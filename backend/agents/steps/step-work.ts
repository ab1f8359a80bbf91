import type { Agent } from '../../../contract/agents/definition.ts';
import type { RunInputs } from '../../../contract/agents/input.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { ModelInfo } from '../../../contract/models.ts';
import type { PrivacyChoice, SentMessage } from '../../../contract/privacy.ts';
import type { Author } from '../../../contract/tasks/index.ts';
import type { AnyWork } from '../course.ts';
import type { Memory, Rounds } from '../definition/memory.ts';
import type { Plan } from '../definition/plan.ts';

/** What holds for every step of a run, decided when it began. */
export interface RunTerms {
  agent: Agent;
  /** Id of a model, or null for the first that agent and house allow. */
  model: string | null;
  author: Author;
  privacy: PrivacyChoice;
  inputs: RunInputs;
  /** Of a trial: what each model is told is kept with the step, also where it stays in the house. */
  trial: boolean;
}

/** A step that is to be carried out. */
export interface StepOrder {
  path: string;
  rounds: Rounds;
  work: AnyWork;
  memory: Memory;
  /** Of a procedure; null for a free agent. */
  plan: Plan | null;
}

/** What happens while a step is carried out; the last one is `done` or `failed`. */
export type StepEvent =
  | { type: 'model'; model: ModelInfo }
  | { type: 'text'; text: string }
  | { type: 'sent'; messages: SentMessage[] }
  /** Of one call; null where its price is not known. */
  | { type: 'cost'; microEuro: number | null }
  | { type: 'done'; result: StepResult }
  | { type: 'failed'; code: ErrorCode; message: string; again: boolean };

/**
 * Carries out one step: the only place where a run meets models, the knowledge and what they cost. Nothing it throws is
 * expected: faults are told as `failed`.
 * @param signal aborted when the person stops or the house closes
 */
export type StepWork = (
  terms: RunTerms,
  order: StepOrder,
  signal: AbortSignal,
) => AsyncGenerator<StepEvent, void>;
