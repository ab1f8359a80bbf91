import { useEffect, useReducer, useState } from 'react';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { RunAnswer } from '../../../contract/agents/run.ts';
import { BackendError } from '../backend.ts';
import type { AgentsApi } from './agents-api.ts';
import { follow, type Following, MAX_BROKEN, notYetSeen } from './run-state.ts';

/** Milliseconds until a broken connection is made again, for each time it broke in a row. */
const AGAIN_MS = 1_000;

export interface RunUse extends Following {
  answer: (path: string, answer: RunAnswer['answer']) => void;
  correct: (path: string, result: StepResult) => void;
  stop: () => void;
  goOn: () => void;
  /** Follows it again after it was lost. */
  again: () => void;
}

/** Follows a run, and carries to it what the person says. */
export function useRun(api: AgentsApi, id: string): RunUse {
  const [state, send] = useReducer(follow, notYetSeen);
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    const gone = new AbortController();
    const listen = async () => {
      try {
        for await (const event of api.events(id, gone.signal)) {
          if (gone.signal.aborted) return;
          send({ type: 'heard', event });
        }
        if (!gone.signal.aborted) send({ type: 'ended' });
      } catch (fault) {
        if (!gone.signal.aborted) send({ type: 'broke', code: codeOf(fault) });
      }
    };
    void listen();
    return () => gone.abort();
  }, [api, id, turn]);

  const { broken } = state;
  useEffect(() => {
    if (broken === 0 || broken > MAX_BROKEN) return;
    const timer = setTimeout(() => setTurn((before) => before + 1), AGAIN_MS * broken);
    return () => clearTimeout(timer);
  }, [broken]);

  const tell = (what: Promise<void>) => {
    send({ type: 'sending' });
    what.then(
      // What it led to comes with the first word of a new stream.
      () => setTurn((before) => before + 1),
      (fault: unknown) => send({ type: 'refused', code: codeOf(fault) }),
    );
  };
  const unless = (act: () => Promise<void>) => {
    if (!state.sending) tell(act());
  };
  return {
    ...state,
    answer: (path, answer) => unless(() => api.answer(id, path, answer)),
    correct: (path, result) => unless(() => api.correct(id, path, result)),
    stop: () => unless(() => api.stop(id)),
    goOn: () => unless(() => api.goOn(id)),
    again: () => {
      send({ type: 'again' });
      setTurn((before) => before + 1);
    },
  };
}

/** The code of whatever a request failed with. */
export function codeOf(fault: unknown) {
  return fault instanceof BackendError ? fault.code : 'backend_unreachable';
}
