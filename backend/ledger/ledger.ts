import type { ErrorCode } from '../../contract/errors.ts';
import type { ModelInfo } from '../../contract/models.ts';
import type { DataClass, Treatment } from '../../contract/privacy.ts';
import type { TaskName } from '../../contract/tasks/index.ts';

/** Tokens that one model used for a call. */
export interface Charge {
  /** Id of the model. */
  model: string;
  inputTokens: number;
  outputTokens: number;
  /** True where any of the tokens was counted by us and not by the provider. */
  estimated: boolean;
}

/** What is paid for: a task, or vectors for the search by meaning. */
export type LedgerTask = TaskName | 'embed';

/** What a finished call used. No person, no content. */
export interface LedgerEntry {
  task: LedgerTask;
  /** Id of the model that answered, or was asked last; empty where none was. */
  model: string;
  /** One for each model that was asked. */
  charges: readonly Charge[];
  durationMs: number;
  outcome: 'done' | ErrorCode;
  /**
   * The class that counted, the one that the content suggested, and what the chosen model gets of it: so that a lowering
   * leaves a trace, without its reason, which may hold content. Null where the request failed before they were known.
   */
  dataClass: DataClass | null;
  suggestedClass: DataClass | null;
  treatment: Treatment | null;
}

/** A call that is about to be made. */
export interface Opening {
  task: LedgerTask;
  /** Those that may be asked, the chosen one first. */
  models: readonly [ModelInfo, ...ModelInfo[]];
  /** Tokens that it is expected to need at most. */
  inputTokens: number;
  outputTokens: number;
}

/** The account book of a person's Kommune: every call is entered before it is made. */
export interface Ledger {
  /**
   * Reserves what a call may cost.
   * @throws TaskError `budget_exhausted` where the chosen model does not fit a budget, `store_unavailable`
   */
  open(opening: Opening): Promise<LedgerLine>;
  /** Enters a call that failed before any model was asked; it costs nothing. Never rejects. */
  refuse(entry: LedgerEntry): Promise<void>;
}

/** A call that was entered and is being made. */
export interface LedgerLine {
  /** Ids of the models that the reservation covers; the chosen one is among them. */
  models: readonly string[];
  /**
   * Settles the call; only the first time counts. Resolves once it is in the store, or handed to a retry where the store
   * is away; never rejects.
   * @returns what it cost in millionths of a euro, rounded up; null where a price is not known
   */
  close(entry: LedgerEntry): Promise<{ costMicroEuro: number | null }>;
}
