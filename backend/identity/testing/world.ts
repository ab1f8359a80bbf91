import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import express from 'express';
import { OAuth2Server } from 'oauth2-mock-server';
import { pino } from 'pino';
import { identityRoutes } from '../../http/identity.ts';
import { describeFault, requestLog } from '../../http/log.ts';
import { notFound, problemHandler } from '../../http/problem.ts';
import { apiRouter, type Route } from '../../http/route.ts';
import { routeNamer } from '../../observability/route-name.ts';
import { createIdentity, type Identity, type IdentityDeps } from '../identity.ts';
import type { Mailboxes } from '../mailboxes.ts';
import { readVerbund } from '../read-verbund.ts';
import type { Verbund } from '../verbund.ts';
import { type Part, signToken } from './forge.ts';

export const TENANT = '11111111-aaaa-4bbb-8ccc-111111111111';
export const SHARED_TENANT = '22222222-aaaa-4bbb-8ccc-222222222222';
export const FOREIGN_TENANT = '99999999-aaaa-4bbb-8ccc-999999999999';
export const CLIENT = 'cccccccc-aaaa-4bbb-8ccc-cccccccccccc';
export const OBJECT = '0b1ec70b-aaaa-4bbb-8ccc-0b1ec70b0b1e';
/** Stands in every token, and must stand in no log and no answer but that of `/me`. */
export const CANARY = 'Zyklamenweg-4711';

/** A real issuer on this machine and what its good tokens hold. */
export interface TestIssuer {
  server: OAuth2Server;
  /** The private key that it signs with. */
  key: JsonWebKey;
  iss: string;
  header: Record<string, unknown>;
  claims(more?: Record<string, unknown>): Record<string, unknown>;
  /** A token that it signed itself. */
  token(more?: Record<string, unknown>): Promise<string>;
  /** A token with its key, and anything in it. */
  sign(header: Part, claims: Part | Buffer, algorithm?: string): string;
}

export const seconds = () => Math.floor(Date.now() / 1000);

export const newRsaKey = (): JsonWebKey =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

/** @param kid of its key */
export async function startIssuer(
  kid: string,
  describe: (url: string) => { iss: string; claims: Record<string, unknown> },
): Promise<TestIssuer> {
  const server = new OAuth2Server();
  // Its own `generate` does not know what Node makes as an object under Jest.
  const key = newRsaKey();
  await server.issuer.keys.add({ ...key, kid, alg: 'RS256' });
  await server.start(0, '127.0.0.1');
  const { iss, claims: own } = describe(`http://127.0.0.1:${server.address().port}`);
  server.issuer.url = iss;
  const header = { alg: 'RS256', typ: 'JWT', kid };
  const claims = (more = {}) => ({
    iss,
    iat: seconds() - 10,
    nbf: seconds() - 10,
    exp: seconds() + 3_600,
    ...own,
    ...more,
  });
  return {
    server,
    key,
    iss,
    header,
    claims,
    token: (more) =>
      server.issuer.buildToken({
        scopesOrTransform: (_header, payload) => Object.assign(payload, own, more),
      }),
    sign: (head, body, algorithm) => signToken(head, body, key, algorithm),
  };
}

/** Speaks like Entra ID. */
export async function startEntra(tenant = TENANT): Promise<TestIssuer & { authority: string }> {
  let authority = '';
  const issuer = await startIssuer('entra-1', (url) => {
    authority = url;
    return {
      iss: `${url}/${tenant}/v2.0`,
      claims: {
        aud: CLIENT,
        azp: CLIENT,
        azpacr: '0',
        idp: `https://sts.windows.net/${tenant}/`,
        name: CANARY,
        oid: OBJECT,
        preferred_username: `${CANARY}@kreis.example`,
        scp: 'access_as_user',
        sub: 'pairwise',
        tid: tenant,
        ver: '2.0',
      },
    };
  });
  for (const each of [TENANT, SHARED_TENANT]) {
    issuer.server.service.addRoute('GET', `/${each}/discovery/v2.0/keys`, (_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ keys: issuer.server.issuer.keys.toJSON() }));
    });
  }
  return { ...issuer, authority };
}

/** Speaks like Keycloak. */
export const startKeycloak = () =>
  startIssuer('keycloak-1', (url) => ({
    iss: url,
    claims: {
      aud: ['amtsfeder', 'account'],
      azp: 'amtsfeder-pane',
      typ: 'Bearer',
      scope: 'openid amtsfeder profile',
      sub: 'f2d1b8e0-0000-4000-8000-000000000001',
      name: CANARY,
      email: `${CANARY}@vg.example`,
      groups: ['/vg/oberes-glantal'],
      realm_access: { roles: ['offline_access'] },
      abteilung: 'Bauamt',
    },
  }));

/** A Verbund as the operator of these two issuers would describe it. */
export function verbundOf(entra: { authority: string } | null, keycloak: { iss: string } | null): Verbund {
  const file = {
    signIn: [
      ...(entra ? [entraEntry(entra.authority)] : []),
      ...(keycloak ? [keycloakEntry(keycloak.iss)] : []),
    ],
  };
  const { verbund, problems } = readVerbund({ AMTSFEDER_VERBUND_FILE: 'x' }, () => JSON.stringify(file));
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return verbund;
}

const entraEntry = (authority: string) => ({
  kind: 'entra',
  label: 'Microsoft 365',
  clientId: CLIENT,
  authority,
  tenants: [
    { id: TENANT, kommune: 'lk-kusel', grants: 'verbund' },
    {
      id: SHARED_TENANT,
      kommuneFrom: {
        claim: 'groups',
        values: {
          'aaaa0001-0000-4000-8000-000000000000': 'vg-kusel-altenglan',
          'aaaa0002-0000-4000-8000-000000000000': 'vg-lauterecken-wolfstein',
        },
      },
    },
  ],
});

const keycloakEntry = (issuer: string) => ({
  kind: 'oidc',
  label: 'Keycloak',
  issuer,
  audience: 'amtsfeder',
  clientId: 'amtsfeder-pane',
  scope: 'amtsfeder',
  kommuneFrom: {
    claim: 'groups',
    values: { '/vg/oberes-glantal': 'vg-oberes-glantal', '/kreis/donnersberg': 'donnersbergkreis' },
  },
  roles: [
    {
      claim: ['realm_access', 'roles'],
      values: { 'amtsfeder-verwalten': 'local-admin', 'amtsfeder-verbund': 'verbund-admin' },
    },
    { claim: 'groups', values: { '/pruefung': 'auditor' } },
  ],
  grants: 'verbund',
  department: 'abteilung',
});

/** The API of the house with nothing but its sign-in, on this machine. */
export interface TestApi {
  url: string;
  identity: Identity;
  /** All that was logged. */
  logged(): string;
  /** Why tokens were refused, in order. */
  reasons: string[];
  close(): Promise<void>;
}

export async function startApi(
  verbund: Verbund,
  {
    more,
    mailboxes = { areConnected: () => false },
    ...deps
  }: Partial<IdentityDeps> & {
    more?: (identity: Identity) => Route[];
    mailboxes?: Pick<Mailboxes, 'areConnected'>;
  } = {},
): Promise<TestApi> {
  let log = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  const logger = pino({ level: 'trace' }, sink);
  const reasons: string[] = [];
  const identity = await createIdentity(verbund, {
    fetch,
    now: () => Date.now(),
    report(reason) {
      reasons.push(reason);
      logger.warn({ reason }, 'sign-in refused');
    },
    ...deps,
  });
  const routes = [...identityRoutes(identity, verbund, mailboxes), ...(more?.(identity) ?? [])];
  const routeOf = routeNamer(routes.map(({ method, path }) => ({ method, path: `/api${path}` })));
  const app = express()
    .use(requestLog(logger, routeOf))
    .use('/api', apiRouter(routes, identity.identify))
    .use(notFound)
    .use(problemHandler((fault) => logger.error({ fault: describeFault(fault) }, 'request failed')));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    identity,
    logged: () => log,
    reasons,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The keys of somebody who is no issuer of ours. */
export const attacker = {
  rsa: newRsaKey(),
  ec: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' }),
  ed: generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
};

export const signIn = (api: TestApi, token: string) =>
  fetch(`${api.url}/me`, { headers: { authorization: `Bearer ${token}` } });
