import type { LibraryCard, LibraryItem, PromptContent } from '../../../contract/agents/library.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { RunAnswer, RunEvent, RunList, RunRequest, RunView } from '../../../contract/agents/run.ts';

/** A run as the list has it. */
export type RunCard = RunList['runs'][number];

/** What the backend has for agents. Everything throws a BackendError. */
export interface AgentsApi {
  /** What this person may use: agents, instructions and the rest; with words, those that fit, the best first. */
  library(words: string, signal: AbortSignal): Promise<LibraryCard[]>;
  item(id: string, signal: AbortSignal): Promise<Omit<LibraryItem, 'version'>>;
  favour(id: string, favourite: boolean): Promise<void>;
  /** @param id of an own instruction; null begins one */
  savePrompt(id: string | null, content: PromptContent): Promise<void>;
  removePrompt(id: string): Promise<void>;
  /** A person's own runs, the newest first. */
  runs(signal: AbortSignal): Promise<RunCard[]>;
  begin(request: Omit<RunRequest, 'version'>): Promise<RunView>;
  answer(id: string, path: string, answer: RunAnswer['answer']): Promise<void>;
  correct(id: string, path: string, result: StepResult): Promise<void>;
  stop(id: string): Promise<void>;
  goOn(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** The run as it is, then each change of it; ends when it no longer works, or waits for the person. */
  events(id: string, signal: AbortSignal): AsyncIterable<RunEvent>;
}
