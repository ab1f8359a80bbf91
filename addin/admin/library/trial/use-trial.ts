import { useCallback, useEffect, useState } from 'react';
import type { Agent } from '../../../../contract/agents/definition.ts';
import type { RunInputs } from '../../../../contract/agents/input.ts';
import type { RunAnswer, RunView } from '../../../../contract/agents/run.ts';
import type { ErrorCode } from '../../../../contract/errors.ts';
import { noChoice } from '../../../../contract/privacy.ts';
import { noAuthor } from '../../../../contract/tasks/index.ts';
import type { LibraryApi } from '../../api/library-api.ts';
import { codeOf } from '../../use-asked.ts';

/** Milliseconds between two looks at a run that is at work. */
const LOOK_MS = 1_000;

/** A trial of an agent: one run at a time. */
export interface Trial {
  run: RunView | null;
  /** What the run began with. */
  inputs: RunInputs;
  /** Whether something was asked of it that is not answered yet. */
  busy: boolean;
  fault: ErrorCode | null;
  start(agent: Agent, inputs: RunInputs, model: string | null): Promise<void>;
  answer(path: string, answer: RunAnswer['answer']): Promise<void>;
  stop(): Promise<void>;
  goOn(): Promise<void>;
}

const never = new AbortController().signal;

/** Runs an agent that need not be saved, and looks at its run until it waits or is over. */
export function useTrial(api: LibraryApi): Trial {
  const [run, setRun] = useState<RunView | null>(null);
  const [inputs, setInputs] = useState<RunInputs>({});
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const id = run?.id ?? null;
  const atWork = run?.state === 'running';

  useEffect(() => {
    if (id === null || !atWork) return;
    const gone = new AbortController();
    const look = () => {
      api.run(id, gone.signal).then(
        (seen) => {
          if (gone.signal.aborted) return;
          setFault(null);
          setRun(seen);
        },
        (error: unknown) => {
          if (!gone.signal.aborted) setFault(codeOf(error));
        },
      );
    };
    const timer = setInterval(look, LOOK_MS);
    return () => {
      clearInterval(timer);
      gone.abort();
    };
  }, [api, id, atWork]);

  useEffect(() => {
    if (id === null) return;
    // Nobody comes back to a trial: its texts must not lie there until their time is over.
    return () => void api.removeRun(id).catch(() => undefined);
  }, [api, id]);

  const attempt = useCallback(async (work: () => Promise<RunView>) => {
    setBusy(true);
    setFault(null);
    try {
      setRun(await work());
    } catch (error) {
      setFault(codeOf(error));
    } finally {
      setBusy(false);
    }
  }, []);
  const tell = (work: (one: string) => Promise<void>) =>
    attempt(async () => {
      if (id === null) throw new TypeError('no run');
      await work(id);
      return api.run(id, never);
    });
  return {
    run,
    inputs,
    busy,
    fault,
    start: (agent, given, model) =>
      attempt(async () => {
        setInputs(given);
        return api.startRun({
          agent: { kind: 'trial', agent },
          model,
          author: noAuthor,
          privacy: noChoice,
          inputs: given,
        });
      }),
    answer: (path, answer) => tell((one) => api.answerRun(one, { path, answer })),
    stop: () => tell((one) => api.stopRun(one)),
    goOn: () => tell((one) => api.goOn(one)),
  };
}
