import { faultDetails, noDetails, statusFault, type FaultDetails } from './faults.ts';

export type Fetch = typeof globalThis.fetch;

/** What reaches the outside; handed in so that tests and the peers of a benchmark can stand in for it. */
export interface TransportDeps {
  fetch: Fetch;
}

const MAX_ERROR_BYTES = 16 * 1024;
const MAX_ERROR_MS = 1_000;

/**
 * `fetch` as the SDKs get it: follows no redirect, and turns a failed answer into a `ModelError` itself.
 * The SDKs would read an error's body without a limit and put it, with an echoed key, into message and stack.
 * @throws ModelError for a status other than 2xx; whatever `fetch` throws for a broken connection
 */
export function providerFetch(fetch: Fetch): Fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'manual' });
    if (response.ok) return response;
    throw statusFault(response.status, response.headers, await errorDetails(response), Date.now());
  };
}

async function errorDetails(response: Response): Promise<FaultDetails> {
  if (response.status < 400 || response.status >= 500) {
    await response.body?.cancel().catch(() => undefined);
    return noDetails;
  }
  return faultDetails(await readJson(response, MAX_ERROR_BYTES, MAX_ERROR_MS));
}

/**
 * Reads a small JSON body.
 * @param maxBytes, maxMs limits; beyond them the connection is closed
 * @returns the parsed value, or undefined for anything that is too long, too slow, cut or no JSON
 */
export async function readJson(response: Response, maxBytes: number, maxMs: number): Promise<unknown> {
  const reader = response.body?.getReader();
  if (!reader) return undefined;
  const cancel = () => void reader.cancel().catch(() => undefined);
  const timer = setTimeout(cancel, maxMs);
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return JSON.parse(text + decoder.decode());
      bytes += value.byteLength;
      if (bytes > maxBytes) return undefined;
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
    cancel();
  }
}
