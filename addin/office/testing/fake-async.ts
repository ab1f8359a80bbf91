/** How the calls of a fake with callbacks behave. */
export interface AsyncFaults {
  /** Names of calls whose callback never comes, as in classic Outlook. */
  dropped: Set<string>;
  /** Names of calls that fail, with the error's number and name. */
  failing: Map<string, { code: number; name: string }>;
}

export function noFaults(): AsyncFaults {
  return { dropped: new Set(), failing: new Map() };
}

type Answer<T> = { value: T } | { code: number; name: string };

/** Answers a callback later, as Office does, with what `work` gives at that time. */
export function answer<T>(
  faults: AsyncFaults,
  name: string,
  callback: ((result: Office.AsyncResult<T>) => void) | undefined,
  work: () => Answer<T>,
): void {
  if (faults.dropped.has(name)) return;
  queueMicrotask(() => {
    const outcome = faults.failing.get(name) ?? work();
    const result =
      'value' in outcome
        ? { status: 'succeeded', value: outcome.value }
        : { status: 'failed', error: { ...outcome, message: 'Der Vorgang ist fehlgeschlagen.' } };
    callback?.(result as unknown as Office.AsyncResult<T>);
  });
}

/** Office's calls take their options in the middle or not at all; the callback is always the last. */
export function callbackOf<T>(
  args: readonly unknown[],
): ((result: Office.AsyncResult<T>) => void) | undefined {
  const last = args.at(-1);
  return typeof last === 'function' ? (last as (result: Office.AsyncResult<T>) => void) : undefined;
}
