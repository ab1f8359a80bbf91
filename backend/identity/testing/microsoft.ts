import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Fetch } from '../fetch-limited.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Stands in for the token endpoint of Entra ID and for Microsoft Graph, on this machine. */
export interface TestMicrosoft {
  /** Leads the two host names to this machine, as a name server would, and nothing else. */
  fetch: Fetch;
  /** What the token endpoint answers. */
  onToken: Answer;
  /** What Graph answers. */
  onGraph: Answer;
  /** Forms that the token endpoint was sent. */
  forms: URLSearchParams[];
  /** Paths and queries that Graph was asked for, decoded, and the tokens that came with them. */
  asked: { url: string; authorization: string | undefined }[];
  close(): Promise<void>;
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Answer => {
  return (_request, response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
};

export async function startMicrosoft(): Promise<TestMicrosoft> {
  const server = createServer((request, response) => {
    if (request.headers['x-stands-for'] === 'https://graph.microsoft.com') {
      const url = decodeURIComponent((request.url ?? '').replaceAll('+', ' '));
      stand.asked.push({ url, authorization: request.headers.authorization });
      stand.onGraph(request, response);
      return;
    }
    void text(request).then((form) => {
      stand.forms.push(new URLSearchParams(form));
      stand.onToken(request, response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const stand: TestMicrosoft = {
    fetch: (url, init) => {
      const { origin, pathname, search } = new URL(url);
      if (origin !== 'https://graph.microsoft.com' && origin !== 'https://login.microsoftonline.com') {
        throw new Error('asked somebody else');
      }
      const headers = new Headers(init.headers);
      headers.set('x-stands-for', origin);
      return fetch(`http://127.0.0.1:${port}${pathname}${search}`, { ...init, headers });
    },
    onToken: json({}),
    onGraph: json({}),
    forms: [],
    asked: [],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stand;
}
