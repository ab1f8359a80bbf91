import type { TaskCall, TaskName } from '../../contract/tasks/index.ts';
import { act } from './act.ts';
import { extract } from './extract.ts';
import type { Hearing, Inputs } from './hearing.ts';
import { instruct } from './instruct.ts';
import { lookup } from './lookup.ts';
import { note } from './note.ts';
import { reply } from './reply.ts';
import { rewrite } from './rewrite.ts';
import { summarise } from './summarise.ts';
import type { Task } from './task.ts';

/** Every task by its name. */
export const tasks: { [Name in TaskName]: Task<Name> } = {
  reply,
  note,
  rewrite,
  summarise,
  lookup,
  instruct,
  extract,
  act,
};

/** What an answer is held against besides its call. */
export type Beside = Pick<Inputs<TaskName>, 'reading' | 'today' | 'findings' | 'extracted'>;

/** Listens to the answer to a call. */
export function listen({ task, input, author, turns }: TaskCall, beside: Beside): Hearing {
  return listenAs(task, { input, author, turns, ...beside });
}

// The task's name and its input belong together in a TaskCall; TypeScript loses that across the lookup.
function listenAs<Name extends TaskName>(name: Name, inputs: Inputs<TaskName>): Hearing {
  return tasks[name].listen(inputs as Inputs<Name>);
}
