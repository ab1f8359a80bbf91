import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../../contract/errors.ts';
import { codeOf } from './use-run.ts';

/** Something that the backend is asked for. What was there stays in sight while it is asked for anew. */
export interface Loaded<Value> {
  value: Value | null;
  fault: ErrorCode | null;
  busy: boolean;
  again: () => void;
}

/**
 * @param load asked when it is another function, and at each `again`
 * @param restMs milliseconds until it is asked, for what changes with each letter
 */
export function useLoaded<Value>(load: (signal: AbortSignal) => Promise<Value>, restMs = 0): Loaded<Value> {
  const [state, setState] = useState<{ value: Value | null; fault: ErrorCode | null; busy: boolean }>({
    value: null,
    fault: null,
    busy: true,
  });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const gone = new AbortController();
    const ask = () => {
      setState((before) => ({ ...before, busy: true }));
      load(gone.signal).then(
        (value) => {
          if (!gone.signal.aborted) setState({ value, fault: null, busy: false });
        },
        (fault: unknown) => {
          if (!gone.signal.aborted) setState((before) => ({ ...before, fault: codeOf(fault), busy: false }));
        },
      );
    };
    const timer = setTimeout(ask, restMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [load, restMs, turn]);
  return { ...state, again: useCallback(() => setTurn((before) => before + 1), []) };
}
