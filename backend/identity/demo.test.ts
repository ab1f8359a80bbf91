import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { demoToken, me, roles, signInWays } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { type Hostile, hostileForms } from './testing/hostile.ts';
import { CANARY, signIn, startApi, startKeycloak, type TestApi, type TestIssuer } from './testing/world.ts';
import { westpfalz } from './verbund.ts';

let api: TestApi;
let now: number | undefined;

beforeAll(async () => {
  api = await startApi(westpfalz, { now: () => now ?? Date.now() });
});

afterAll(() => api.close());

const post = (body: unknown) =>
  fetch(`${api.url}/demo-sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const tokenFor = async (kommune: string, role: string) => {
  const response = await post({ version: CONTRACT_VERSION, kommune, role });
  return demoToken.parse(await response.json());
};

describe('the demo sign-in', () => {
  it('offers every Kommune and every role', async () => {
    const { ways } = signInWays.parse(await (await fetch(`${api.url}/sign-in`)).json());
    expect(ways).toEqual([
      { kind: 'demo', kommunen: westpfalz.kommunen.map(({ id, name }) => ({ id, name })), roles: [...roles] },
    ]);
  });

  it.each(westpfalz.kommunen.flatMap(({ id }) => roles.map((role) => [id, role] as const)))(
    'makes a person of %s with the role %s, and says that it is a demo',
    async (kommune, role) => {
      const { token } = await tokenFor(kommune, role);
      const who = me.parse(await (await signIn(api, token)).json());
      expect(who).toMatchObject({ kommune: { id: kommune }, roles: [role], demo: true });
    },
  );

  it('makes the same person each time, and after each start', async () => {
    const other = await startApi(westpfalz);
    const idOf = async (of: TestApi) => {
      const signed = await of.identity.demo?.sign('lk-kusel', 'auditor');
      const authorization = [`Bearer ${signed?.token}`];
      return (await of.identity.identify({ headersDistinct: { authorization } })).id;
    };
    expect(await idOf(api)).toBe(await idOf(other));
    await other.close();
  });

  it('makes tokens that end', async () => {
    const { token, seconds } = await tokenFor('lk-kusel', 'staff');
    expect((await signIn(api, token)).status).toBe(200);
    now = Date.now() + (seconds + 61) * 1000;
    expect((await signIn(api, token)).status).toBe(401);
    now = undefined;
  });

  it('takes no token of another start', async () => {
    const other = await startApi(westpfalz);
    const signed = await other.identity.demo?.sign('lk-kusel', 'staff');
    await other.close();
    expect((await signIn(api, signed?.token ?? '')).status).toBe(401);
  });

  it.each([
    ['a Kommune that is not of the Verbund', { kommune: 'lk-fern' }, 400],
    ['a role that is not known', { role: 'root' }, 400],
    ['a Kommune that is no text', { kommune: { id: 'lk-kusel' } }, 400],
    ['several roles', { role: ['staff', 'verbund-admin'] }, 400],
    ['another version', { version: 0 }, 409],
  ])('refuses %s', async (_what, more, status) => {
    const good = { version: CONTRACT_VERSION, kommune: 'lk-kusel', role: 'staff' };
    expect((await post({ ...good, ...more })).status).toBe(status);
  });
});

describe('under the demo sign-in', () => {
  let issuer: TestIssuer;

  beforeAll(async () => {
    // Signs in the name of the demo and under the id of its key, which only the process knows.
    const keycloak = await startKeycloak();
    const [head = '', body = ''] = (await tokenFor('lk-kusel', 'verbund-admin')).token.split('.');
    const decoded = (part: string) =>
      JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    issuer = {
      ...keycloak,
      header: decoded(head),
      claims: (more = {}) => ({ ...decoded(body), name: CANARY, ...more }),
    };
  });

  beforeEach(() => {
    api.reasons.length = 0;
  });

  afterAll(() => issuer.server.stop());

  it.each<Hostile>([
    ['a key of somebody', 'signature', ({ header, claims, sign }) => sign(header, claims())],
    ...hostileForms,
  ])('nobody is let in by: %s', async (_what, reason, make) => {
    const { status } = await signIn(api, make(issuer));
    expect(status).toBe(401);
    expect([reason, 'signature']).toContain(api.reasons[0]);
  });
});
