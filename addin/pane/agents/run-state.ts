import type { ErrorCode } from '../../../contract/errors.ts';
import type { RunEvent, RunView } from '../../../contract/agents/run.ts';

/** A run as the pane follows it. */
export interface Following {
  /** Null until the backend has shown it. */
  run: RunView | null;
  /** What is being written right now, by the path of its step. */
  writing: { path: string; text: string } | null;
  /** Times in a row that the connection broke without the run having said its last word. */
  broken: number;
  /** Why it can no longer be followed; null while it can. */
  lost: ErrorCode | null;
  /** Whether something the person did has not come back yet. */
  sending: boolean;
  /** Why what the person did was not taken. */
  refused: ErrorCode | null;
}

export type FollowEvent =
  | { type: 'heard'; event: RunEvent }
  | { type: 'ended' }
  | { type: 'broke'; code: ErrorCode }
  | { type: 'sending' }
  | { type: 'refused'; code: ErrorCode }
  | { type: 'again' };

export const notYetSeen: Following = {
  run: null,
  writing: null,
  broken: 0,
  lost: null,
  sending: false,
  refused: null,
};

/** Times in a row that a broken connection is made again by itself. */
export const MAX_BROKEN = 5;

/** Pure, so that what the pane shows of a run depends on nothing but what it heard. */
export function follow(state: Following, event: FollowEvent): Following {
  switch (event.type) {
    case 'heard':
      return hear(state, event.event);
    case 'ended':
      // A stream that ends while the run works has been cut off.
      return state.run?.state === 'running' || state.run === null
        ? breakOff(state, 'backend_unreachable')
        : state;
    case 'broke':
      return event.code === 'backend_unreachable' || event.code === 'store_unavailable'
        ? breakOff(state, event.code)
        : { ...state, lost: event.code, sending: false };
    case 'sending':
      return { ...state, sending: true, refused: null };
    case 'refused':
      return { ...state, sending: false, refused: event.code };
    case 'again':
      return { ...state, lost: null, broken: 0 };
  }
}

function hear(state: Following, event: RunEvent): Following {
  switch (event.type) {
    case 'run': {
      const { run } = event;
      const writes = run.steps.some(
        ({ path, state: step }) => path === state.writing?.path && step === 'running',
      );
      return { ...state, run, writing: writes ? state.writing : null, broken: 0, lost: null, sending: false };
    }
    case 'text': {
      const before = state.writing?.path === event.path ? state.writing.text : '';
      return { ...state, writing: { path: event.path, text: before + event.text } };
    }
  }
}

function breakOff(state: Following, code: ErrorCode): Following {
  const broken = state.broken + 1;
  // What was written so far comes again with the next connection, or not at all.
  return { ...state, writing: null, broken, lost: broken > MAX_BROKEN ? code : null, sending: false };
}
