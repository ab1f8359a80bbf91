import { type ContentReport, libraryRefusal } from '../../../contract/agents/library.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import { BackendError } from '../../pane/backend.ts';
import { reach } from '../../pane/reach.ts';

/** Milliseconds for an answer. */
const ASK_MS = 60_000;
/** Milliseconds for a file of 25 MB on a slow line. */
export const SEND_MS = 300_000;

export const never = new AbortController().signal;

/** What the library refused, with all that is wrong with it. */
export class LibraryRefused extends BackendError {
  override readonly name = 'LibraryRefused';
  readonly faults: ContentReport['faults'];
  constructor(code: ErrorCode, faults: ContentReport['faults']) {
    super(code);
    this.faults = faults;
  }
}

/** How the console asks the backend. Everything throws `BackendError`. */
export interface Asking {
  /** @returns the JSON of the answer; null where it is none */
  get(path: string, signal: AbortSignal): Promise<unknown>;
  /** Sends JSON with the version of the contract. @param bounds when it is given up */
  say(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    said: object,
    bounds?: { ms?: number; signal?: AbortSignal },
  ): Promise<Response>;
  /** @returns the JSON of the answer; null where it is none */
  body(answer: Promise<Response>): Promise<unknown>;
  fetchBlob(path: string): Promise<Blob>;
}

/** @param fetchFrom how requests are made; addresses are relative to the page */
export function askingFrom(fetchFrom: typeof fetch): Asking {
  const body = async (answer: Promise<Response>): Promise<unknown> => (await answer).json().catch(() => null);
  return {
    body,
    get: (path, signal) => body(reach(fetchFrom(path, { signal: limited(signal, ASK_MS) }))),
    say: async (method, path, said, { ms = ASK_MS, signal = never } = {}) => {
      const answer = fetchFrom(path, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ version: CONTRACT_VERSION, ...said }),
        signal: limited(signal, ms),
      });
      const response = await answer.catch(() => null);
      if (response?.ok === false) {
        const told = libraryRefusal.safeParse(
          await response
            .clone()
            .json()
            .catch(() => null),
        );
        if (told.success && told.data.faults !== undefined) {
          throw new LibraryRefused(told.data.code, told.data.faults);
        }
      }
      return reach(answer);
    },
    fetchBlob: async (path) => (await reach(fetchFrom(path, { signal: limited(never, SEND_MS) }))).blob(),
  };
}

/** A signal that also ends after some milliseconds. */
export function limited(signal: AbortSignal, ms: number): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(ms)]);
}
