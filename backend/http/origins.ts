import type { RequestHandler } from 'express';
import { ProblemError } from './problem.ts';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Lets through only what our own pages ask, and programs, which send no origin.
 * The `Host` header is checked too: a foreign name that resolves to this machine (DNS rebinding) is a foreign origin.
 * No header of a proxy is believed: what browsers open is configured.
 * @param publicOrigin what browsers open, or null for this machine on its own port
 */
export function onlyOrigins(publicOrigin: string | null): RequestHandler {
  return (request, _response, next) => {
    const own = publicOrigin === null ? loopbackOrigins(request) : [publicOrigin];
    const { host, origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const isOwn =
      host !== undefined &&
      own.some((each) => new URL(each).host === host.toLowerCase()) &&
      (origin === undefined || own.includes(origin)) &&
      (site === undefined || site === 'same-origin' || site === 'none');
    next(isOwn ? undefined : new ProblemError(403, 'origin_refused'));
  };
}

function loopbackOrigins(request: Parameters<RequestHandler>[0]): string[] {
  const scheme = request.secure ? 'https' : 'http';
  return LOOPBACK_NAMES.map((name) => new URL(`${scheme}://${name}:${request.socket.localPort}`).origin);
}
