import type { OidcClient, RefreshState, SigninResponse } from 'oidc-client-ts';
import { type IssuerWay, metadataOf } from './issuer.ts';
import { type OpenWindow, SignInError, type Token, type TokenSource } from './token.ts';

/** Seconds for an answer of the issuer. */
const ISSUER_SECONDS = 15;
/** Seconds that a token is taken to last where the issuer does not say. */
const UNSAID_SECONDS = 300;

export interface OidcOptions {
  openWindow: OpenWindow;
  /** The page of ours that the issuer sends the window back to. */
  redirect: string;
}

/**
 * Authorization code with PKCE (RFC 7636, RFC 9700) in a window of its own: Keycloak and other issuers, and Entra ID
 * where Office does not sign in itself. The verifier and all tokens stay in the memory of this page; through the window
 * goes only the code, which is worth nothing without the verifier.
 */
export function oidcSource(way: IssuerWay, { openWindow, redirect }: OidcOptions): TokenSource {
  let client: OidcClient | null = null;
  let last: SigninResponse | null = null;

  const ready = async () => {
    // Loaded when it is needed: the pane must not wait for it at the start.
    const oidc = await import('oidc-client-ts');
    client ??= new oidc.OidcClient({
      authority: way.authority,
      metadataUrl: metadataOf(way),
      client_id: way.clientId,
      redirect_uri: redirect,
      response_type: 'code',
      scope: scopeOf(way),
      ui_locales: 'de',
      requestTimeoutInSeconds: ISSUER_SECONDS,
      stateStore: new oidc.WebStorageStateStore({ store: new oidc.InMemoryWebStorage() }),
    });
    return { client, oidc };
  };

  return {
    async renew() {
      if (!last?.refresh_token) return null;
      try {
        const { client: issuer } = await ready();
        const { refresh_token, id_token = '', session_state, scope = '', profile } = last;
        // The class is declared but not exported.
        const state: RefreshState = { refresh_token, id_token, session_state, scope, profile };
        const answer = await issuer.useRefreshToken({ state, timeoutInSeconds: ISSUER_SECONDS });
        // An issuer that does not rotate them sends no new one.
        answer.refresh_token ??= refresh_token;
        last = answer;
        return tokenOf(answer);
      } catch {
        return null;
      }
    },
    async ask(signal, choose) {
      const window = openWindow();
      try {
        const { client: issuer, oidc } = await ready();
        const request = await issuer.createSigninRequest(choose ? { prompt: anotherAccount(way) } : {});
        const back = await window.visit(request.url, signal);
        const answer = await issuer.processSigninResponse(back).catch((fault: unknown) => {
          throw fault instanceof oidc.ErrorResponse ? refusal(fault.error) : fault;
        });
        last = answer;
        return tokenOf(answer);
      } catch (fault) {
        throw fault instanceof SignInError ? fault : new SignInError('sign_in_unavailable');
      } finally {
        window.close();
      }
    },
  };
}

/** Entra ID gives a refresh token only to who asks for it; others give one anyhow, or mean something else by it. */
function scopeOf({ kind, scope }: IssuerWay): string {
  const needed = kind === 'entra' ? ['openid', 'profile', 'offline_access'] : ['openid'];
  return [...new Set([...needed, ...scope.split(' ')])].filter(Boolean).join(' ');
}

/** OpenID Connect Core 1.0, 3.1.2.1; Keycloak knows no choice of accounts, only a new sign-in. */
function anotherAccount({ kind }: IssuerWay): string {
  return kind === 'entra' ? 'select_account' : 'login';
}

/** RFC 6749, 4.1.2.1. */
function refusal(error: string | null): SignInError {
  return new SignInError(
    error === 'server_error' || error === 'temporarily_unavailable'
      ? 'sign_in_unavailable'
      : 'issuer_refused',
  );
}

function tokenOf({ access_token, expires_in }: SigninResponse): Token {
  if (!access_token) throw new SignInError('sign_in_unavailable');
  return { value: access_token, ends: Date.now() + (expires_in ?? UNSAID_SECONDS) * 1000 };
}
