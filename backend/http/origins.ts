import type { RequestHandler } from 'express';
import { ProblemError } from './problem.ts';

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Lets through only what our own pages ask, and programs on this machine, which send no origin.
 * The `Host` header is checked too: a foreign name that resolves to this machine (DNS rebinding) is a foreign origin.
 */
export const onlyOwnOrigins: RequestHandler = (request, _response, next) => {
  const port = request.socket.localPort;
  const scheme = request.secure ? 'https' : 'http';
  const isDefaultPort = port === (request.secure ? 443 : 80);
  const hosts = LOOPBACK_NAMES.map((name) => (isDefaultPort ? name : `${name}:${port}`));
  const { host, origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isOwn =
    host !== undefined &&
    hosts.includes(host) &&
    (origin === undefined || hosts.some((own) => origin === `${scheme}://${own}`)) &&
    (site === undefined || site === 'same-origin' || site === 'none');
  next(isOwn ? undefined : new ProblemError(403, 'origin_refused'));
};
