import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { json, urlencoded } from 'express';
import type { Role } from '../../contract/identity.ts';
import {
  CANARY,
  startApi,
  startKeycloak,
  type TestApi,
  type TestIssuer,
  verbundOf,
} from './testing/world.ts';

let keycloak: TestIssuer;
let api: TestApi;
let token: string;

const access: Role[] = ['staff'];

beforeAll(async () => {
  keycloak = await startKeycloak();
  api = await startApi(verbundOf(null, keycloak), {
    more: () =>
      [json(), urlencoded()].map((body, index) => ({
        method: 'post',
        path: `/echo-${index}`,
        access,
        body,
        handle: (_request, response) => void response.json({}),
      })),
  });
  token = await keycloak.token();
});

beforeEach(() => {
  api.reasons.length = 0;
});

afterAll(async () => {
  await api.close();
  await keycloak.server.stop();
});

/** Sends headers as no client would; @returns the status and all that came back. */
async function raw(headers: string[], target = '/api/me'): Promise<{ status: number; answer: string }> {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    Buffer.from(
      [`GET ${target} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n'),
      'latin1',
    ),
  );
  let answer = '';
  socket.on('data', (part) => {
    answer += part.toString('latin1');
  });
  await once(socket, 'close');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), answer };
}

const bearer = () => `Authorization: Bearer ${token}`;

describe('the token in the one Authorization header', () => {
  it('is accepted, also raw', async () => {
    expect((await raw([bearer()])).status).toBe(200);
    expect((await raw([`authorization:Bearer   ${token}   `])).status).toBe(200);
  });

  it.each<[string, () => string[]]>([
    ['twice', () => [bearer(), bearer()]],
    ['and another one after it', () => [bearer(), 'Authorization: Basic eDp5']],
    ['and another one before it', () => ['Authorization: Basic eDp5', bearer()]],
    ['and an empty one', () => ['Authorization:', bearer()]],
    ['with the scheme twice', () => [`Authorization: Bearer Bearer ${token}`]],
    ['joined by a comma', () => [`Authorization: Bearer ${token}, Bearer ${token}`]],
    ['behind another scheme', () => [`Authorization: Basic eDp5, Bearer ${token}`]],
    ['with another scheme', () => [`Authorization: Token ${token}`]],
    ['as Basic', () => [`Authorization: Basic ${Buffer.from(`x:${token}`).toString('base64')}`]],
    ['as DPoP', () => [`Authorization: DPoP ${token}`]],
    ['without a scheme', () => [`Authorization: ${token}`]],
    ['with the scheme alone', () => ['Authorization: Bearer']],
    ['without a blank', () => [`Authorization: Bearer${token}`]],
    ['after a tab', () => [`Authorization: Bearer\t${token}`]],
    ['after a hard blank', () => [`Authorization: Bearer\u00A0${token}`]],
    ['in quotes', () => [`Authorization: Bearer "${token}"`]],
    ['as a parameter', () => [`Authorization: Bearer token=${token}`]],
    ['with a blank inside', () => [`Authorization: Bearer ${token.replace('.', ' .')}`]],
    ['with a letter that is no ASCII', () => [`Authorization: Bearer ${token}\u00E9`]],
    ['with a letter that is no ASCII in the scheme', () => [`Authorization: B\u00E9arer ${token}`]],
  ])('is refused %s', async (_what, headers) => {
    const { status, answer } = await raw(headers());
    expect(status).toBe(401);
    expect(api.reasons).toHaveLength(1);
    expect(answer).toContain('sign_in_required');
  });

  it.each<[string, () => string[]]>([
    ['folded over two lines', () => ['Authorization: Bearer', ` ${token}`]],
    ['with a zero byte', () => [`Authorization: Bearer ${token}\u0000`]],
    ['with a bare line feed', () => [`Authorization: Bearer ${token}\nX: y`]],
    ['longer than all headers may be', () => [`Authorization: Bearer ${'x'.repeat(20_000)}`]],
  ])('lets nobody in %s', async (_what, headers) => {
    const { status, answer } = await raw(headers());
    expect(status).not.toBe(200);
    expect(answer).not.toContain(CANARY);
  });
});

describe('a token in any other place', () => {
  it.each<[string, () => string]>([
    ['the query', () => `/api/me?access_token=${token}`],
    ['the query as a header', () => `/api/me?authorization=Bearer%20${token}`],
    ['the path', () => `/api/me;access_token=${token}`],
  ])('counts for nothing: %s', async (_what, target) => {
    const { status, answer } = await raw([], target());
    expect([401, 404]).toContain(status);
    expect(answer).not.toContain(CANARY);
  });

  it.each<[string, () => string[]]>([
    ['a cookie', () => [`Cookie: access_token=${token}; Authorization=Bearer ${token}`]],
    ['X-Authorization', () => [`X-Authorization: Bearer ${token}`]],
    ['X-Forwarded-Authorization', () => [`X-Forwarded-Authorization: Bearer ${token}`]],
    ['X-Forwarded-Access-Token', () => [`X-Forwarded-Access-Token: ${token}`]],
    ['X-MS-TOKEN-AAD-ACCESS-TOKEN', () => [`X-MS-TOKEN-AAD-ACCESS-TOKEN: ${token}`]],
    ['Proxy-Authorization', () => [`Proxy-Authorization: Bearer ${token}`]],
    ['Sec-WebSocket-Protocol', () => [`Sec-WebSocket-Protocol: bearer, ${token}`]],
  ])('counts for nothing: %s', async (_what, headers) => {
    const { status, answer } = await raw(headers());
    expect(status).toBe(401);
    expect(answer).not.toContain(CANARY);
  });

  it.each([
    ['application/json', () => JSON.stringify({ access_token: token, authorization: `Bearer ${token}` })],
    ['application/x-www-form-urlencoded', () => `access_token=${token}`],
  ])('counts for nothing: a body of %s', async (type, body) => {
    for (const index of [0, 1]) {
      const response = await fetch(`${api.url}/echo-${index}`, {
        method: 'POST',
        headers: { 'content-type': type },
        body: body(),
      });
      expect(response.status).toBe(401);
    }
  });
});

it('no token ever stood in the log', () => {
  expect(api.logged()).toContain('sign-in refused');
  for (const part of token.split('.')) expect(api.logged()).not.toContain(part);
  expect(api.logged()).not.toContain(CANARY);
});
