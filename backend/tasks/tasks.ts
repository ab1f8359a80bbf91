import type { TaskCall, TaskName } from '../../contract/tasks/index.ts';
import type { Hearing, Inputs } from './hearing.ts';
import type { Reading } from './reading.ts';
import { instruct } from './instruct.ts';
import { note } from './note.ts';
import { reply } from './reply.ts';
import { rewrite } from './rewrite.ts';
import { summarise } from './summarise.ts';
import type { Task } from './task.ts';

/** Every task by its name. */
export const tasks: { [Name in TaskName]: Task<Name> } = { reply, note, rewrite, summarise, instruct };

/** Listens to the answer to a call. */
export function listen({ task, input, author, turns }: TaskCall, reading: Reading, today: Date): Hearing {
  return listenAs(task, { input, reading, author, today, turns });
}

// The task's name and its input belong together in a TaskCall; TypeScript loses that across the lookup.
function listenAs<Name extends TaskName>(name: Name, inputs: Inputs<TaskName>): Hearing {
  return tasks[name].listen(inputs as Inputs<Name>);
}
