import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { createLog, requestLog } from '../http/log.ts';
import type { Route } from '../http/route.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { observeRequests } from './observe-requests.ts';
import { createRequestScope, type RequestScope } from './request-scope.ts';
import { type DeclaredRoute, routeNamer } from './route-name.ts';
import { createTracing, type Tracing } from './tracing.ts';

/** By what an operator sees how the house does. None of it knows a content or a person. */
export interface Observability {
  /** Each of its lines says which request and trace it belongs to. */
  log: Logger;
  scope: RequestScope;
  metrics: Metrics;
  tracing: Tracing;
}

/** @param runtime whether the metrics tell of this process too: event loop, memory, garbage collection */
export function createObservability(logLevel: string, { runtime }: { runtime: boolean }): Observability {
  const scope = createRequestScope();
  const tracing = createTracing();
  const log = createLog(logLevel, () => {
    const requestId = scope.current();
    const traceId = tracing.traceId();
    return {
      ...(requestId !== undefined && { requestId }),
      ...(traceId !== undefined && { traceId }),
    };
  });
  return { log, scope, metrics: createMetrics({ runtime }), tracing };
}

/** What the app answers beside its API. */
const OWN_PATHS = ['/', '/pane.html', '/sign-in.html', '/launch.html', '/healthz', '/readyz'];

/** Stands before all else in the app: id, span, figures and log line of every request. */
export function watchRequests(
  { log, ...observers }: Observability,
  routes: readonly Pick<Route, 'method' | 'path'>[],
): RequestHandler[] {
  const declared: DeclaredRoute[] = [
    ...OWN_PATHS.map((path) => ({ method: 'get', path })),
    ...routes.map(({ method, path }) => ({ method, path: `/api${path}` })),
  ];
  const routeOf = routeNamer(declared);
  return [observeRequests({ ...observers, routeOf }), requestLog(log, routeOf)];
}
