import { TokenRefused } from './refusal.ts';
import { type JsonObject, strictObject, valueOf } from './strict-json.ts';

/** What a token claims before its signature was looked at: good for choosing whose keys to ask, for nothing else. */
export interface Unverified {
  alg: string;
  iss: string;
}

/**
 * What no token of ours has: keys that it brings along or names, extensions that must be understood, an unencoded
 * payload, encryption, compression, a token inside (RFC 7515, 4.1; RFC 7797; RFC 8725, 3.10).
 */
const FORBIDDEN = ['jwk', 'jku', 'x5u', 'x5c', 'crit', 'b64', 'enc', 'zip', 'cty'];
const ACCESS_TOKEN_TYPES = new Set(['jwt', 'at+jwt', 'application/at+jwt']);
const MAX_KEY_ID_CHARS = 200;

/**
 * Reads a token without believing it.
 * @throws TokenRefused for everything that can be refused without a key
 */
export function readUnverified(token: string): Unverified {
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = objectIn(head);
  const payload = objectIn(body);
  if (header === undefined || payload === undefined || !isCanonical(signature)) {
    throw new TokenRefused('malformed');
  }
  if (FORBIDDEN.some((name) => Object.hasOwn(header, name))) throw new TokenRefused('header');
  const alg = valueOf(header, 'alg');
  if (typeof alg !== 'string') throw new TokenRefused('algorithm');
  // RFC 9068, 2.1; Entra ID and Keycloak write `JWT`, some issuers nothing.
  const typ = valueOf(header, 'typ');
  if (typ !== undefined && (typeof typ !== 'string' || !ACCESS_TOKEN_TYPES.has(typ.toLowerCase()))) {
    throw new TokenRefused('type');
  }
  const kid = valueOf(header, 'kid');
  if (typeof kid !== 'string' || kid === '' || kid.length > MAX_KEY_ID_CHARS) throw new TokenRefused('key');
  const iss = valueOf(payload, 'iss');
  if (typeof iss !== 'string') throw new TokenRefused('issuer');
  return { alg, iss };
}

/** The JSON object in a part of a token. */
export function objectIn(part: string): JsonObject | undefined {
  if (!isCanonical(part)) return undefined;
  const bytes = Buffer.from(part, 'base64url');
  try {
    return strictObject(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** One way to write the same bytes, so that a changed letter is always a changed token (RFC 4648, 3.5). */
function isCanonical(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}
