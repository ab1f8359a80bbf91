import { discoverKeys, type KeySource, keyTiming, type KeyTiming, remoteKeys } from './keys.ts';
import type { Fetch } from './fetch-limited.ts';
import type {
  Belonging,
  ClaimMap,
  ClaimPath,
  EntraIssuer,
  EntraTenant,
  EntraVersion,
  Grants,
  Issuer,
  OidcIssuer,
  TokenAlgorithm,
} from './verbund.ts';
import type { Role } from '../../contract/identity.ts';

/** Everything that a token with one value of `iss` must satisfy, and what it then says of a person. */
export interface TokenSource {
  iss: string;
  audience: string;
  /** Whether `aud` may name others beside us. */
  audiences: 'one' | 'several';
  clients: readonly string[] | 'any';
  algorithms: readonly TokenAlgorithm[];
  scope: string | null;
  keys: KeySource;
  belonging: Belonging;
  grants: Grants;
  roles: readonly ClaimMap<Role>[];
  department: ClaimPath | null;
  /** What only Entra ID's tokens say; null for others. */
  entra: { tenant: string; version: EntraVersion; issuer: EntraIssuer } | null;
}

export interface SourceDeps {
  fetch: Fetch;
  /** Milliseconds since 1970. */
  now(): number;
  timing?: KeyTiming;
}

/**
 * The sources of a sign-in by `iss`: one for each issuer, tenant and version. What is not in it is refused, whatever it
 * may look like.
 */
export function sourcesOf(issuers: readonly Issuer[], deps: SourceDeps): ReadonlyMap<string, TokenSource> {
  const sources = issuers.flatMap((issuer) =>
    issuer.kind === 'entra'
      ? issuer.tenants.flatMap((tenant) => entraSources(issuer, tenant, deps))
      : [oidcSource(issuer, remoteKeysOf(issuer, deps))],
  );
  return new Map(sources.map((source) => [source.iss, source]));
}

/** @param keys where the issuer's keys come from */
export function oidcSource(issuer: OidcIssuer, keys: KeySource): TokenSource {
  const { audience, clients, algorithms, scope, belonging, grants, roles, department } = issuer;
  return {
    iss: issuer.issuer,
    audience,
    audiences: 'several',
    clients,
    algorithms,
    scope,
    keys,
    belonging,
    grants,
    roles,
    department,
    entra: null,
  };
}

function remoteKeysOf(issuer: OidcIssuer, deps: SourceDeps): KeySource {
  const timing = deps.timing ?? keyTiming;
  const { jwksUri } = issuer;
  const address = () =>
    jwksUri === null
      ? discoverKeys(issuer.issuer, { fetch: deps.fetch, timing })
      : Promise.resolve(new URL(jwksUri));
  return remoteKeys(address, { ...deps, timing });
}

function entraSources(issuer: EntraIssuer, tenant: EntraTenant, deps: SourceDeps): TokenSource[] {
  const { audience, clients, algorithms, scope, roles, department } = issuer;
  // Both versions are signed with the same keys.
  const address = new URL(`${issuer.authority}/${tenant.id}/discovery/v2.0/keys`);
  const keys = remoteKeys(() => Promise.resolve(address), { ...deps, timing: deps.timing ?? keyTiming });
  return issuer.versions.map((version) => ({
    iss: version === 'v2' ? `${issuer.authority}/${tenant.id}/v2.0` : `https://sts.windows.net/${tenant.id}/`,
    audience,
    audiences: 'one' as const,
    clients,
    algorithms,
    scope,
    keys,
    belonging: tenant.belonging,
    grants: tenant.grants,
    roles,
    department,
    entra: { tenant: tenant.id, version, issuer },
  }));
}
