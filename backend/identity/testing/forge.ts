import { constants, createHmac, createPrivateKey, createPublicKey, type JsonWebKey, sign } from 'node:crypto';

/** Header or claims of a token, whatever they hold; text is taken as the JSON itself. */
export type Part = Record<string, unknown> | string;

export const encode = (part: Part | Buffer): string =>
  Buffer.from(
    part instanceof Buffer ? part : typeof part === 'string' ? part : JSON.stringify(part),
  ).toString('base64url');

/** Signs as the algorithm says, with any key, whether that makes sense or not. */
export function signToken(header: Part, claims: Part | Buffer, key: JsonWebKey, algorithm = 'RS256'): string {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${signatureOf(input, createPrivateKey({ key, format: 'jwk' }), algorithm)}`;
}

function signatureOf(input: string, key: ReturnType<typeof createPrivateKey>, algorithm: string): string {
  const data = Buffer.from(input);
  if (algorithm === 'EdDSA') return sign(null, data, key).toString('base64url');
  const hash = `sha${algorithm.slice(2)}`;
  const how = algorithm.startsWith('PS')
    ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
    : algorithm.startsWith('ES')
      ? { key, dsaEncoding: 'ieee-p1363' as const }
      : key;
  return sign(hash, data, how).toString('base64url');
}

/** Signs with a shared secret: the attack that takes the public key for one. */
export function macToken(header: Part, claims: Part, secret: string | Buffer, hash = 'sha256'): string {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${createHmac(hash, secret).update(input).digest('base64url')}`;
}

export function publicPem(key: JsonWebKey): string {
  return createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
}
