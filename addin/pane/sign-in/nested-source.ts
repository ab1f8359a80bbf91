import type { IssuerWay } from './issuer.ts';
import { inTime, SignInError, type Token, type TokenSource } from './token.ts';

/** Milliseconds for Office to answer without the person. */
const SILENT_MS = 15_000;
/** Milliseconds for a person to sign in. */
const PERSON_MS = 300_000;
/** Milliseconds that a token is taken to last where Office does not say. */
const UNSAID_MS = 300_000;

/** What we use of MSAL's client. */
export interface NestedClient {
  acquireTokenSilent(request: { scopes: string[]; forceRefresh: boolean }): Promise<Acquired>;
  acquireTokenPopup(request: { scopes: string[] }): Promise<Acquired>;
}

interface Acquired {
  accessToken: string;
  expiresOn: Date | null;
}

/** Makes the client; null where Office does not sign in itself after all. */
export type CreateNested = (way: IssuerWay) => Promise<NestedClient | null>;

/**
 * MSAL with Office as its broker (nested app authentication). It is loaded when it is needed, and keeps tokens in memory.
 * @param view where Office leaves its bridge
 */
export function createNested(view: Window): CreateNested {
  return async ({ clientId, authority }) => {
    const { createNestablePublicClientApplication } = await import('@azure/msal-browser');
    const client = await createNestablePublicClientApplication({
      auth: { clientId, authority },
      cache: { cacheLocation: 'memoryStorage' },
    });
    // Without the bridge MSAL quietly gives a client that would open windows of its own.
    return 'nestedAppAuthBridge' in view ? client : null;
  };
}

/**
 * Entra ID by nested app authentication.
 * @param create makes the client of MSAL
 * @param instead takes over where Office says that it can't after all
 */
export function nestedSource(way: IssuerWay, create: CreateNested, instead: TokenSource): TokenSource {
  let client: Promise<NestedClient | null> | null = null;
  let had: 'nothing' | 'from Office' | 'from a window' = 'nothing';
  const scopes = [way.scope];
  const made = () => (client ??= inTime(create(way), SILENT_MS, 'sign_in_unavailable').catch(() => null));

  const taken = ({ accessToken, expiresOn }: Acquired): Token => {
    had = 'from Office';
    return { value: accessToken, ends: expiresOn?.getTime() ?? Date.now() + UNSAID_MS };
  };
  const byWindow: TokenSource['ask'] = async (signal, choose) => {
    const token = await instead.ask(signal, choose);
    had = 'from a window';
    return token;
  };

  return {
    async renew() {
      // Office would give one of its own account, which may be another.
      if (had === 'from a window') return instead.renew();
      const nested = await made();
      if (nested === null) return null;
      try {
        // One that was refused must not come out of MSAL's memory again.
        const request = { scopes, forceRefresh: had === 'from Office' };
        return taken(await inTime(nested.acquireTokenSilent(request), SILENT_MS, 'sign_in_unavailable'));
      } catch {
        return null;
      }
    },
    async ask(signal, choose) {
      // Office knows but one account.
      if (choose) return byWindow(signal, choose);
      const nested = await made();
      if (nested === null) return byWindow(signal, choose);
      try {
        return taken(await stoppable(nested.acquireTokenPopup({ scopes }), signal));
      } catch (fault) {
        if (isCancelled(fault)) throw new SignInError('window_closed');
        if (fault instanceof SignInError) throw fault;
        return byWindow(signal, choose);
      }
    },
  };
}

function isCancelled(fault: unknown): boolean {
  return (
    typeof fault === 'object' &&
    fault !== null &&
    'errorCode' in fault &&
    (fault.errorCode === 'user_canceled' || fault.errorCode === 'user_cancelled')
  );
}

function stoppable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new SignInError('window_closed')), { once: true });
  });
  return inTime(Promise.race([work, stopped]), PERSON_MS, 'window_silent');
}
