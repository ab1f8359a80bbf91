import type { Logger } from 'pino';
import type { ErrorCode } from '../../contract/errors.ts';
import type { DataClass, Treatment } from '../../contract/privacy.ts';
import type { TaskName } from '../../contract/tasks/index.ts';

/** What a finished call cost. No person, no content. */
export interface LedgerEntry {
  task: TaskName;
  /** Id of the model that answered, or was asked last. */
  model: string;
  inputTokens: number;
  outputTokens: number;
  /** True where any of the tokens was counted by us and not by the provider. */
  estimated: boolean;
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

export interface Ledger {
  record(entry: LedgerEntry): void;
}

/** The ledger of an installation without a store: one log line per call. */
export function logLedger(log: Pick<Logger, 'info'>): Ledger {
  return { record: (entry) => log.info(entry, 'task finished') };
}
