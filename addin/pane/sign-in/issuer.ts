import type { SignInWay } from '../../../contract/identity.ts';

/** A way that leads over an issuer. */
export type IssuerWay = Exclude<SignInWay, { kind: 'demo' }>;

/**
 * Where an issuer describes itself (OpenID Connect Discovery 1.0, 4). Entra ID describes its older endpoints at its
 * authority, and those that know PKCE and scopes below it.
 */
export function metadataOf({ kind, authority }: Pick<IssuerWay, 'kind' | 'authority'>): string {
  const base = authority.replace(/\/$/, '');
  const issuer = kind === 'entra' && !base.endsWith('/v2.0') ? `${base}/v2.0` : base;
  return `${issuer}/.well-known/openid-configuration`;
}
