import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type LookupFunction } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { httpFetch } from './http-fetch.ts';
import { openaiModel } from './openai.ts';
import { reachOf, readHosts, thisMachine } from './reach.ts';
import { collect, conversationOf, openaiTestSettings } from './testing/samples.ts';
import { providerFetch } from './transport.ts';

const fetch = httpFetch();
const servers: { close(): unknown }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server | ReturnType<typeof createTcpServer>): Promise<string> {
  servers.push({
    close: () => {
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}
const serve = (listener: RequestListener) => listening(createServer(listener));
/** A server that answers with these very bytes, whatever they are. */
const serveRaw = (bytes: string) =>
  listening(
    createTcpServer((socket) => socket.once('data', () => socket.end(bytes)).on('error', () => undefined)),
  );

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

describe('httpFetch', () => {
  it('sends method, headers and text, and gives back status, headers and text', async () => {
    const url = await serve((request, response) => {
      void textOf(request).then((text) => {
        response
          .writeHead(201, { 'x-seen': `${request.method} ${request.headers['x-key']}` })
          .end(`«${text}»`);
      });
    });
    const response = await fetch(url, { method: 'POST', headers: { 'X-Key': 'k' }, body: 'Grüße' });
    expect([response.status, response.headers.get('x-seen'), await response.text()]).toEqual([
      201,
      'POST k',
      '«Grüße»',
    ]);
  });

  it('streams: a part can be read before the next is written', async () => {
    const proceed = Promise.withResolvers<true>();
    const url = await serve((_request, response) => {
      response.write('eins');
      void proceed.promise.then(() => response.end('zwei'));
    });
    const reader = (await fetch(url)).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('eins');
    proceed.resolve(true);
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('zwei');
    expect((await reader?.read())?.done).toBe(true);
  });

  it('keeps every byte of an answer that is read slowly', async () => {
    const url = await serve((_request, response) => response.end('x'.repeat(3_000_000)));
    const response = await fetch(url);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await response.text()).length).toBe(3_000_000);
  });

  it.each(['before the headers', 'in the middle'])('closes the connection on an abort %s', async (when) => {
    const closed = Promise.withResolvers<boolean>();
    const arrived = Promise.withResolvers<true>();
    const url = await serve((_request, response) => {
      response.on('close', () => closed.resolve(response.writableFinished));
      if (when === 'in the middle') response.write('eins');
      arrived.resolve(true);
    });
    const stop = new AbortController();
    const answer = fetch(url, { signal: stop.signal }).then((response) => response.text());
    const failure = expect(answer).rejects.toThrow();
    await arrived.promise;
    stop.abort();
    await failure;
    expect(await closed.promise).toBe(false);
  });

  it('fails at once with a signal that is aborted already', async () => {
    const url = await serve((_request, response) => response.end());
    await expect(fetch(url, { signal: AbortSignal.abort() })).rejects.toThrow();
  });

  it('closes the connection when the body is not wanted', async () => {
    const closed = Promise.withResolvers<boolean>();
    const url = await serve((_request, response) => {
      response.on('close', () => closed.resolve(response.writableFinished));
      response.write('eins');
    });
    await (await fetch(url)).body?.cancel();
    expect(await closed.promise).toBe(false);
  });

  it('tells a body that was cut from one that ended', async () => {
    const url = await serveRaw('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalb');
    await expect((await fetch(url)).text()).rejects.toThrow();
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect: %s', async (status) => {
    const asked: string[] = [];
    const elsewhere = await serve((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const url = await serve((request, response) => {
      asked.push(request.url ?? '');
      const to = request.url === '/v1/self' ? '/v1/anders' : elsewhere;
      response.writeHead(status, { location: to }).end('geheim');
    });
    for (const path of ['/other', '/self']) {
      expect((await fetch(`${url}${path}`, { method: 'POST', body: 'x' })).status).toBe(status);
      await expect(
        providerFetch(fetch)(`${url}${path}`, { method: 'POST', body: 'x' }),
      ).rejects.toMatchObject({
        name: 'ModelError',
        code: 'model_request_refused',
      });
    }
    expect(asked).toEqual(['/v1/other', '/v1/other', '/v1/self', '/v1/self']);
  });

  it('knows answers without a body', async () => {
    const url = await serve((_request, response) => response.writeHead(204).end());
    expect((await fetch(url)).body).toBeNull();
  });

  it.each([
    ['a status that does not exist', 'HTTP/1.1 999 Wunder\r\nContent-Length: 0\r\n\r\n'],
    ['no HTTP at all', 'Guten Tag\r\n\r\n'],
    ['nothing', ''],
  ])('fails, and the process lives, on %s', async (_what, bytes) => {
    await expect(fetch(await serveRaw(bytes))).rejects.toThrow();
  });

  it('fails where nobody listens', async () => {
    await expect(fetch('http://127.0.0.1:9/v1')).rejects.toThrow();
  });
});

describe('httpFetch, out of reach,', () => {
  const refused = expect.objectContaining({ code: 'model_request_refused' });
  const settings = (baseURL: string, place: 'intern' | 'extern') => openaiTestSettings(baseURL, { place });
  /** A name server that says of any name what the test wants. */
  const says =
    (...addresses: string[]): LookupFunction =>
    (_name, _options, done) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );

  it.each([
    'http://ki.example.de/',
    'https://api.openai.com/v1',
    'http://169.254.169.254/',
    'http://10.0.0.1/',
  ])('asks nobody: %s', async (url) => {
    await expect(httpFetch(thisMachine, says('127.0.0.1'))(url)).rejects.toEqual(refused);
  });

  it('reaches a server of the house by its name', async () => {
    const { port } = new URL(await serve((_request, response) => response.end('da')));
    const baseURL = `http://ki-server:${port}/v1`;
    const house = httpFetch(reachOf([settings(baseURL, 'intern')], []), says('127.0.0.1'));
    expect(await (await house(baseURL)).text()).toBe('da');
  });

  it.each([
    ['169.254.169.254'],
    ['::ffff:169.254.169.254'],
    ['127.0.0.1'],
    ['203.0.113.1', '169.254.169.254'],
  ])('makes no connection where a provider’s name stands for %s', async (...addresses) => {
    const baseURL = 'https://ki.example.de/v1';
    const { rules } = readHosts('ki.example.de');
    const outside = httpFetch(reachOf([settings(baseURL, 'extern')], rules), says(...addresses));
    await expect(outside(baseURL)).rejects.toEqual(refused);
  });

  it('holds each new connection against it, whatever the name stood for before', async () => {
    const { port } = new URL(
      await serve((_request, response) => response.writeHead(200, { connection: 'close' }).end('da')),
    );
    const baseURL = `http://ki-server:${port}/v1`;
    const answers = [says('127.0.0.1'), says('169.254.169.254')];
    const house = httpFetch(reachOf([settings(baseURL, 'intern')], []), (...args) =>
      answers.shift()?.(...args),
    );
    expect(await (await house(baseURL)).text()).toBe('da');
    await expect(house(baseURL)).rejects.toEqual(refused);
    expect(answers).toEqual([]);
  });

  it('is told by a model as a request that was refused', async () => {
    const model = openaiModel(settings('https://ki.example.de/v1', 'extern'), { fetch: httpFetch() });
    const { error } = await collect(model.stream(conversationOf('x'), new AbortController().signal));
    expect(error?.code).toBe('model_request_refused');
  });
});
