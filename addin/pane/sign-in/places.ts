import type { DialogEnd, OfficeSignIn } from '../../office/sign-in.ts';
import { popups } from './popup.ts';
import { type OpenWindow, SignInError, type SignInPlace, type Trouble } from './token.ts';
import { returnedFrom, WINDOW_PAGE } from './window-message.ts';

/** Milliseconds for a person to sign in. */
const PERSON_MS = 300_000;

/** Signing in on a page of the browser. */
export function browserPlace(view: Window): SignInPlace {
  return { nested: false, openWindow: popups(view) };
}

/**
 * Signing in in Office.
 * @param page address of the page that signs in
 */
export function officePlace(office: OfficeSignIn, page: string): SignInPlace {
  return { nested: office.signsInItself(), openWindow: dialogs(office, page) };
}

const troubles: Record<Exclude<DialogEnd['status'], 'said'>, Trouble> = {
  closed: 'window_closed',
  blocked: 'window_blocked',
  busy: 'window_busy',
  silent: 'window_silent',
  failed: 'sign_in_unavailable',
};

/** Windows of Office. They must begin with a page of ours, which leads on to the issuer. */
function dialogs({ inDialog }: OfficeSignIn, page: string): OpenWindow {
  return () => {
    const gone = new AbortController();
    return {
      async visit(visited, signal) {
        const begin = new URL(WINDOW_PAGE, page);
        begin.searchParams.set('to', visited);
        const end = await inDialog({
          address: begin.href,
          signal: AbortSignal.any([signal, gone.signal]),
          ms: PERSON_MS,
          accept: (message) => returnedFrom(visited, parsed(message)) !== null,
        });
        if (end.status !== 'said') throw new SignInError(troubles[end.status]);
        const address = returnedFrom(visited, parsed(end.message));
        if (address === null) throw new SignInError('sign_in_unavailable');
        return address;
      },
      close: () => gone.abort(),
    };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
