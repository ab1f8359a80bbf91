import type { ModelInfo } from '../../contract/models.ts';
import type { PrivacyVerdict } from '../../contract/privacy.ts';
import type { TaskName } from '../../contract/tasks/index.ts';
import type { Charge, LedgerEntry } from '../ledger/ledger.ts';

type Usage = Omit<Charge, 'model'>;

/** Adds up what a task uses over all its calls to models. */
export class Bill {
  readonly #task: TaskName;
  readonly #begun: Date;
  readonly #charges = new Map<string, Charge>();
  #verdict: PrivacyVerdict | null = null;

  constructor(task: TaskName, begun: Date) {
    this.#task = task;
    this.#begun = begun;
  }

  add({ model: { id }, inputTokens, outputTokens, estimated }: Usage & { model: ModelInfo }): void {
    const before = this.#charges.get(id);
    this.#charges.set(id, {
      model: id,
      inputTokens: (before?.inputTokens ?? 0) + inputTokens,
      outputTokens: (before?.outputTokens ?? 0) + outputTokens,
      estimated: (before?.estimated ?? false) || estimated,
    });
  }

  /** What was decided about the request. */
  judge(verdict: PrivacyVerdict): void {
    this.#verdict = verdict;
  }

  /** The tokens of all models together. */
  usage(): Usage {
    const charges = [...this.#charges.values()];
    return {
      inputTokens: charges.reduce((sum, { inputTokens }) => sum + inputTokens, 0),
      outputTokens: charges.reduce((sum, { outputTokens }) => sum + outputTokens, 0),
      estimated: charges.some(({ estimated }) => estimated),
    };
  }

  /** @param model the one that answered or was asked last; undefined where none was */
  close(model: ModelInfo | undefined, outcome: LedgerEntry['outcome'], now: Date): LedgerEntry {
    return {
      task: this.#task,
      model: model?.id ?? '',
      charges: [...this.#charges.values()],
      durationMs: now.getTime() - this.#begun.getTime(),
      outcome,
      dataClass: this.#verdict?.dataClass ?? null,
      suggestedClass: this.#verdict?.suggestion.dataClass ?? null,
      treatment: this.#verdict?.treatment ?? null,
    };
  }
}
