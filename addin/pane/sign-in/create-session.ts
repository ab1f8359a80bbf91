import { createNested, nestedSource } from './nested-source.ts';
import { oidcSource } from './oidc-source.ts';
import { createSession, type Session } from './session.ts';
import type { SignInPlace } from './token.ts';
import { WINDOW_PAGE } from './window-message.ts';

/**
 * The session of this page, with everything that the browser gives.
 * @param place how a person signs in here, once that is known
 */
export function pageSession(view: Window & typeof globalThis, place: Promise<SignInPlace>): Session {
  const redirect = new URL(WINDOW_PAGE, view.location.href).href;
  return createSession({
    fetchFrom: (...args) => view.fetch(...args),
    place,
    sourceOf(way, { nested, openWindow }) {
      const own = oidcSource(way, { openWindow, redirect });
      return way.kind === 'entra' && nested ? nestedSource(way, createNested(view), own) : own;
    },
    storage: () => view.sessionStorage,
  });
}
