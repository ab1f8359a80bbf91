import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { fetchLimited, type Fetch } from './fetch-limited.ts';
import { IssuerUnavailable, TokenRefused } from './refusal.ts';

/** Milliseconds that decide how often an issuer is asked for its keys. */
export interface KeyTiming {
  /** For one answer of the issuer. */
  timeout: number;
  /** Between two looks for a key that is not known, so that made up key ids cannot flood the issuer. */
  cooldown: number;
  /** After a failure, before the issuer is asked again. */
  retry: number;
  /** Age at which keys are asked for anew while they still count. */
  refresh: number;
  /** Age from which keys no longer count: a withdrawn one must not live on because its issuer is away. */
  maxAge: number;
}

export const keyTiming: KeyTiming = {
  timeout: 5_000,
  cooldown: 30_000,
  retry: 5_000,
  refresh: 10 * 60_000,
  maxAge: 60 * 60_000,
};

const MAX_KEYS_BYTES = 256 * 1024;
const MAX_DISCOVERY_BYTES = 128 * 1024;

/** Finds the key of a token; @throws TokenRefused `key`, IssuerUnavailable. */
export type KeySource = JWTVerifyGetKey;

/** Keys that are known for good: those of the demo sign-in. */
export function localKeys(jwks: Parameters<typeof createLocalJWKSet>[0]): KeySource {
  const keys = createLocalJWKSet(jwks);
  return (header, token) => keys(header, token).catch(refuseKey);
}

interface RemoteDeps {
  fetch: Fetch;
  timing: KeyTiming;
  /** Milliseconds. */
  now(): number;
}

/**
 * The published keys of an issuer, fetched when they are needed and kept for a while. While the issuer is away, keys that
 * are known keep counting up to their age; nobody is let in by a key that is not.
 * @param address where the keys are, found when it is first needed
 */
export function remoteKeys(address: () => Promise<URL>, { fetch, timing, now }: RemoteDeps): KeySource {
  let opened: Promise<ReturnType<typeof createRemoteJWKSet>> | undefined;
  let failedAt = -Infinity;
  let askedAt = -Infinity;

  const asIfAnswered = async (url: string, init: RequestInit): Promise<Response> => {
    if (now() - failedAt < timing.retry) throw new IssuerUnavailable();
    askedAt = now();
    const { status, text } = await fetchLimited(fetch, url, init, {
      ms: timing.timeout,
      bytes: MAX_KEYS_BYTES,
    });
    return new Response(text, { status });
  };

  const open = async () => {
    if (now() - failedAt < timing.retry) throw new IssuerUnavailable();
    return createRemoteJWKSet(await address(), {
      timeoutDuration: timing.timeout,
      cooldownDuration: timing.cooldown,
      cacheMaxAge: timing.maxAge,
      [customFetch]: asIfAnswered,
    });
  };

  const openOnce = async () => {
    const opening = (opened ??= open());
    try {
      return await opening;
    } catch (fault) {
      if (opened === opening) opened = undefined;
      throw fault;
    }
  };

  return async (header, token) => {
    try {
      const keys = await openOnce();
      const key = await keys(header, token);
      if (now() - askedAt > timing.refresh) {
        keys.reload().catch(() => {
          failedAt = now();
        });
      }
      return key;
    } catch (fault) {
      // What was not even asked does not make the pause longer.
      if (!isTokensFault(fault) && now() - failedAt >= timing.retry) failedAt = now();
      return refuseKey(fault);
    }
  };
}

/** Told by code: errors of another realm are no instances of ours. */
const NOT_THE_ISSUERS_FAULT = new Set<unknown>([
  errors.JWKSNoMatchingKey.code,
  errors.JWKSMultipleMatchingKeys.code,
  errors.JOSENotSupported.code,
]);

function isTokensFault(fault: unknown): boolean {
  return (
    typeof fault === 'object' && fault !== null && 'code' in fault && NOT_THE_ISSUERS_FAULT.has(fault.code)
  );
}

function refuseKey(fault: unknown): never {
  throw isTokensFault(fault) ? new TokenRefused('key') : new IssuerUnavailable();
}

/**
 * Asks the issuer where its keys are (OpenID Connect Discovery 1.0, 4).
 * @throws IssuerUnavailable where the document is not there or speaks of another issuer
 */
export async function discoverKeys(
  issuer: string,
  { fetch, timing }: Pick<RemoteDeps, 'fetch' | 'timing'>,
): Promise<URL> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const limits = { ms: timing.timeout, bytes: MAX_DISCOVERY_BYTES };
  const { status, text } = await fetchLimited(
    fetch,
    url,
    { headers: { accept: 'application/json' } },
    limits,
  );
  if (status !== 200) throw new IssuerUnavailable();
  const document: unknown = JSON.parse(text);
  if (
    typeof document === 'object' &&
    document !== null &&
    'issuer' in document &&
    document.issuer === issuer &&
    'jwks_uri' in document &&
    typeof document.jwks_uri === 'string' &&
    URL.canParse(document.jwks_uri)
  ) {
    const keys = new URL(document.jwks_uri);
    // An issuer on this machine may do without TLS; one that has it may not lead to where anyone can listen.
    if (keys.protocol === 'https:' || (keys.protocol === 'http:' && keys.origin === new URL(issuer).origin)) {
      return keys;
    }
  }
  throw new IssuerUnavailable();
}
