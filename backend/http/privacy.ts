import { json } from 'express';
import { mayTryAgain } from '../../contract/errors.ts';
import { roles } from '../../contract/identity.ts';
import { CONTRACT_VERSION, MAX_TASK_BYTES } from '../../contract/limits.ts';
import { type ClassReport, classRequest } from '../../contract/privacy.ts';
import { TaskError } from '../tasks/errors.ts';
import { inspectSource } from '../tasks/inspection.ts';
import { previewTask } from '../tasks/preview.ts';
import type { Houses } from '../house.ts';
import { parseBody } from './body.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';
import { parseCall } from './tasks.ts';
import { whileThere } from './while-there.ts';

/**
 * `POST /api/preview/:task`: what would leave the house; `POST /api/data-class`: what class a source suggests. Nothing is
 * sent to a model, nothing is kept.
 */
export function privacyRoutes(houses: Houses): Route[] {
  const body = json({ limit: MAX_TASK_BYTES });
  return [
    {
      method: 'post',
      path: '/preview/:task',
      access: roles,
      body,
      async handle(request, response, person) {
        const call = parseCall(request.params.task, request.body);
        const there = whileThere(response);
        response.json(await orProblem(previewTask(call, await houses.openFor(person), there)));
      },
    },
    {
      method: 'post',
      path: '/data-class',
      access: roles,
      body,
      async handle(request, response, person) {
        const { source } = parseBody(classRequest, request.body);
        const there = whileThere(response);
        const { privacy } = await houses.openFor(person);
        const suggestion = await orProblem(inspectSource(source, privacy, there));
        const report: ClassReport = { version: CONTRACT_VERSION, suggestion };
        response.json(report);
      },
    },
  ];
}

/** @throws ProblemError for what a task fails with */
function orProblem<T>(work: Promise<T>): Promise<T> {
  return work.catch((fault: unknown) => {
    throw fault instanceof TaskError
      ? new ProblemError(mayTryAgain(fault.code) ? 503 : 422, fault.code)
      : fault;
  });
}
