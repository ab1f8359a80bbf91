/** @jest-environment node */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OAuth2Server } from 'oauth2-mock-server';
import type { IssuerWay } from './issuer.ts';
import { oidcSource } from './oidc-source.ts';
import { SignInError, type Trouble } from './token.ts';

/** Against a real issuer on loopback; only the window is played. */

const issuer = new OAuth2Server();
let way: IssuerWay;
beforeAll(async () => {
  // Its own `generate` takes no key for one that was made outside of Jest's realm.
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048 };
  const exponent = { publicExponent: new Uint8Array([1, 0, 1]) };
  const pair = await crypto.subtle.generateKey({ ...algorithm, ...exponent }, true, ['sign', 'verify']);
  const key = await crypto.subtle.exportKey('jwk', pair.privateKey);
  await issuer.issuer.keys.add({ ...key, alg: 'RS256' });
  await issuer.start(0, '127.0.0.1');
  way = {
    kind: 'oidc',
    label: 'Keycloak',
    clientId: 'amtsfeder',
    authority: String(issuer.issuer.url),
    scope: 'openid amtsfeder',
  };
});
afterAll(() => issuer.stop());

const redirect = 'https://amtsfeder.example/sign-in.html';
const { signal } = new AbortController();

/** A window whose person signs in at once; `change` is what the issuer sends back instead. */
function playing(change: (back: URL) => void = () => undefined) {
  const visited: URL[] = [];
  let closed = 0;
  const openWindow = () => ({
    visit: async (address: string) => {
      visited.push(new URL(address));
      const answer = await fetch(address, { redirect: 'manual' });
      const back = new URL(answer.headers.get('Location') ?? 'about:blank');
      change(back);
      return back.href;
    },
    close: () => {
      closed += 1;
    },
  });
  return { openWindow, visited, closed: () => closed };
}

const troubleOf = (work: Promise<unknown>): Promise<Trouble | null> =>
  work.then(
    () => null,
    (fault: unknown) => (fault as SignInError).trouble,
  );

describe('signing in with an issuer', () => {
  it('gives an access token by code and PKCE, and closes its window', async () => {
    const { openWindow, visited, closed } = playing();
    const token = await oidcSource(way, { openWindow, redirect }).ask(signal, false);
    const claims = JSON.parse(atob(token.value.split('.')[1] ?? '')) as { iss: string };
    expect(claims.iss).toBe(issuer.issuer.url);
    expect(token.ends).toBeGreaterThan(Date.now());
    const asked = visited[0]?.searchParams;
    expect(Object.fromEntries(asked ?? [])).toMatchObject({
      response_type: 'code',
      client_id: 'amtsfeder',
      redirect_uri: redirect,
      code_challenge_method: 'S256',
      scope: 'openid amtsfeder',
    });
    expect(asked?.has('prompt')).toBe(false);
    expect(closed()).toBe(1);
  });

  it.each([
    ['oidc', 'login', 'openid amtsfeder'],
    ['entra', 'select_account', 'openid profile offline_access amtsfeder'],
  ] as const)('lets the person choose another account: %s', async (kind, prompt, scope) => {
    // Entra ID describes below its authority what others describe there.
    const asked: (string | undefined)[] = [];
    const entra = createServer(({ url }, response) => {
      asked.push(url);
      response.writeHead(302, { Location: `${way.authority}/.well-known/openid-configuration` }).end();
    });
    await new Promise<void>((resolve) => entra.listen(0, '127.0.0.1', resolve));
    const authority = `http://127.0.0.1:${(entra.address() as AddressInfo).port}/tenant`;
    const { openWindow, visited } = playing();
    const mine = {
      ...way,
      kind,
      scope: 'amtsfeder',
      authority: kind === 'entra' ? authority : way.authority,
    };
    await oidcSource(mine, { openWindow, redirect }).ask(signal, true);
    entra.close();
    expect(visited[0]?.searchParams.get('prompt')).toBe(prompt);
    expect(visited[0]?.searchParams.get('scope')).toBe(scope);
    expect(asked).toEqual(kind === 'entra' ? ['/tenant/v2.0/.well-known/openid-configuration'] : []);
  });

  it('renews it without a window, with the refresh token alone', async () => {
    const { openWindow, visited } = playing();
    const source = oidcSource(way, { openWindow, redirect });
    expect(await source.renew()).toBeNull();
    await source.ask(signal, false);
    const grants: unknown[] = [];
    issuer.service.on('beforeResponse', (_answer, request) => {
      grants.push((request as { body: { grant_type: string } }).body.grant_type);
    });
    expect((await source.renew())?.value).toMatch(/^[^.]+\.[^.]+\.[^.]+$/);
    expect(await source.renew()).not.toBeNull();
    expect(grants).toEqual(['refresh_token', 'refresh_token']);
    expect(visited).toHaveLength(1);
    issuer.service.once('beforeResponse', (answer: { statusCode: number; body: unknown }) => {
      answer.statusCode = 400;
      answer.body = { error: 'invalid_grant' };
    });
    expect(await source.renew()).toBeNull();
  });

  it.each<[string, (back: URL) => void, Trouble]>([
    ['the person is refused', (back) => put(back, { error: 'access_denied' }), 'issuer_refused'],
    ['the issuer is out of order', (back) => put(back, { error: 'server_error' }), 'sign_in_unavailable'],
    ['the state is not ours', (back) => put(back, { state: 'foreign' }), 'sign_in_unavailable'],
    ['there is no code', (back) => back.searchParams.delete('code'), 'sign_in_unavailable'],
  ])('fails where %s', async (_name, change, trouble) => {
    const { openWindow, closed } = playing(change);
    expect(await troubleOf(oidcSource(way, { openWindow, redirect }).ask(signal, false))).toBe(trouble);
    expect(closed()).toBe(1);
  });

  it('fails where the id token is none', async () => {
    issuer.service.once('beforeResponse', (answer: { body: Record<string, unknown> }) => {
      answer.body.id_token = 'no.token.at-all';
    });
    const { openWindow } = playing();
    expect(await troubleOf(oidcSource(way, { openWindow, redirect }).ask(signal, false))).toBe(
      'sign_in_unavailable',
    );
  });

  it('fails where nobody is there, and where the window does not open', async () => {
    const nobody = { ...way, authority: 'http://127.0.0.1:1' };
    const { openWindow } = playing();
    expect(await troubleOf(oidcSource(nobody, { openWindow, redirect }).ask(signal, false))).toBe(
      'sign_in_unavailable',
    );
    const blocked = () => {
      throw new SignInError('window_blocked');
    };
    expect(await troubleOf(oidcSource(way, { openWindow: blocked, redirect }).ask(signal, false))).toBe(
      'window_blocked',
    );
  });

  it('opens its window before anything else, while the click still counts', () => {
    let opened = false;
    const openWindow = () => {
      opened = true;
      throw new SignInError('window_blocked');
    };
    void oidcSource(way, { openWindow, redirect })
      .ask(signal, false)
      .catch(() => undefined);
    expect(opened).toBe(true);
  });
});

function put(back: URL, values: Record<string, string>): void {
  if (values.error !== undefined) back.searchParams.delete('code');
  for (const [name, value] of Object.entries(values)) back.searchParams.set(name, value);
}
