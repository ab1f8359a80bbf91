import { json } from 'express';
import { runAnswer, runCorrection, type RunEvent, runNudge, runRequest } from '../../contract/agents/run.ts';
import { roles } from '../../contract/identity.ts';
import { MAX_TASK_BYTES } from '../../contract/limits.ts';
import type { Runs } from '../agents/runs/runs.ts';
import type { Closing } from '../closing.ts';
import { StoreError } from '../store/store.ts';
import { parseBody } from './body.ts';
import { openEventStream } from './event-stream.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';
import { whileThere } from './while-there.ts';

const NUDGE_BYTES = 1_024;

/**
 * `/api/agents/runs`: a person's own runs of agents (see contract/agents/run.ts), and `DELETE /api/agents/runs/:id`, which
 * deletes one (204).
 */
export function agentRunRoutes(runs: Runs, closing: Closing): Route[] {
  const body = json({ limit: MAX_TASK_BYTES });
  const nudge = json({ limit: NUDGE_BYTES });
  const access = roles;
  const refuseWhileDraining = () => {
    if (closing.draining.aborted) throw new ProblemError(503, 'shutting_down');
  };
  return [
    {
      method: 'post',
      path: '/agents/runs',
      access,
      body,
      async handle(request, response, person) {
        const asked = parseBody(runRequest, request.body);
        refuseWhileDraining();
        response.status(201).json(await runs.start(person, asked));
      },
    },
    {
      method: 'get',
      path: '/agents/runs',
      access,
      handle: async (_request, response, person) => void response.json(await runs.list(person)),
    },
    {
      method: 'get',
      path: '/agents/runs/:id',
      access,
      handle: async (request, response, person) =>
        void response.json(await runs.view(person, idIn(request.params))),
    },
    {
      method: 'delete',
      path: '/agents/runs/:id',
      access,
      async handle(request, response, person) {
        await runs.remove(person, idIn(request.params));
        response.status(204).end();
      },
    },
    {
      method: 'get',
      path: '/agents/runs/:id/events',
      access,
      async handle(request, response, person) {
        const signal = AbortSignal.any([whileThere(response), closing.ending]);
        const events = runs.events(person, idIn(request.params), signal);
        // The first one tells whether there is such a run at all.
        const first = await events.next();
        const stream = openEventStream<RunEvent>(response);
        try {
          if (first.done !== true) await stream.send(first.value);
          for await (const event of events) await stream.send(event);
        } catch (fault) {
          // The stream just ends: whoever asks again is told what is wrong.
          if (!(fault instanceof StoreError || fault instanceof ProblemError)) throw fault;
        } finally {
          stream.end();
          await events.return(undefined);
        }
      },
    },
    {
      method: 'post',
      path: '/agents/runs/:id/answer',
      access,
      body,
      async handle(request, response, person) {
        const said = parseBody(runAnswer, request.body);
        refuseWhileDraining();
        response.json(await runs.answer(person, idIn(request.params), said));
      },
    },
    {
      method: 'post',
      path: '/agents/runs/:id/correct',
      access,
      body,
      async handle(request, response, person) {
        const correction = parseBody(runCorrection, request.body);
        refuseWhileDraining();
        response.json(await runs.correct(person, idIn(request.params), correction));
      },
    },
    {
      method: 'post',
      path: '/agents/runs/:id/stop',
      access,
      body: nudge,
      async handle(request, response, person) {
        parseBody(runNudge, request.body);
        response.json(await runs.stop(person, idIn(request.params)));
      },
    },
    {
      method: 'post',
      path: '/agents/runs/:id/go-on',
      access,
      body: nudge,
      async handle(request, response, person) {
        parseBody(runNudge, request.body);
        refuseWhileDraining();
        response.json(await runs.goOn(person, idIn(request.params)));
      },
    },
  ];
}

function idIn({ id }: Record<string, string | string[] | undefined>): string {
  return typeof id === 'string' ? id : '';
}
