import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { problem } from '../../contract/errors.ts';
import { type Hostile, hostileForms } from './testing/hostile.ts';
import { hostileClaims, hostileEntra, hostileOidc } from './testing/hostile-claims.ts';
import {
  CANARY,
  signIn,
  startApi,
  startEntra,
  startKeycloak,
  type TestApi,
  type TestIssuer,
  verbundOf,
} from './testing/world.ts';

let entra: Awaited<ReturnType<typeof startEntra>>;
let keycloak: TestIssuer;
let api: TestApi;
/** Whatever it tells leaves the house by this door. */
let fetched: string[];

beforeAll(async () => {
  [entra, keycloak] = await Promise.all([startEntra(), startKeycloak()]);
  api = await startApi(verbundOf(entra, keycloak), {
    fetch: (url, init) => {
      fetched.push(url);
      return fetch(url, init);
    },
  });
});

beforeEach(() => {
  fetched = [];
  api.reasons.length = 0;
});

afterAll(async () => {
  await api.close();
  await Promise.all([entra.server.stop(), keycloak.server.stop()]);
});

/** Nobody is let in, for the right reason, and nothing of the token is told. */
async function expectRefused(token: string, reason: Hostile[1]): Promise<void> {
  const already = api.logged().length;
  const response = await signIn(api, token);
  const text = await response.text();
  expect(api.reasons).toEqual([reason]);
  expect([401, 403]).toContain(response.status);
  expect(problem.parse(JSON.parse(text)).code).toMatch(/^sign_in_re(?:quired|fused)$/);
  const told = `${text}\n${JSON.stringify([...response.headers])}\n${api.logged().slice(already)}`;
  expect(told).not.toContain(CANARY);
  for (const part of token.split('.').filter(({ length }) => length > 8)) expect(told).not.toContain(part);
  expect(fetched.filter((url) => !url.startsWith(entra.authority) && !url.startsWith(keycloak.iss))).toEqual(
    [],
  );
}

describe.each([
  ['Entra ID', () => entra, hostileEntra],
  ['Keycloak', () => keycloak, hostileOidc],
] as const)('of %s', (_name, issuerOf, own) => {
  it('the token that all others differ from in one thing is accepted', async () => {
    const { header, claims, sign } = issuerOf();
    const response = await signIn(api, sign(header, claims()));
    expect([response.status, api.reasons]).toEqual([200, []]);
  });

  it.each([...hostileForms, ...hostileClaims, ...own])('refuses: %s', async (_what, reason, make) => {
    await expectRefused(make(issuerOf()), reason);
  });

  it('the good token is still accepted after all of them', async () => {
    expect((await signIn(api, await issuerOf().token())).status).toBe(200);
  });
});

describe('between issuers', () => {
  it('refuses what one signs in the name of the other', async () => {
    await expectRefused(keycloak.sign({ ...keycloak.header, kid: 'entra-1' }, entra.claims()), 'signature');
  });

  it('refuses the key of the other', async () => {
    await expectRefused(keycloak.sign(keycloak.header, entra.claims()), 'key');
  });

  it('refuses a token of the demo sign-in where it is not on', async () => {
    const demo = await startApi({ ...verbundOf(entra, null), signIn: { kind: 'demo' } });
    const signed = await demo.identity.demo?.sign('lk-kusel', 'staff');
    await demo.close();
    await expectRefused(signed?.token ?? '', 'issuer');
  });
});
