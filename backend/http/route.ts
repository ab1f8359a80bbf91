import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Role } from '../../contract/identity.ts';
import type { Person } from '../identity/person.ts';
import { ProblemError } from './problem.ts';

interface CommonRoute {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/api`, in Express' notation. */
  path: string;
  /** Reads the body; run only for those who may use the route. */
  body?: RequestHandler;
}

/** A route says itself who may use it: one that forgets it does not compile, and tests go through all of them. */
export type Route =
  | (CommonRoute & {
      access: 'anyone';
      handle(request: Request, response: Response): void | Promise<void>;
    })
  | (CommonRoute & {
      /** Any of these. */
      access: readonly Role[];
      handle(request: Request, response: Response, person: Person): void | Promise<void>;
    });

/** Tells who asks. */
export type Identify = (request: Request) => Promise<Person>;

/**
 * The router of the API.
 * @param identify throws ProblemError `sign_in_required`, `sign_in_refused` or `sign_in_unavailable`
 */
export function apiRouter(routes: readonly Route[], identify: Identify): Router {
  const router = Router();
  for (const route of routes) router[route.method](route.path, handlerOf(route, identify));
  return router;
}

function handlerOf(route: Route, identify: Identify): RequestHandler {
  return async (request, response) => {
    // Who is signed in and what concerns them is nobody else's to keep.
    response.set('Cache-Control', 'no-store');
    if (route.access === 'anyone') {
      await readBody(route.body, request, response);
      await route.handle(request, response);
      return;
    }
    const person = await identify(request);
    if (!route.access.some((role) => person.roles.includes(role)))
      throw new ProblemError(403, 'role_missing');
    await readBody(route.body, request, response);
    await route.handle(request, response, person);
  };
}

function readBody(parser: RequestHandler | undefined, request: Request, response: Response): Promise<void> {
  if (parser === undefined) return Promise.resolve();
  return new Promise((resolve, reject) => {
    void parser(request, response, (fault?: unknown) =>
      fault === undefined ? resolve() : reject(fault as Error),
    );
  });
}
