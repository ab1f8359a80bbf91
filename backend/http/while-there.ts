import type { Response } from 'express';

/**
 * A signal that is aborted when the client goes. A client that vanishes is noticed on the response, not on the request.
 */
export function whileThere(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
}
