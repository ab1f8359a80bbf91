import type { ModelInfo } from '../../contract/models.ts';
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

  constructor(task: TaskName, begun: Date) {
    this.#task = task;
    this.#begun = begun;
  }

  add(usage: Usage): void {
    this.#inputTokens += usage.inputTokens;
    this.#outputTokens += usage.outputTokens;
    this.#estimated ||= usage.estimated;
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
    };
  }
}
