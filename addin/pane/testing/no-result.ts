import type { TaskResult } from '../../../contract/tasks/index.ts';

/** A result that has nothing. */
export const noResult: TaskResult = {
  text: '',
  gaps: [],
  checks: [],
  summary: null,
  answer: null,
  sources: [],
  records: [],
  calls: [],
};
