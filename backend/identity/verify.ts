import { jwtVerify } from 'jose';
import { IssuerUnavailable, TokenRefused } from './refusal.ts';
import type { TokenSource } from './sources.ts';
import { type JsonObject, valueOf } from './strict-json.ts';
import { objectIn, readUnverified } from './unverified.ts';

/** Seconds that clocks may differ. */
const TOLERANCE = 60;
/** Seconds that a token may last; Entra ID's longest (continuous access evaluation) last 28 hours. */
const MAX_LIFETIME = 36 * 3600;
/** What only an ID token or a refresh token has (OpenID Connect Core 1.0, 3.1.3.6 and 3.3.2.11). */
const NOT_OF_ACCESS_TOKENS = ['at_hash', 'c_hash', 's_hash'];

/** A token whose signature, issuer, audience, times and kind are right. */
export interface VerifiedToken {
  claims: JsonObject;
  source: TokenSource;
}

/**
 * Checks an access token (RFC 9068, 4; RFC 8725; for Entra ID Microsoft's rules for access tokens).
 * @param sources by `iss`
 * @param now milliseconds since 1970
 * @throws TokenRefused with the reason; IssuerUnavailable where the keys cannot be had
 */
export async function verifyToken(
  token: string,
  sources: ReadonlyMap<string, TokenSource>,
  now: number,
): Promise<VerifiedToken> {
  const { alg, iss } = readUnverified(token);
  const source = sources.get(iss);
  if (source === undefined) {
    throw new TokenRefused(iss.startsWith('https://sts.windows.net/') ? 'version' : 'issuer');
  }
  if (!(source.algorithms as readonly string[]).includes(alg)) throw new TokenRefused('algorithm');
  await verifySignature(token, source, now);
  const claims = objectIn(token.split('.')[1] ?? '');
  if (claims === undefined) throw new TokenRefused('malformed');
  checkTimes(claims, Math.floor(now / 1000));
  checkAudience(claims, source);
  checkKind(claims);
  checkScope(claims, source);
  if (source.entra) checkEntra(claims, source.entra);
  checkClient(claims, source);
  return { claims, source };
}

async function verifySignature(token: string, source: TokenSource, now: number): Promise<void> {
  try {
    await jwtVerify(token, source.keys, {
      algorithms: [...source.algorithms],
      issuer: source.iss,
      audience: source.audience,
      clockTolerance: TOLERANCE,
      requiredClaims: ['exp', 'iat'],
      currentDate: new Date(now),
    });
  } catch (fault) {
    if (fault instanceof TokenRefused || fault instanceof IssuerUnavailable) throw fault;
    throw new TokenRefused(reasonOf(fault));
  }
}

function reasonOf(fault: unknown): 'signature' | 'audience' | 'time' | 'malformed' {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return 'malformed';
  if (fault.code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return 'signature';
  if (fault.code === 'ERR_JWT_EXPIRED') return 'time';
  if (fault.code !== 'ERR_JWT_CLAIM_VALIDATION_FAILED' || !('claim' in fault)) return 'malformed';
  return fault.claim === 'aud' ? 'audience' : 'time';
}

function checkTimes(claims: JsonObject, now: number): void {
  const [exp, iat, nbf] = ['exp', 'iat', 'nbf'].map((name) => valueOf(claims, name));
  const isRight =
    isSeconds(exp) &&
    isSeconds(iat) &&
    (nbf === undefined || isSeconds(nbf)) &&
    iat <= now + TOLERANCE &&
    exp > iat &&
    exp <= now + MAX_LIFETIME;
  if (!isRight) throw new TokenRefused('time');
}

function isSeconds(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function checkAudience(claims: JsonObject, { audience, audiences }: TokenSource): void {
  const aud = valueOf(claims, 'aud');
  const isOurs =
    aud === audience ||
    (audiences === 'several' &&
      Array.isArray(aud) &&
      aud.every((each) => typeof each === 'string') &&
      aud.includes(audience));
  if (!isOurs) throw new TokenRefused('audience');
}

function checkKind(claims: JsonObject): void {
  // Keycloak says in the claims what its header does not.
  const typ = valueOf(claims, 'typ');
  if (typ !== undefined && (typeof typ !== 'string' || typ.toLowerCase() !== 'bearer')) {
    throw new TokenRefused('type');
  }
  if (NOT_OF_ACCESS_TOKENS.some((name) => Object.hasOwn(claims, name))) throw new TokenRefused('type');
  // Bound to a key that a bearer does not show (RFC 7800; RFC 9449, 7.2).
  if (Object.hasOwn(claims, 'cnf')) throw new TokenRefused('bound');
}

function checkScope(claims: JsonObject, { scope, entra }: TokenSource): void {
  if (scope === null) return;
  const held = valueOf(claims, entra ? 'scp' : 'scope');
  if (typeof held !== 'string' || !held.split(' ').includes(scope)) throw new TokenRefused('scope');
}

function checkEntra(
  claims: JsonObject,
  { tenant, version, issuer }: NonNullable<TokenSource['entra']>,
): void {
  if (valueOf(claims, 'ver') !== (version === 'v2' ? '2.0' : '1.0')) throw new TokenRefused('version');
  if (valueOf(claims, 'tid') !== tenant) throw new TokenRefused('tenant');
  // Says `app` where an application speaks for itself.
  const idtyp = valueOf(claims, 'idtyp');
  if (idtyp !== undefined && idtyp !== 'user') throw new TokenRefused('application');
  if (issuer.guests === 'refused' && isGuest(claims, tenant)) throw new TokenRefused('guest');
}

/** An account of another house that was invited into the tenant: `acct` says so, or `idp` names where it comes from. */
function isGuest(claims: JsonObject, tenant: string): boolean {
  const acct = valueOf(claims, 'acct');
  if (acct !== undefined && acct !== 0 && acct !== '0') return true;
  const idp = valueOf(claims, 'idp');
  return idp !== undefined && idp !== `https://sts.windows.net/${tenant}/` && idp !== valueOf(claims, 'iss');
}

function checkClient(claims: JsonObject, { clients, entra }: TokenSource): void {
  if (clients === 'any') return;
  const client =
    entra?.version === 'v1'
      ? valueOf(claims, 'appid')
      : (valueOf(claims, 'azp') ?? (entra ? undefined : valueOf(claims, 'client_id')));
  if (typeof client !== 'string' || !clients.includes(client)) throw new TokenRefused('client');
}
