import type { Me } from '../../../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../../../contract/limits.ts';
import type { Backend } from '../../backend.ts';
import type { DemoChoice } from '../ask-backend.ts';
import type { DemoWay } from '../demo-memory.ts';
import type { IssuerWay } from '../issuer.ts';
import type { Session, SessionState, SignedIn } from '../session.ts';
import type { Trouble } from '../token.ts';

export const keycloak: IssuerWay = {
  kind: 'oidc',
  label: 'Keycloak',
  clientId: 'amtsfeder',
  authority: 'https://login.example',
  scope: 'openid',
};
export const demoWay: DemoWay = {
  kind: 'demo',
  kommunen: [
    { id: 'lk-kusel', name: 'Landkreis Kusel' },
    { id: 'donnersbergkreis', name: 'Donnersbergkreis' },
  ],
  roles: ['staff', 'local-admin', 'verbund-admin', 'data-protection', 'auditor'],
};
export const clerk: Me = {
  version: CONTRACT_VERSION,
  name: 'Anke Muster',
  email: 'anke.muster@kreis.example',
  kommune: { id: 'lk-kusel', name: 'Landkreis Kusel' },
  department: 'Soziales',
  roles: ['staff'],
  demo: false,
  mailbox: false,
};

/** A session that does what the test says, and notes down what the person does. */
export function fakeSession(begin: SessionState) {
  const listeners = new Set<() => void>();
  const done: string[] = [];
  let now = begin;
  let trouble: Trouble | null = null;
  const become: DemoChoice[] = [];
  const session: Session = {
    state: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => done.push('start'),
    ask: ({ label }) => done.push(`ask ${label}`),
    cancel: () => done.push('cancel'),
    become: (choice) => {
      become.push(choice);
      return Promise.resolve(trouble);
    },
    fetch: () => Promise.reject(new Error('Nothing is fetched here.')),
  };
  return {
    session,
    done,
    become,
    fail: (why: Trouble | null) => (trouble = why),
    set: (next: Partial<SessionState>) => {
      now = { ...now, ...next };
      for (const listener of listeners) listener();
    },
  };
}

/** Somebody who is signed in. */
export function signedIn(backend: Backend, demo: SignedIn['demo'] = null): SignedIn {
  return { me: { ...clerk, demo: demo !== null }, backend, demo };
}
