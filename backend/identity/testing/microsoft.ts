import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Fetch } from '../fetch-limited.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** Where the test files of SharePoint lie. */
export const FILES = 'https://kreis.sharepoint.com';

/** Stands in for the token endpoint of Entra ID, for Microsoft Graph and for SharePoint, on this machine. */
export interface TestMicrosoft {
  /** Leads their host names to this machine, as a name server would, and nothing else. */
  fetch: Fetch;
  /** What the token endpoint answers. */
  onToken: Answer;
  /** What Graph answers. */
  onGraph: Answer;
  /** What SharePoint answers, and the tokens that came with it: none may. */
  onFile: Answer;
  fileTokens: (string | undefined)[];
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

const HOSTS = new Set(['https://graph.microsoft.com', 'https://login.microsoftonline.com', FILES]);

export async function startMicrosoft(): Promise<TestMicrosoft> {
  const server = createServer((request, response) => {
    if (request.headers['x-stands-for'] === 'https://graph.microsoft.com') {
      const url = decodeURIComponent((request.url ?? '').replaceAll('+', ' '));
      stand.asked.push({ url, authorization: request.headers.authorization });
      stand.onGraph(request, response);
      return;
    }
    if (request.headers['x-stands-for'] === FILES) {
      stand.fileTokens.push(request.headers.authorization);
      stand.onFile(request, response);
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
      if (!HOSTS.has(origin)) {
        throw new Error('asked somebody else');
      }
      const headers = new Headers(init.headers);
      headers.set('x-stands-for', origin);
      return fetch(`http://127.0.0.1:${port}${pathname}${search}`, { ...init, headers });
    },
    onToken: json({}),
    onGraph: json({}),
    onFile: json({}),
    fileTokens: [],
    forms: [],
    asked: [],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return stand;
}
