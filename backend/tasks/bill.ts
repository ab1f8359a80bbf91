import type { ModelInfo } from '../../contract/models.ts';
import type { PrivacyVerdict } from '../../contract/privacy.ts';
import type { TaskName } from '../../contract/tasks/index.ts';
import type { LedgerEntry } from '../ledger/ledger.ts';

/** Tokens of one call to a model. */
export interface Usage {
  inputTokens: number;
  outputTokens: number;
  /** True where the provider gave no figures and we counted. */
  estimated: boolean;
}

/** Adds up what a task costs over all its calls to models. */
export class Bill {
  readonly #task: TaskName;
  readonly #begun: Date;
  #inputTokens = 0;
  #outputTokens = 0;
  #estimated = false;
  #verdict: PrivacyVerdict | null = null;

  constructor(task: TaskName, begun: Date) {
    this.#task = task;
    this.#begun = begun;
  }

  add(usage: Usage): void {
    this.#inputTokens += usage.inputTokens;
    this.#outputTokens += usage.outputTokens;
    this.#estimated ||= usage.estimated;
  }

  /** What was decided about the request. */
  judge(verdict: PrivacyVerdict): void {
    this.#verdict = verdict;
  }

  usage(): Usage {
    return { inputTokens: this.#inputTokens, outputTokens: this.#outputTokens, estimated: this.#estimated };
  }

  /** @param model the one that answered or was asked last; undefined where none was */
  close(model: ModelInfo | undefined, outcome: LedgerEntry['outcome'], now: Date): LedgerEntry {
    return {
      task: this.#task,
      model: model?.id ?? '',
      ...this.usage(),
      durationMs: now.getTime() - this.#begun.getTime(),
      outcome,
      dataClass: this.#verdict?.dataClass ?? null,
      suggestedClass: this.#verdict?.suggestion.dataClass ?? null,
      treatment: this.#verdict?.treatment ?? null,
    };
  }
}
