import { useState } from 'react';
import type { ErrorCode } from '../../../contract/errors.ts';
import { codeOf } from '../use-asked.ts';
import { reasonFault } from './reason-field.tsx';
import { useSay } from './said.tsx';

interface Change {
  /** Whether what was filled in can be saved. */
  ready: boolean;
  /** @throws BackendError; nothing of the form is lost by it */
  save: (reason: string) => Promise<void>;
  /** Somebody was faster: takes over what they changed. @throws BackendError */
  takeNewest: () => Promise<void>;
  /** What is said when it is saved. */
  done: string;
}

/** How a change with a reason is saved: tried, refused, or overtaken by somebody else's. */
export function useSaving({ ready, save, takeNewest, done }: Change) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const submit = async () => {
    setTried(true);
    if (!ready || reasonFault(reason) !== null || busy) return;
    setBusy(true);
    setFault(null);
    try {
      await save(reason.trim());
      setReason('');
      setTried(false);
      say(done);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'conflict') await takeNewest().catch((second: unknown) => setFault(codeOf(second)));
      else setFault(code);
    } finally {
      setBusy(false);
    }
  };
  return { reason, setReason, tried, busy, fault, submit };
}
