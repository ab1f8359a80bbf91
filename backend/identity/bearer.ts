import type { IncomingMessage } from 'node:http';
import { TokenRefused } from './refusal.ts';

/** Characters of the header. A token of Entra ID with its 200 groups at most has 13,000; Node takes 16 KB of all headers. */
const MAX_HEADER_CHARS = 15_000;

/** RFC 6750, 2.1, and RFC 9110, 11.1: the scheme in any case, blanks, then the token. */
const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/**
 * The token of the one `Authorization` header; no other place counts.
 * @throws TokenRefused where there is none, more than one, or something else than a signed token in compact form
 */
export function bearerOf(request: Pick<IncomingMessage, 'headersDistinct'>): string {
  // `headers` keeps the first of several and so would hide the others.
  const [header, ...others] = request.headersDistinct.authorization ?? [];
  if (header === undefined) throw new TokenRefused('missing');
  if (others.length > 0) throw new TokenRefused('several');
  if (header.length > MAX_HEADER_CHARS) throw new TokenRefused('oversized');
  const token = BEARER.exec(header)?.[1];
  if (token === undefined) throw new TokenRefused('malformed');
  return token;
}
