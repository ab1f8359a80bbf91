import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../contract/errors.ts';
import { BackendError } from '../pane/backend.ts';

/** What was asked of the backend. */
export interface Asked<T> {
  /** The last answer, also while it is asked again; null before the first. */
  value: T | null;
  /** Why the last question was not answered. */
  fault: ErrorCode | null;
  again(): void;
  /** Puts what is known to be newer in the place of the answer. */
  put(value: T): void;
}

/** The code of whatever was thrown. */
export function codeOf(fault: unknown): ErrorCode {
  return fault instanceof BackendError ? fault.code : 'internal';
}

/**
 * Asks when something is first shown, and again whenever it is told to.
 * @param ask must stay the same function as long as the question is the same
 */
export function useAsked<T>(ask: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const [round, setRound] = useState(0);
  const [got, setGot] = useState<{ value: T | null; fault: ErrorCode | null }>({ value: null, fault: null });
  useEffect(() => {
    const stop = new AbortController();
    ask(stop.signal).then(
      (value) => {
        if (!stop.signal.aborted) setGot({ value, fault: null });
      },
      (fault: unknown) => {
        if (!stop.signal.aborted) setGot(({ value }) => ({ value, fault: codeOf(fault) }));
      },
    );
    return () => stop.abort();
  }, [ask, round]);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const put = useCallback((value: T) => setGot({ value, fault: null }), []);
  return { ...got, again, put };
}
