import { Router } from 'express';
import type { Closing } from '../closing.ts';

/**
 * `GET /healthz`: the process lives. `GET /readyz`: it takes work; 503 while it shuts down, so that a balancer
 * sends new requests elsewhere.
 */
export function healthRoutes({ draining }: Pick<Closing, 'draining'>): Router {
  return Router()
    .get('/healthz', (_request, response) => void response.json({ status: 'ok' }))
    .get('/readyz', (_request, response) => {
      response.status(draining.aborted ? 503 : 200).json({ status: draining.aborted ? 'closing' : 'ready' });
    });
}
