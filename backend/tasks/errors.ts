import type { ErrorCode } from '../../contract/errors.ts';

/** What a task can fail with before or beside the model. Message and properties hold no content. */
export class TaskError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    super(code);
    this.name = 'TaskError';
    this.code = code;
  }
}
