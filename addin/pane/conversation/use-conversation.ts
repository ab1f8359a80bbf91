import { useEffect, useState } from 'react';
import type { ConversationOf } from '../../../contract/conversation.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { ConversationMail } from '../../../contract/source.ts';
import type { DeskTaskName } from '../../../contract/tasks/index.ts';
import type { From } from '../../tasks/task.ts';
import { type Backend, BackendError } from '../backend.ts';

/** Where the conversation of the open mail stands. */
export type ConversationState =
  | { name: 'offered' }
  | { name: 'reading' }
  | { name: 'read'; mails: ConversationMail[]; complete: boolean }
  | { name: 'failed'; code: ErrorCode };

export interface ConversationUse {
  /** Null where it can't be had. */
  state: ConversationState | null;
  /** Draws it in, or leaves it out again. */
  toggle: () => void;
}

/** Umschreiben says the same text differently: what others wrote does not belong in it. */
const WITHOUT: ReadonlySet<DeskTaskName> = new Set(['rewrite']);

/** Whether a task on a part of what is open has any use for its conversation. */
export function usesConversation(task: DeskTaskName, from: From | null): boolean {
  return from !== null && from !== 'nothing' && !WITHOUT.has(task);
}

/** The mails that are drawn in. */
export function drawnIn({ state }: ConversationUse): ConversationMail[] {
  return state?.name === 'read' ? state.mails : [];
}

const offered: ConversationState = { name: 'offered' };

/**
 * The conversation of the open mail or draft, and whether it is drawn in.
 * @param of which it is; null where there is no way to it
 * @param key of what is open; each has its own choice
 */
export function useConversation(
  backend: Backend,
  of: ConversationOf | null,
  key: string | null,
): ConversationUse {
  const [all, setAll] = useState<Record<string, ConversationState>>({});
  const [reading] = useState(() => new Map<string, AbortController>());
  useEffect(
    () => () => {
      for (const stop of reading.values()) stop.abort();
    },
    [reading],
  );
  if (of === null || key === null) return { state: null, toggle: () => undefined };

  const set = (state: ConversationState) => setAll((before) => ({ ...before, [key]: state }));
  const state = all[key] ?? offered;
  return {
    state,
    toggle() {
      if (state.name === 'read' || state.name === 'reading') {
        reading.get(key)?.abort();
        set(offered);
        return;
      }
      const stop = new AbortController();
      reading.set(key, stop);
      set({ name: 'reading' });
      void ask(backend, of, stop.signal).then((next) => {
        if (!stop.signal.aborted) set(next);
      });
    },
  };
}

async function ask(backend: Backend, of: ConversationOf, signal: AbortSignal): Promise<ConversationState> {
  try {
    const { messages, complete } = await backend.conversation(of, signal);
    // The mail may lie in a mailbox that is not the person's own.
    if (messages.length === 0) return { name: 'failed', code: 'mail_missing' };
    return { name: 'read', mails: messages, complete };
  } catch (fault) {
    return { name: 'failed', code: fault instanceof BackendError ? fault.code : 'internal' };
  }
}
