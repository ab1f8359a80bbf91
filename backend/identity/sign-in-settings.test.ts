import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { signToken } from './testing/forge.ts';
import {
  CLIENT,
  FOREIGN_TENANT,
  signIn,
  startApi,
  startEntra,
  startKeycloak,
  type TestApi,
  type TestIssuer,
  TENANT,
  verbundOf,
} from './testing/world.ts';
import type { EntraIssuer, OidcIssuer, Verbund } from './verbund.ts';

let entra: Awaited<ReturnType<typeof startEntra>>;
let keycloak: TestIssuer;
let api: TestApi | undefined;

beforeAll(async () => {
  [entra, keycloak] = await Promise.all([startEntra(), startKeycloak()]);
});

afterEach(() => api?.close());

afterAll(() => Promise.all([entra.server.stop(), keycloak.server.stop()]));

type Change = { entra?: Partial<EntraIssuer>; oidc?: Partial<OidcIssuer> };

/** The Verbund of the other tests, in one thing as the operator of this one wants it. */
async function statusUnder(change: Change, token: string): Promise<number> {
  const { kommunen, signIn: ways } = verbundOf(entra, keycloak);
  const issuers = (ways.kind === 'issuers' ? ways.issuers : []).map((issuer) =>
    issuer.kind === 'entra' ? { ...issuer, ...change.entra } : { ...issuer, ...change.oidc },
  );
  const verbund = { kommunen, signIn: { kind: 'issuers', issuers } } as unknown as Verbund;
  await api?.close();
  api = await startApi(verbund);
  return (await signIn(api, token)).status;
}

/** Refused as it is by default, accepted where the operator says so. */
async function expectOnlyWith(change: Change, token: string): Promise<void> {
  expect([401, 403]).toContain(await statusUnder({}, token));
  expect(await statusUnder(change, token)).toBe(200);
}

describe('what is refused by default counts where the operator says so', () => {
  it('tokens of version 1 of Entra ID', async () => {
    const token = await entra.token({
      iss: `https://sts.windows.net/${TENANT}/`,
      ver: '1.0',
      azp: undefined,
      appid: CLIENT,
    });
    await expectOnlyWith({ entra: { versions: ['v1', 'v2'] } }, token);
    // Then those of version 2 still do, but not where they are left out.
    expect(await statusUnder({ entra: { versions: ['v1', 'v2'] } }, await entra.token())).toBe(200);
    expect(await statusUnder({ entra: { versions: ['v1'] } }, await entra.token())).toBe(403);
  });

  it('guests of a tenant', async () => {
    const token = await entra.token({ idp: `https://sts.windows.net/${FOREIGN_TENANT}/`, acct: 1 });
    await expectOnlyWith({ entra: { guests: 'allowed' } }, token);
  });

  it('other applications', async () => {
    const token = await keycloak.token({ azp: 'another-pane' });
    await expectOnlyWith({ oidc: { clients: ['another-pane'] } }, token);
    await expectOnlyWith({ oidc: { clients: 'any' } }, await keycloak.token({ azp: undefined }));
  });

  it('applications named as RFC 9068 names them', async () => {
    const token = await keycloak.token({ azp: undefined, client_id: 'amtsfeder-pane' });
    expect(await statusUnder({}, token)).toBe(200);
  });

  it('tokens without our scope', async () => {
    await expectOnlyWith({ oidc: { scope: null } }, await keycloak.token({ scope: 'openid' }));
  });

  it.each(['PS256', 'ES256'] as const)('%s', async (alg) => {
    const pair =
      alg === 'ES256'
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
        : generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key: JsonWebKey = pair.privateKey.export({ format: 'jwk' });
    await keycloak.server.issuer.keys.add({ ...key, kid: alg, alg });
    const token = signToken({ alg, kid: alg }, keycloak.claims(), key, alg);
    await expectOnlyWith({ oidc: { algorithms: [alg] } }, token);
  });

  it('keys at an address of their own', async () => {
    const jwksUri = `${keycloak.iss}/jwks`;
    expect(await statusUnder({ oidc: { jwksUri } }, keycloak.sign(keycloak.header, keycloak.claims()))).toBe(
      200,
    );
    expect(await statusUnder({ oidc: { jwksUri: `${keycloak.iss}/nowhere` } }, await keycloak.token())).toBe(
      503,
    );
  });
});
