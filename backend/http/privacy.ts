import { json, Router } from 'express';
import { mayTryAgain } from '../../contract/errors.ts';
import { CONTRACT_VERSION, MAX_TASK_BYTES } from '../../contract/limits.ts';
import { type ClassReport, classRequest } from '../../contract/privacy.ts';
import { TaskError } from '../tasks/errors.ts';
import { inspectSource } from '../tasks/inspection.ts';
import { previewTask } from '../tasks/preview.ts';
import type { House } from '../tasks/run.ts';
import { parseBody } from './body.ts';
import { ProblemError } from './problem.ts';
import { parseCall } from './tasks.ts';
import { whileThere } from './while-there.ts';

/**
 * `POST /api/preview/:task`: what would leave the house; `POST /api/data-class`: what class a source suggests. Nothing is
 * sent to a model, nothing is kept.
 */
export function privacyRoutes(house: House): Router {
  const body = json({ limit: MAX_TASK_BYTES });
  return Router()
    .post('/preview/:task', body, async (request, response) => {
      const call = parseCall(request.params.task, request.body);
      const preview = await orProblem(previewTask(call, house, whileThere(response)));
      response.set('Cache-Control', 'no-store').json(preview);
    })
    .post('/data-class', body, async (request, response) => {
      const { source } = parseBody(classRequest, request.body);
      const suggestion = await orProblem(inspectSource(source, house.privacy, whileThere(response)));
      const report: ClassReport = { version: CONTRACT_VERSION, suggestion };
      response.set('Cache-Control', 'no-store').json(report);
    });
}

/** @throws ProblemError for what a task fails with */
function orProblem<T>(work: Promise<T>): Promise<T> {
  return work.catch((fault: unknown) => {
    throw fault instanceof TaskError
      ? new ProblemError(mayTryAgain(fault.code) ? 503 : 422, fault.code)
      : fault;
  });
}
