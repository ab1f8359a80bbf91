import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  AuthError,
  ConfidentialClientApplication,
  type INetworkModule,
  InteractionRequiredAuthError,
  type NetworkRequestOptions,
  type NodeAuthOptions,
} from '@azure/msal-node';
import { ConfigError } from '../config.ts';
import { type Fetch, fetchLimited } from './fetch-limited.ts';
import { GraphError } from './graph-error.ts';
import type { EntraCredential, EntraIssuer } from './verbund.ts';

/** Exchanges the token of a person for one of another service (OAuth 2.0 on-behalf-of flow of Entra ID). */
export interface OnBehalf {
  /**
   * @param asking the person's verified access token of our API, and its tenant
   * @param scopes of the other service
   * @throws GraphError `refused` where the person or their IT has not agreed; `unavailable`
   */
  token(asking: { token: string; tenant: string }, scopes: readonly string[]): Promise<string>;
}

const LIMITS = { ms: 10_000, bytes: 256 * 1024 };
const MAX_SECRET_CHARS = 1_000;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What proves our application, read once.
 * @param readFile returns the text of a file, throws where it cannot
 * @throws ConfigError where a file cannot be read or does not hold what it should; nothing of it is told
 */
export function readCredential(
  credential: EntraCredential,
  readFile: (path: string) => string,
): Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate'> {
  const read = (path: string) => {
    try {
      return readFile(path);
    } catch {
      throw new ConfigError('AMTSFEDER_VERBUND_FILE, credential: a file cannot be read');
    }
  };
  if (credential.kind === 'secret') {
    const clientSecret = read(credential.file).trim();
    if (clientSecret === '' || clientSecret.length > MAX_SECRET_CHARS || /\s/.test(clientSecret)) {
      throw new ConfigError('AMTSFEDER_VERBUND_FILE, credential: secretFile does not hold one secret');
    }
    return { clientSecret };
  }
  const [certificate, key] = [read(credential.certificateFile), read(credential.keyFile)];
  try {
    const thumbprintSha256 = new X509Certificate(certificate).fingerprint256.replaceAll(':', '');
    const privateKey = createPrivateKey(key).export({ type: 'pkcs8', format: 'pem' }).toString();
    return { clientCertificate: { thumbprintSha256, privateKey } };
  } catch {
    throw new ConfigError(
      'AMTSFEDER_VERBUND_FILE, credential: certificateFile and keyFile must be PEM, the key without a password',
    );
  }
}

/** @param credential as {@link readCredential} gives it */
export function createOnBehalf(
  issuer: Pick<EntraIssuer, 'authority' | 'audience' | 'clientId'>,
  credential: Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate'>,
  fetch: Fetch,
): OnBehalf {
  return {
    async token({ token, tenant }, scopes) {
      // One for each call: its cache would keep the tokens of everybody, and grow as long as the process lives.
      const application = new ConfidentialClientApplication({
        auth: {
          ...credential,
          // The application that the token was made for; in version 1 `aud` may be its address instead of its id.
          clientId: GUID.test(issuer.audience) ? issuer.audience : issuer.clientId,
          ...authorityOf(issuer.authority, tenant),
        },
        system: {
          networkClient: network(fetch, issuer.authority),
          disableInternalRetries: true,
          loggerOptions: { loggerCallback: () => undefined, piiLoggingEnabled: false },
        },
      });
      try {
        const result = await application.acquireTokenOnBehalfOf({
          oboAssertion: token,
          scopes: [...scopes],
        });
        if (result === null || result.accessToken === '') throw new GraphError('unavailable');
        return result.accessToken;
      } catch (fault) {
        throw graphErrorOf(fault);
      }
    },
  };
}

/** The endpoints are given, so that no discovery is asked and no answer can lead elsewhere. */
function authorityOf(authority: string, tenant: string) {
  const base = `${authority}/${tenant}`;
  return {
    authority: base,
    knownAuthorities: [new URL(authority).host],
    authorityMetadata: JSON.stringify({
      issuer: `${base}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    }),
  };
}

function network(fetch: Fetch, authority: string): INetworkModule {
  const send = async <T>(method: string, url: string, options: NetworkRequestOptions = {}) => {
    // No other address is asked today; should a later version of the library want to, it must not.
    if (new URL(url).origin !== authority) throw new GraphError('unavailable');
    const { status, headers, text } = await fetchLimited(
      fetch,
      url,
      { method, headers: options.headers ?? {}, body: options.body ?? null },
      LIMITS,
    );
    return { status, headers: Object.fromEntries(headers), body: JSON.parse(text) as T };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}

/** Consent, a second factor or a blocked account; anything else is ours or the service's. */
function graphErrorOf(fault: unknown): GraphError {
  if (fault instanceof GraphError) return fault;
  const isRefused =
    fault instanceof InteractionRequiredAuthError ||
    (fault instanceof AuthError && fault.errorCode === 'invalid_grant');
  return new GraphError(isRefused ? 'refused' : 'unavailable');
}
