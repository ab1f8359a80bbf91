import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Metrics } from './metrics.ts';
import type { RequestScope } from './request-scope.ts';
import type { Tracing } from './tracing.ts';

export interface RequestObservers {
  scope: RequestScope;
  metrics: Pick<Metrics, 'request'>;
  tracing: Pick<Tracing, 'begin'>;
  /** The declared route of a method and an address. */
  routeOf: (method: string, url: string) => string;
}

/** RFC 9562. Anything else in the header could be a person's text on its way into our logs. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** nginx's word for a client that left before it was answered; on no wire, only in our figures. */
const CLIENT_LEFT = 499;

/**
 * Gives every request an id, its own or a proxy's, tells it in `X-Request-Id`, opens its span and counts it once it is
 * over. Stands before everything else, so that nothing belongs to no request.
 */
export function observeRequests({ scope, metrics, tracing, routeOf }: RequestObservers): RequestHandler {
  return (request, response, next) => {
    const given = request.get('x-request-id');
    const id = given !== undefined && UUID.test(given) ? given.toLowerCase() : randomUUID();
    // Where the request log looks for it.
    request.id = id;
    response.setHeader('X-Request-Id', id);
    const { method } = request;
    const route = routeOf(method, request.originalUrl);
    const begun = performance.now();
    const span = tracing.begin(
      'request',
      { 'http.request.method': method, 'http.route': route, 'amtsfeder.request_id': id },
      request.get('traceparent'),
    );
    response.once('close', () => {
      const status = response.headersSent ? response.statusCode : CLIENT_LEFT;
      metrics.request({ method, route, status, seconds: (performance.now() - begun) / 1000 });
      span.end({ 'http.response.status_code': status }, status >= 500);
    });
    scope.run(id, () => span.within(next));
  };
}
