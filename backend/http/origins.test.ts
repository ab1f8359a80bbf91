import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { onlyOrigins } from './origins.ts';
import { problemHandler } from './problem.ts';

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server = undefined;
});

/** @returns the status for a request with these headers; `PORT` stands for the port */
async function statusOf(
  publicOrigin: string | null,
  headers: Record<string, string>,
): Promise<number | undefined> {
  const app = express()
    .use(onlyOrigins(publicOrigin))
    .get('/', (_request, response) => void response.send('x'))
    .use(problemHandler(() => undefined));
  server ??= createServer(app).listen(0, '127.0.0.1');
  if (!server.listening) await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sent = Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(port))]);
  const asked = request({ port, host: '127.0.0.1', headers: Object.fromEntries(sent), agent: false }).end();
  const [response] = await once(asked, 'response');
  response.resume();
  return response.statusCode;
}

const OWN = 'https://ki.kreis.example';

describe('with an address that browsers open', () => {
  it.each([
    [{ host: 'ki.kreis.example' }],
    [{ host: 'KI.Kreis.example' }],
    [{ host: 'ki.kreis.example', origin: OWN, 'sec-fetch-site': 'same-origin' }],
    // The proxy ends TLS, so the connection itself has none.
    [{ host: 'ki.kreis.example', origin: OWN, 'x-forwarded-proto': 'http' }],
  ])('lets its own pages through: %j', async (headers) => {
    expect(await statusOf(OWN, headers)).toBe(200);
  });

  it.each([
    [{ host: 'localhost:PORT' }],
    [{ host: 'ki.kreis.example:8443' }],
    [{ host: 'attacker.example' }],
    [{ host: 'ki.kreis.example.attacker.example' }],
    [{ host: 'attacker.example', 'x-forwarded-host': 'ki.kreis.example' }],
    [{ host: 'attacker.example', forwarded: 'host=ki.kreis.example' }],
    [{ host: 'ki.kreis.example', origin: 'http://ki.kreis.example' }],
    [{ host: 'ki.kreis.example', origin: 'https://ki.kreis.example.attacker.example' }],
    [{ host: 'ki.kreis.example', origin: 'https://attacker.example' }],
    [{ host: 'ki.kreis.example', origin: 'null' }],
    [{ host: 'ki.kreis.example', origin: 'http://localhost:PORT' }],
    [{ host: 'ki.kreis.example', origin: OWN, 'sec-fetch-site': 'cross-site' }],
    [{ host: 'ki.kreis.example', origin: OWN, 'sec-fetch-site': 'same-site' }],
  ])('refuses others: %j', async (headers) => {
    expect(await statusOf(OWN, headers)).toBe(403);
  });

  it('keeps a port that is part of it', async () => {
    expect(await statusOf(`${OWN}:8443`, { host: 'ki.kreis.example:8443', origin: `${OWN}:8443` })).toBe(200);
    expect(await statusOf(`${OWN}:8443`, { host: 'ki.kreis.example' })).toBe(403);
  });
});

describe('on this machine', () => {
  it.each([
    [{ host: 'localhost:PORT' }],
    [{ host: '127.0.0.1:PORT', origin: 'http://localhost:PORT', 'sec-fetch-site': 'same-origin' }],
    [{ host: '[::1]:PORT' }],
  ])('lets its own pages through: %j', async (headers) => {
    expect(await statusOf(null, headers)).toBe(200);
  });

  it.each([
    [{ host: 'localhost' }],
    [{ host: 'ki.kreis.example' }],
    [{ host: 'localhost:PORT', origin: 'https://localhost:PORT' }],
    [{ host: 'localhost:PORT', origin: 'http://localhost:1' }],
    [{ host: 'attacker.example:PORT', 'x-forwarded-host': 'localhost:PORT' }],
  ])('refuses others: %j', async (headers) => {
    expect(await statusOf(null, headers)).toBe(403);
  });
});
