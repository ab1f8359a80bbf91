import { AsyncLocalStorage } from 'node:async_hooks';

/** Knows at every place of the backend which request it works for, so that no function has to pass its id on. */
export interface RequestScope {
  /** Runs work, and all that it sets off, as part of the request. */
  run<T>(requestId: string, work: () => T): T;
  /** Id of the request that is being worked for; undefined for what nobody asked for (jobs, start, end). */
  current(): string | undefined;
}

export function createRequestScope(): RequestScope {
  const ids = new AsyncLocalStorage<string>();
  return { run: (requestId, work) => ids.run(requestId, work), current: () => ids.getStore() };
}
