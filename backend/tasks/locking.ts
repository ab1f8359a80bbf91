import type { TextBlock } from '../../contract/forms.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';
import { lockTextBlocks } from '../templates/locked.ts';
import type { Hearing } from './hearing.ts';
import type { Reading } from './reading.ts';

/** A call as the model sees it, and how its answer gets the approved words back. */
export interface LockedCall {
  call: TaskCall;
  reading: Reading;
  restore(hearing: Hearing): Hearing;
}

/**
 * Keeps the Textbausteine of the house from being rewritten: in a text that shall be said differently, and in earlier
 * answers that shall be refined. Everywhere else a Textbaustein is material like any other.
 */
export function lockCall(call: TaskCall, reading: Reading, textBlocks: readonly TextBlock[]): LockedCall {
  const locked = lockTextBlocks(call.task === 'rewrite' ? reading : { kind: 'nothing' }, textBlocks);
  const turns = call.turns.map(({ answer, wish }) => ({ answer: locked.lock(answer), wish }));
  return {
    call: { ...call, turns },
    reading: call.task === 'rewrite' ? locked.reading : reading,
    restore: (hearing) => locked.restore(hearing),
  };
}
