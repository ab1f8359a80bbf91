import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { me, type Me, signInWays } from '../../contract/identity.ts';
import {
  CANARY,
  CLIENT,
  OBJECT,
  SHARED_TENANT,
  signIn,
  startApi,
  startEntra,
  startKeycloak,
  type TestApi,
  TENANT,
  verbundOf,
} from './testing/world.ts';

let entra: Awaited<ReturnType<typeof startEntra>>;
let keycloak: Awaited<ReturnType<typeof startKeycloak>>;
let api: TestApi;

beforeAll(async () => {
  [entra, keycloak] = await Promise.all([startEntra(), startKeycloak()]);
  api = await startApi(verbundOf(entra, keycloak));
});

afterAll(async () => {
  await api.close();
  await Promise.all([entra.server.stop(), keycloak.server.stop()]);
});

async function who(token: string): Promise<Me> {
  const response = await signIn(api, token);
  expect(response.status).toBe(200);
  return me.parse(await response.json());
}

const sharedClaims = (more: Record<string, unknown> = {}) => ({
  iss: `${entra.authority}/${SHARED_TENANT}/v2.0`,
  tid: SHARED_TENANT,
  idp: `${entra.authority}/${SHARED_TENANT}/v2.0`,
  ...more,
});

describe('a person of Entra ID', () => {
  it('belongs to the Kommune of the tenant and is staff without any role', async () => {
    expect(await who(await entra.token())).toEqual({
      version: expect.any(Number),
      name: CANARY,
      email: `${CANARY}@kreis.example`,
      kommune: { id: 'lk-kusel', name: 'Landkreis Kusel' },
      department: '',
      roles: ['staff'],
      demo: false,
      mailbox: false,
    });
  });

  it('has the app roles that it was given, and no others', async () => {
    const token = await entra.token({ roles: ['verbund-admin', 'auditor', 'root', 'verbund-admin'] });
    expect((await who(token)).roles).toEqual(['verbund-admin', 'auditor']);
  });

  it('cannot be made administrator of the Verbund by the administrators of another tenant', async () => {
    const token = await entra.token(
      sharedClaims({
        groups: ['aaaa0001-0000-4000-8000-000000000000'],
        roles: ['verbund-admin', 'local-admin'],
      }),
    );
    expect(await who(token)).toMatchObject({ kommune: { id: 'vg-kusel-altenglan' }, roles: ['local-admin'] });
  });

  it('is told by its group where Kommunen share a tenant', async () => {
    const token = await entra.token(
      sharedClaims({
        groups: ['ffff0000-0000-4000-8000-000000000000', 'aaaa0002-0000-4000-8000-000000000000'],
      }),
    );
    expect((await who(token)).kommune.id).toBe('vg-lauterecken-wolfstein');
  });

  it('is the same whatever its name becomes', async () => {
    const asked = async (token: string) =>
      api.identity.identify({ headersDistinct: { authorization: [`Bearer ${token}`] } });
    const [before, after] = [
      await asked(await entra.token()),
      await asked(await entra.token({ name: 'Neu' })),
    ];
    expect(before.id).toBe(after.id);
    expect(before.id).toContain(OBJECT);
    expect(before.id).toContain(TENANT);
  });

  it('may write the scheme as RFC 9110 allows', async () => {
    for (const scheme of ['bearer', 'BEARER', 'Bearer ']) {
      const headers = { authorization: `${scheme} ${await entra.token()}` };
      expect((await fetch(`${api.url}/me`, { headers })).status).toBe(200);
    }
  });
});

describe('a person of Keycloak', () => {
  it('has Kommune, Fachbereich and roles from groups and claims', async () => {
    const token = await keycloak.token({
      groups: ['/vg/oberes-glantal', '/pruefung', '/sport'],
      realm_access: { roles: ['amtsfeder-verwalten'] },
    });
    expect(await who(token)).toMatchObject({
      kommune: { id: 'vg-oberes-glantal' },
      department: 'Bauamt',
      roles: ['local-admin', 'auditor'],
    });
  });

  it('administers the Verbund where the operator trusts the issuer with that', async () => {
    const token = await keycloak.token({ realm_access: { roles: ['amtsfeder-verbund'] } });
    expect((await who(token)).roles).toEqual(['verbund-admin']);
  });

  it('is not the person of another issuer with the same subject', async () => {
    const asked = async (token: string) =>
      (await api.identity.identify({ headersDistinct: { authorization: [`Bearer ${token}`] } })).id;
    expect(await asked(await keycloak.token({ sub: OBJECT }))).not.toBe(await asked(await entra.token()));
  });
});

describe('GET /api/sign-in', () => {
  it('tells every way without a token, and no secret', async () => {
    const response = await fetch(`${api.url}/sign-in`);
    expect(signInWays.parse(await response.json()).ways).toEqual([
      {
        kind: 'entra',
        label: 'Microsoft 365',
        clientId: CLIENT,
        authority: `${entra.authority}/organizations`,
        scope: `api://${CLIENT}/access_as_user`,
      },
      {
        kind: 'oidc',
        label: 'Keycloak',
        clientId: 'amtsfeder-pane',
        authority: keycloak.iss,
        scope: 'openid profile email amtsfeder',
      },
    ]);
  });
});

describe('without a token', () => {
  it('a person is asked to sign in', async () => {
    const response = await fetch(`${api.url}/me`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'sign_in_required' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('no demo person can be had', async () => {
    const response = await fetch(`${api.url}/demo-sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version: 4, kommune: 'lk-kusel', role: 'verbund-admin' }),
    });
    expect(response.status).toBe(404);
  });
});
