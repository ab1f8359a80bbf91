import { useEffect, useRef, useState } from 'react';
import type { ModelInfo } from '../../../contract/models.ts';
import type { PrivacyChoice, SendingPreview } from '../../../contract/privacy.ts';
import type { From } from '../../tasks/task.ts';
import { BackendError } from '../backend.ts';
import { type Basis, basisOf, callOf } from '../carry-out.ts';
import type { PaneState } from '../use-pane.ts';
import type { Fault, Order } from '../work.ts';
import { isOutside } from './classes.ts';

/** Milliseconds after a change until the preview is asked for anew. */
const REST_MS = 300;

/** What would be sent, as far as it is known. */
export interface OpenPreview {
  order: Order;
  from: From;
  model: ModelInfo;
  /** Null until the source has been read, and where nothing leaves the house. */
  basis: Basis | null;
  /** The last that was told; null before. */
  known: { preview: SendingPreview; privacy: PrivacyChoice } | null;
  fault: Fault | null;
  /** The piece of work that it belongs to. */
  key: string;
}

export interface PreviewUse {
  /** Null while none is open. */
  open: OpenPreview | null;
  /** Whether what is shown is not yet what would be sent. */
  isStale: boolean;
  show: (order: Order, from: From, model: ModelInfo) => void;
  /** Asks once more after a fault. */
  retry: () => void;
  send: () => void;
  close: () => void;
}

/**
 * What leaves the house, before it does.
 * @param privacy what goes with the request; whenever it is another object, the preview is asked for anew
 */
export function usePreview(pane: PaneState, privacy: PrivacyChoice): PreviewUse {
  const { backend, host, author, key } = pane;
  const [state, setOpen] = useState<OpenPreview | null>(null);
  const [attempt, setAttempt] = useState(0);
  const reading = useRef<AbortController>(undefined);
  const asked = useRef<Basis>(undefined);
  // Another mail is in sight: what is sent now would land there.
  const open = state?.key === key ? state : null;
  const basis = open?.basis ?? null;
  const model = open?.model.id ?? null;

  const change = (of: AbortController, next: Partial<OpenPreview>) => {
    if (!of.signal.aborted) setOpen((before) => before && { ...before, ...next });
  };

  useEffect(() => {
    if (basis === null) return;
    const gone = new AbortController();
    const rest = asked.current === basis ? REST_MS : 0;
    asked.current = basis;
    const timer = setTimeout(() => {
      backend.preview(callOf(basis, { model, author, privacy }), gone.signal).then(
        (preview) => change(gone, { known: { preview, privacy }, fault: null }),
        (fault: unknown) => change(gone, { fault: faultOf(fault) }),
      );
    }, rest);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [backend, basis, model, author, privacy, attempt]);
  useEffect(() => () => reading.current?.abort(), []);

  const close = () => {
    reading.current?.abort();
    setOpen(null);
  };

  const show: PreviewUse['show'] = (order, from, chosen) => {
    const stop = new AbortController();
    reading.current?.abort();
    reading.current = stop;
    setOpen({ order, from, model: chosen, basis: null, known: null, fault: null, key });
    if (!isOutside(chosen)) return;
    const job = { ...pane.jobFor(order, from), model: chosen.id };
    void basisOf(job, { host, signal: stop.signal }).then((read) =>
      change(stop, 'code' in read ? { fault: read } : { basis: read }),
    );
  };

  return {
    open,
    isStale: open?.known?.privacy !== privacy,
    show,
    retry: () => {
      if (open === null) return;
      if (basis === null) {
        show(open.order, open.from, open.model);
        return;
      }
      setOpen({ ...open, fault: null });
      setAttempt((number) => number + 1);
    },
    send: () => {
      if (open === null || basis === null) return;
      pane.start(open.order, open.from, { model: open.model.id, privacy, basis });
      close();
    },
    close,
  };
}

function faultOf(fault: unknown): Fault {
  return {
    from: 'backend',
    code: fault instanceof BackendError ? fault.code : 'backend_unreachable',
    model: undefined,
  };
}
