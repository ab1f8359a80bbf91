import type { DeskTaskName } from '../../contract/tasks/index.ts';
import type { Surface } from '../office/host.ts';
import { instruct } from './instruct/task.ts';
import { lookup } from './lookup/task.ts';
import { note } from './note/task.ts';
import { reply } from './reply/task.ts';
import { rewrite } from './rewrite/task.ts';
import { summarise } from './summarise/task.ts';
import type { Task } from './task.ts';

/** The tasks by their names, in the order of the tabs. */
export const tasks: Record<DeskTaskName, Task> = { reply, note, rewrite, summarise, lookup, instruct };

/** The tasks that make sense on a surface, in the order of the tabs. */
export function tasksFor(surface: Surface): Task[] {
  return Object.values(tasks).filter(({ from }) => from[surface] !== undefined);
}
