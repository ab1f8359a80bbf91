/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import type { SignInWay } from '../../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import { isIssuer, tellOpener, visitOf } from './window-page.ts';

const page = 'https://amtsfeder.example/sign-in.html';
const back = encodeURIComponent(page);

describe('the window of the sign-in', () => {
  it('knows why it was opened', () => {
    const back = `${page}?code=secret&state=ours`;
    expect(visitOf(page)).toEqual({ kind: 'waiting' });
    expect(visitOf(back)).toEqual({ kind: 'back', address: back });
    expect(visitOf(`${page}?error=access_denied&state=ours`).kind).toBe('back');
    expect(
      visitOf(`${page}?to=${encodeURIComponent('https://login.example/a?b=c')}&_host_Info=Word`),
    ).toEqual({
      kind: 'leaving',
      to: 'https://login.example/a?b=c',
    });
  });

  it('tells its opener, and no page of another origin', () => {
    const said: unknown[][] = [];
    const opener = { postMessage: (...args: unknown[]) => said.push(args) };
    const origin = 'https://amtsfeder.example';
    tellOpener({ opener, location: { origin } } as unknown as Window, page);
    expect(said).toEqual([[{ amtsfeder: 'signed-in', address: page }, origin]]);
  });
});

describe('where the window may lead', () => {
  const way = { label: 'Keycloak', clientId: 'amtsfeder', scope: 'openid' };
  const ways: SignInWay[] = [
    { kind: 'oidc', authority: 'https://down.example', ...way },
    { kind: 'oidc', authority: 'https://login.example/realms/kusel/', ...way },
  ];
  const from = ((address: string) => {
    if (address === 'api/sign-in') return Promise.resolve(Response.json({ version: CONTRACT_VERSION, ways }));
    if (address !== 'https://login.example/realms/kusel/.well-known/openid-configuration') {
      return Promise.reject(new TypeError('offline'));
    }
    return Promise.resolve(
      Response.json({ authorization_endpoint: 'https://login.example/realms/kusel/auth' }),
    );
  }) as typeof fetch;

  it.each([
    [`https://login.example/realms/kusel/auth?client_id=amtsfeder&redirect_uri=${back}`, true],
    ['https://login.example/realms/kusel/auth?client_id=amtsfeder', false],
    [`https://login.example/realms/kusel/auth?client_id=other&redirect_uri=${back}`, false],
    [
      `https://login.example/realms/kusel/auth?client_id=amtsfeder&client_id=other&redirect_uri=${back}`,
      false,
    ],
    ['https://login.example/realms/kusel/auth?client_id=amtsfeder&redirect_uri=https://evil.example', false],
    ['https://login.example/realms/kusel/auth/../../../logout', false],
    ['https://login.example.evil.example/realms/kusel/auth', false],
    ['https://login.example@evil.example/realms/kusel/auth', false],
    ['http://login.example/realms/kusel/auth', false],
    ['https://down.example/auth', false],
    ['javascript:alert(1)', false],
    ['//evil.example', false],
    ['', false],
  ])('%s: %s', async (to, expected) => {
    expect(await isIssuer(to, from, page)).toBe(expected);
  });
});
