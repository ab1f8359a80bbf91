import type { ErrorCode } from '../../contract/errors.ts';
import type { TaskEvent } from '../../contract/events.ts';
import type { ModelInfo } from '../../contract/models.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';

/** The backend as the pane knows it. */
export interface Backend {
  /**
   * The models that can be chosen, the default first.
   * @throws BackendError
   */
  models(signal: AbortSignal): Promise<ModelInfo[]>;
  /**
   * Runs a task. The events come as the contract says; whatever goes wrong, also on the way, is an `error` event,
   * and exactly one `done` or `error` is the last. An abort ends it with `stopped`. Never throws.
   */
  run(call: TaskCall, signal: AbortSignal): AsyncIterable<TaskEvent>;
}

/** What a request to the backend can fail with. */
export class BackendError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode) {
    super(code);
    this.name = 'BackendError';
    this.code = code;
  }
}
