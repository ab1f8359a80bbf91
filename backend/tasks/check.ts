import { findGaps } from '../../contract/gaps.ts';
import type { TaskResult } from '../../contract/tasks/index.ts';

/** Looks a finished text over and says what the person still has to do. */
export function check(text: string): TaskResult {
  return { text, gaps: findGaps(text).map(({ what }) => what) };
}
