import { useSyncExternalStore } from 'react';
import type { Session, SessionState } from './session.ts';

/** Where the sign-in stands, as it changes. */
export function useSession(session: Session): SessionState {
  return useSyncExternalStore(session.subscribe, session.state);
}
