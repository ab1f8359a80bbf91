/** `fetch`, as far as the sign-in needs it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What was fetched: status, headers, and a body that is all there. */
export interface Fetched {
  status: number;
  headers: Headers;
  text: string;
}

export interface FetchLimits {
  /** Milliseconds for all of it. */
  ms: number;
  bytes: number;
}

/** The answer is longer than it may be, or a redirect. */
export class FetchRefused extends Error {
  override name = 'FetchRefused';
}

/**
 * Fetches with limits on time and size. Redirects are refused: what is asked here carries tokens or decides who is let
 * in, and must come from the address that the operator named.
 * @throws FetchRefused, or what the connection fails with
 */
export async function fetchLimited(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  limits: FetchLimits,
): Promise<Fetched> {
  const tooLate = AbortSignal.timeout(limits.ms);
  const signal = init.signal ? AbortSignal.any([init.signal, tooLate]) : tooLate;
  const response = await fetch(url, { ...init, redirect: 'manual', signal });
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel();
    throw new FetchRefused('redirect');
  }
  return {
    status: response.status,
    headers: response.headers,
    text: await readLimited(response, limits.bytes),
  };
}

async function readLimited(response: Response, limit: number): Promise<string> {
  if (response.body === null) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the answer.
  for await (const part of response.body) {
    size += part.length;
    if (size > limit) throw new FetchRefused('size');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
