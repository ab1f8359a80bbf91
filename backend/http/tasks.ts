import { json } from 'express';
import { MAX_TASK_BYTES } from '../../contract/limits.ts';
import { roles } from '../../contract/identity.ts';
import { deskTaskName, type TaskCall, taskRequest } from '../../contract/tasks/index.ts';
import type { Closing } from '../closing.ts';
import type { Houses } from '../house.ts';
import { observedTask, type TaskObservers } from '../observability/observed-task.ts';
import { runTask } from '../tasks/run.ts';
import { openEventStream } from './event-stream.ts';
import { parseBody } from './body.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';
import { whileThere } from './while-there.ts';

/** `POST /api/tasks/:task`: runs a task and streams its events. */
export function taskRoutes(houses: Houses, observers: TaskObservers, closing: Closing): Route[] {
  return [
    {
      method: 'post',
      path: '/tasks/:task',
      access: roles,
      body: json({ limit: MAX_TASK_BYTES }),
      async handle(request, response, person) {
        const call = parseCall(request.params.task, request.body);
        if (closing.draining.aborted) throw new ProblemError(503, 'shutting_down');
        const there = whileThere(response);
        const house = await houses.admit(person);
        const stream = openEventStream(response);
        const run = () => runTask(call, house, AbortSignal.any([there, closing.ending]));
        for await (const event of observedTask(call.task, run, observers)) await stream.send(event);
        stream.end();
      },
    },
  ];
}

/**
 * Checks the body of a task's request.
 * @throws ProblemError `unknown_task`, `version_mismatch`, `too_large` or `invalid_request`; what was wrong with it is not told,
 *   since it would repeat the text
 */
export function parseCall(name: unknown, body: unknown): TaskCall {
  const task = deskTaskName.safeParse(name);
  if (!task.success) throw new ProblemError(404, 'unknown_task');
  return { task: task.data, ...parseBody(taskRequest(task.data), body) } as TaskCall;
}
