import type { RunEvent } from '../../../contract/agents/run.ts';

/** Whoever looks at runs in this process. */
export interface Hub {
  /** @returns ends it */
  listen(run: string, tell: (event: RunEvent) => void): () => void;
  tell(run: string, event: RunEvent): void;
}

export function createHub(): Hub {
  const listeners = new Map<string, Set<(event: RunEvent) => void>>();
  return {
    listen(run, tell) {
      const all = listeners.get(run) ?? new Set();
      listeners.set(run, all.add(tell));
      return () => {
        all.delete(tell);
        if (all.size === 0 && listeners.get(run) === all) listeners.delete(run);
      };
    },
    tell(run, event) {
      for (const tell of listeners.get(run) ?? []) tell(event);
    },
  };
}

/** What one of them has not been told yet. */
export interface EventQueue {
  push(event: RunEvent): void;
  /** Forgets all that was not told, in favour of what is known now. */
  begin(events: readonly RunEvent[]): void;
  /** The next one; null where none comes in that time, or the signal is aborted. */
  next(ms: number, signal: AbortSignal): Promise<RunEvent | null>;
}

/** Keeps no more than one view and what is being written, however slow the listener is. */
export function eventQueue(): EventQueue {
  let waiting: RunEvent[] = [];
  let wake: (() => void) | null = null;
  return {
    push(event) {
      waiting = event.type === 'run' ? [event, ...stillWritten(waiting, event)] : withText(waiting, event);
      wake?.();
    },
    begin(events) {
      waiting = [...events];
    },
    async next(ms, signal) {
      if (waiting.length === 0 && !signal.aborted) await pause(ms, signal, (resolve) => (wake = resolve));
      return signal.aborted ? null : (waiting.shift() ?? null);
    },
  };
}

function pause(ms: number, signal: AbortSignal, entrust: (resolve: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const over = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener('abort', over);
    entrust(over);
  });
}

function stillWritten(waiting: readonly RunEvent[], { run }: Extract<RunEvent, { type: 'run' }>): RunEvent[] {
  const running = new Set(run.steps.filter(({ state }) => state === 'running').map(({ path }) => path));
  return waiting.filter((event) => event.type === 'text' && running.has(event.path));
}

/** Events with one more; what is written on goes on in the last one. */
export function withText(
  waiting: readonly RunEvent[],
  event: Extract<RunEvent, { type: 'text' }>,
): RunEvent[] {
  const last = waiting.at(-1);
  if (last?.type !== 'text' || last.path !== event.path) return [...waiting, event];
  return [...waiting.slice(0, -1), { ...last, text: last.text + event.text }];
}
