import type { TaskEvent } from '../../contract/events.ts';
import type { LongStep } from './long.ts';

/** What the pane is told of a step of writing; nothing where the step is only for the bill. */
export function eventOf(step: LongStep): TaskEvent | undefined {
  switch (step.type) {
    case 'progress':
      return step;
    case 'retry':
      return { type: 'progress', step: 'retry', model: step.model, inMs: step.inMs };
    case 'failover':
      return { type: 'progress', step: 'failover', from: step.from, model: step.model, why: step.why };
    // What is heard of the text is said by the task.
    case 'asked':
    case 'text':
    case 'call':
    case 'usage':
    case 'end':
      return undefined;
  }
}
