import { createServer, type Server, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keyTiming } from './keys.ts';
import {
  attacker,
  newRsaKey,
  seconds,
  signIn,
  startApi,
  startEntra,
  startKeycloak,
  type TestApi,
  verbundOf,
} from './testing/world.ts';
import { signToken } from './testing/forge.ts';

const open: { close(): Promise<unknown> }[] = [];

beforeEach(() => {
  open.length = 0;
});

afterEach(async () => {
  await Promise.all(open.map((each) => each.close()));
});

/** Pauses of no length: the next request may ask again at once. */
const impatient = { ...keyTiming, timeout: 300, cooldown: 0, retry: 0 };

async function apiOf(...parts: Parameters<typeof startApi>): Promise<TestApi> {
  const api = await startApi(...parts);
  open.push(api);
  return api;
}

const statusOf = async (api: TestApi, token: string) => (await signIn(api, token)).status;

describe('an issuer that changes its key', () => {
  it('is followed to the new one, and the withdrawn one counts no longer', async () => {
    const { server, ...entra } = await startEntra();
    open.push({ close: () => server.stop() });
    const api = await apiOf(verbundOf(entra, null), { timing: { ...impatient, maxAge: 0 } });
    const old = await entra.token();
    expect(await statusOf(api, old)).toBe(200);

    const next = newRsaKey();
    await server.issuer.keys.add({ ...next, kid: 'entra-2', alg: 'RS256' });
    const fresh = signToken({ alg: 'RS256', typ: 'JWT', kid: 'entra-2' }, entra.claims(), next);
    expect(await statusOf(api, fresh)).toBe(200);
    expect(await statusOf(api, old)).toBe(200);

    // The same id for another key: what the old one signed counts no longer.
    await server.issuer.keys.add({ ...newRsaKey(), kid: 'entra-1', alg: 'RS256' });
    expect(await statusOf(api, old)).toBe(401);
    expect(await statusOf(api, fresh)).toBe(200);
  });

  it('is not asked again for every made up key id', async () => {
    const keycloak = await startKeycloak();
    open.push({ close: () => keycloak.server.stop() });
    let asked = 0;
    const api = await apiOf(verbundOf(null, keycloak), {
      fetch: (url, init) => {
        asked++;
        return fetch(url, init);
      },
    });
    for (let count = 0; count < 20; count++) {
      const token = keycloak.sign({ ...keycloak.header, kid: `made-up-${count}` }, keycloak.claims());
      expect(await statusOf(api, token)).toBe(401);
    }
    // The discovery document and the keys.
    expect(asked).toBe(2);
    expect(await statusOf(api, await keycloak.token())).toBe(200);
    expect(asked).toBe(2);
  });

  it('is asked once by many who come at the same time', async () => {
    const keycloak = await startKeycloak();
    open.push({ close: () => keycloak.server.stop() });
    let asked = 0;
    const api = await apiOf(verbundOf(null, keycloak), {
      fetch: (url, init) => {
        asked++;
        return fetch(url, init);
      },
    });
    const token = await keycloak.token();
    const all = await Promise.all(Array.from({ length: 20 }, () => statusOf(api, token)));
    expect(new Set(all)).toEqual(new Set([200]));
    expect(asked).toBe(2);
  });
});

describe('an issuer that is away', () => {
  it('lets nobody in, says so, and is found again', async () => {
    const keycloak = await startKeycloak();
    const port = Number(new URL(keycloak.iss).port);
    const token = await keycloak.token();
    await keycloak.server.stop();
    let now = Date.now();
    const timing = { ...keyTiming, timeout: 300 };
    const api = await apiOf(verbundOf(null, keycloak), { timing, now: () => now });

    const away = await signIn(api, token);
    expect(away.status).toBe(503);
    expect(await away.json()).toMatchObject({ code: 'sign_in_unavailable' });
    expect(api.reasons).toEqual(['unavailable']);

    await keycloak.server.start(port, '127.0.0.1');
    keycloak.server.issuer.url = keycloak.iss;
    open.push({ close: () => keycloak.server.stop() });
    expect(await statusOf(api, token)).toBe(503);
    now += timing.retry;
    expect(await statusOf(api, token)).toBe(200);
  });

  it('is not asked by everybody again and again', async () => {
    const keycloak = await startKeycloak();
    const token = await keycloak.token();
    await keycloak.server.stop();
    let now = Date.now();
    let asked = 0;
    const api = await apiOf(verbundOf(null, keycloak), {
      now: () => now,
      fetch: (url, init) => {
        asked++;
        return fetch(url, init);
      },
    });
    for (let count = 0; count < 10; count++) expect(await statusOf(api, token)).toBe(503);
    expect(asked).toBe(1);
    now += keyTiming.retry;
    expect(await statusOf(api, token)).toBe(503);
    expect(asked).toBe(2);
  });

  it('does not throw out those whose keys are known', async () => {
    const keycloak = await startKeycloak();
    let now = Date.now();
    const api = await apiOf(verbundOf(null, keycloak), { now: () => now });
    const token = await keycloak.token();
    expect(await statusOf(api, token)).toBe(200);
    await keycloak.server.stop();
    now += keyTiming.refresh + 1;
    expect(await statusOf(api, token)).toBe(200);
    expect(await statusOf(api, token)).toBe(200);
  });

  it('lets nobody in by keys that are too old', async () => {
    const keycloak = await startKeycloak();
    const api = await apiOf(verbundOf(null, keycloak), { timing: { ...impatient, maxAge: 0 } });
    const token = await keycloak.token();
    expect(await statusOf(api, token)).toBe(200);
    await keycloak.server.stop();
    expect(await statusOf(api, token)).toBe(503);
  });
});

describe('an issuer that misbehaves', () => {
  let base: string;
  let server: Server;
  let answer: RequestListener;
  const key = newRsaKey();
  const published = {
    ...createPublicKey({ key, format: 'jwk' }).export({ format: 'jwk' }),
    kid: 'k',
    alg: 'RS256',
  };

  beforeEach(async () => {
    server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    open.push({
      close: () => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      },
    });
  });

  const claims = () => ({
    iss: base,
    aud: 'amtsfeder',
    azp: 'amtsfeder-pane',
    scope: 'amtsfeder',
    sub: 'x',
    groups: ['/vg/oberes-glantal'],
    iat: seconds(),
    exp: seconds() + 60,
  });
  const token = (kid = 'k') => signToken({ alg: 'RS256', kid }, claims(), key);

  /** The right discovery document, and these keys. */
  const serving =
    (keys: unknown, document: object = {}): RequestListener =>
    (request, response) => {
      const isDocument = request.url?.endsWith('openid-configuration');
      const body = isDocument ? { issuer: base, jwks_uri: `${base}/keys`, ...document } : keys;
      response.setHeader('content-type', 'application/json');
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };

  it('is trusted while it behaves', async () => {
    const api = await apiOf(verbundOf(null, { iss: base }), { timing: impatient });
    answer = serving({ keys: [published] });
    expect(await statusOf(api, token())).toBe(200);
  });

  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ format: 'jwk' });
  const away = '/keys-of-another';

  it.each<[string, number, () => RequestListener]>([
    ['redirects', 503, () => (_request, response) => response.writeHead(302, { location: away }).end()],
    ['fails', 503, () => (_request, response) => response.writeHead(500).end()],
    ['never answers', 503, () => () => undefined],
    ['hangs up', 503, () => (request) => request.socket.destroy()],
    [
      'stops in the middle',
      503,
      () => (_request, response) => void response.writeHead(200).write('{"keys":'),
    ],
    ['sends no JSON', 503, () => serving('<html>')],
    ['sends no keys', 503, () => serving({})],
    ['sends a list', 503, () => serving([published])],
    ['sends nothing', 503, () => serving('')],
    ['sends too much', 503, () => serving({ keys: [published], more: 'x'.repeat(300_000) })],
    ['publishes no key', 401, () => serving({ keys: [] })],
    ['publishes one key id twice', 401, () => serving({ keys: [published, { ...published, n: 'AQAB' }] })],
    ['publishes the key for encryption', 401, () => serving({ keys: [{ ...published, use: 'enc' }] })],
    ['publishes it for another algorithm', 401, () => serving({ keys: [{ ...published, alg: 'PS256' }] })],
    ['publishes a secret under the id', 401, () => serving({ keys: [{ kty: 'oct', k: 'AAAA', kid: 'k' }] })],
    ['publishes a broken key', 401, () => serving({ keys: [{ ...published, n: '!' }] })],
    ['publishes its private key', 503, () => serving({ keys: [{ ...key, kid: 'k' }] })],
    ['speaks of another issuer', 503, () => serving({ keys: [published] }, { issuer: `${base}/` })],
    ['leads to another machine', 503, () => serving({}, { jwks_uri: 'http://keys.attacker.example/' })],
    ['leads into a file', 503, () => serving({}, { jwks_uri: 'file:///etc/passwd' })],
  ])('is not trusted when it %s', async (_what, status, behaviour) => {
    const api = await apiOf(verbundOf(null, { iss: base }), { timing: { ...impatient, maxAge: 0 } });
    answer = behaviour();
    expect(await statusOf(api, token())).toBe(status);
    answer = serving({ keys: [published] });
    expect(await statusOf(api, token())).toBe(200);
  });

  it('cannot make a weak key count', async () => {
    const api = await apiOf(verbundOf(null, { iss: base }), { timing: impatient });
    const shown = createPublicKey({ key: weak, format: 'jwk' }).export({ format: 'jwk' });
    answer = serving({ keys: [{ ...shown, kid: 'k' }] });
    expect(await statusOf(api, signToken({ alg: 'RS256', kid: 'k' }, claims(), weak))).not.toBe(200);
  });

  it('still lets nobody else in', async () => {
    const api = await apiOf(verbundOf(null, { iss: base }), { timing: impatient });
    answer = serving({ keys: [published] });
    expect(await statusOf(api, signToken({ alg: 'RS256', kid: 'k' }, claims(), attacker.rsa))).toBe(401);
  });
});
