import { everywhere } from '../../../contract/knowledge.ts';
import type { DeskTaskName } from '../../../contract/tasks/index.ts';
import type { Ask } from '../../tasks/task.ts';

/** Whether a task can draw on the internal knowledge beside what it is about. */
export function canDraw(task: DeskTaskName): boolean {
  return task === 'reply' || task === 'note';
}

/** An order that draws on all of the internal knowledge that the person may read, where its task can. */
export function drawingOn(ask: Ask): Ask {
  switch (ask.task) {
    case 'reply':
      return { ...ask, input: { ...ask.input, knowledge: everywhere } };
    case 'note':
      return { ...ask, input: { ...ask.input, knowledge: everywhere } };
    case 'rewrite':
    case 'summarise':
    case 'lookup':
    case 'instruct':
      return ask;
  }
}
