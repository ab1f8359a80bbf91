import { describe, expect, it } from '@jest/globals';
import { type NestedClient, nestedSource } from './nested-source.ts';
import type { IssuerWay } from './issuer.ts';
import { SignInError, type Token, type TokenSource } from './token.ts';

const way: IssuerWay = {
  kind: 'entra',
  label: 'Microsoft Entra ID',
  clientId: 'client',
  authority: 'https://login.example/tenant/v2.0',
  scope: 'api://amtsfeder/access',
};
const { signal } = new AbortController();
const ends = new Date(Date.now() + 3_600_000);

/** MSAL throws errors that carry a code; their words are no use to anybody. */
const fault = (errorCode: string) => Object.assign(new Error('Something went wrong.'), { errorCode });

/** MSAL's client as Office lets it be, and the window that stands in for it. */
function setUp(client: Partial<NestedClient> | null) {
  const requests: unknown[] = [];
  const instead: string[] = [];
  const never = () => new Promise<never>(() => undefined);
  const nested: NestedClient | null = client && {
    acquireTokenSilent: (request) => {
      requests.push(request);
      return (client.acquireTokenSilent ?? never)(request);
    },
    acquireTokenPopup: (request) => {
      requests.push(request);
      return (client.acquireTokenPopup ?? never)(request);
    },
  };
  const window: TokenSource = {
    renew: () => {
      instead.push('renew');
      return Promise.resolve(null);
    },
    ask: () => {
      instead.push('ask');
      return Promise.resolve<Token>({ value: 'of the window', ends: 0 });
    },
  };
  return { source: nestedSource(way, () => Promise.resolve(nested), window), requests, instead };
}

describe('nested app authentication', () => {
  it('gives a token without the person, and a really new one the next time', async () => {
    const { source, requests } = setUp({
      acquireTokenSilent: () => Promise.resolve({ accessToken: 'access', expiresOn: ends }),
    });
    expect(await source.renew()).toEqual({ value: 'access', ends: ends.getTime() });
    await source.renew();
    expect(requests).toEqual([
      { scopes: [way.scope], forceRefresh: false },
      { scopes: [way.scope], forceRefresh: true },
    ]);
  });

  it('asks the person where Office needs them', async () => {
    const { source, requests } = setUp({
      acquireTokenSilent: () => Promise.reject(fault('interaction_required')),
      acquireTokenPopup: () => Promise.resolve({ accessToken: 'access', expiresOn: null }),
    });
    expect(await source.renew()).toBeNull();
    expect(await source.ask(signal, false)).toMatchObject({ value: 'access' });
    expect(requests.at(-1)).toEqual({ scopes: [way.scope] });
  });

  it('leaves another account to a window, and asks Office for no token of its own after that', async () => {
    const { source, requests, instead } = setUp({
      acquireTokenSilent: () => Promise.resolve({ accessToken: 'access', expiresOn: ends }),
    });
    await source.renew();
    expect(await source.ask(signal, true)).toMatchObject({ value: 'of the window' });
    expect(await source.renew()).toBeNull();
    expect(instead).toEqual(['ask', 'renew']);
    expect(requests).toHaveLength(1);
  });

  it.each(['user_canceled', 'user_cancelled'])('knows that the person broke off: %s', async (code) => {
    const { source, instead } = setUp({ acquireTokenPopup: () => Promise.reject(fault(code)) });
    await expect(source.ask(signal, false)).rejects.toMatchObject({ trouble: 'window_closed' });
    expect(instead).toEqual([]);
  });

  it('leaves it to a window of Office where that does not work after all', async () => {
    const { source, instead } = setUp({ acquireTokenPopup: () => Promise.reject(fault('persistent_error')) });
    expect(await source.ask(signal, false)).toMatchObject({ value: 'of the window' });
    const none = setUp(null);
    expect(await none.source.renew()).toBeNull();
    expect(await none.source.ask(signal, false)).toMatchObject({ value: 'of the window' });
    expect([instead, none.instead]).toEqual([['ask'], ['ask']]);
  });

  it('can be stopped while the person is asked', async () => {
    const stop = new AbortController();
    const { source } = setUp({});
    const asked = source.ask(stop.signal, false);
    setTimeout(() => stop.abort());
    await expect(asked).rejects.toBeInstanceOf(SignInError);
  });
});
