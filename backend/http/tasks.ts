import { json, Router } from 'express';
import { MAX_TASK_BYTES } from '../../contract/limits.ts';
import { type TaskCall, taskName, taskRequest } from '../../contract/tasks/index.ts';
import type { Closing } from '../closing.ts';
import { type House, runTask } from '../tasks/run.ts';
import { openEventStream } from './event-stream.ts';
import { parseBody } from './body.ts';
import { ProblemError } from './problem.ts';
import { whileThere } from './while-there.ts';

/** `POST /api/tasks/:task`: runs a task and streams its events. */
export function taskRoutes(house: House, closing: Closing): Router {
  return Router().post('/tasks/:task', json({ limit: MAX_TASK_BYTES }), async (request, response) => {
    const call = parseCall(request.params.task, request.body);
    if (closing.draining.aborted) throw new ProblemError(503, 'shutting_down');
    const there = whileThere(response);
    const stream = openEventStream(response);
    for await (const event of runTask(call, house, AbortSignal.any([there, closing.ending]))) {
      await stream.send(event);
    }
    stream.end();
  });
}

/**
 * Checks the body of a task's request.
 * @throws ProblemError `unknown_task`, `version_mismatch`, `too_large` or `invalid_request`; what was wrong with it is not told,
 *   since it would repeat the text
 */
export function parseCall(name: unknown, body: unknown): TaskCall {
  const task = taskName.safeParse(name);
  if (!task.success) throw new ProblemError(404, 'unknown_task');
  return { task: task.data, ...parseBody(taskRequest(task.data), body) } as TaskCall;
}
