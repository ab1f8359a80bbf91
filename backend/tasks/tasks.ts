import type { TaskName } from '../../contract/tasks/index.ts';
import { instruct } from './instruct.ts';
import { note } from './note.ts';
import { reply } from './reply.ts';
import { rewrite } from './rewrite.ts';
import { summarise } from './summarise.ts';
import type { Task } from './task.ts';

/** Every task by its name. */
export const tasks: { [Name in TaskName]: Task<Name> } = { reply, note, rewrite, summarise, instruct };
