import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { wireEvents, type ScriptedAnswer, type ScriptedCall, type WireFormat } from './wire.ts';

/**
 * A model provider for tests and benchmarks: a real HTTP server on loopback that speaks OpenAI's and Gemini's wire
 * formats and does what its script says, the faults included.
 */
export interface ScriptedProvider {
  /** `http://127.0.0.1:<port>`: the base address for Gemini. */
  url: string;
  /** The base address for OpenAI: `url` with `/v1`. */
  openaiURL: string;
  /** Every request that asked for an answer, in order. May be emptied by setting its length to 0. */
  requests: SeenRequest[];
  /** What to do with the next requests, one after the other; the last one stays in force. */
  script(...scripts: (Script | ((request: SeenRequest) => Script))[]): void;
  /** Ends all connections and the server. */
  close(): Promise<void>;
}

export interface SeenRequest {
  format: WireFormat;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** `performance.now()` when the request was there in full. */
  at: number;
  /**
   * Settles when the connection of this request is over, with `performance.now()` and whether the client closed it
   * before the answer was sent in full.
   */
  closed: Promise<{ at: number; early: boolean }>;
}

export type Script =
  /** An answer in the format of the request. */
  | ({ kind: 'answer' } & AnswerScript & Delivery)
  /** These very bytes, as an event stream. */
  | ({ kind: 'bytes'; bytes: string | Buffer } & Delivery)
  /** A failed answer; with `echo` its body holds the key that was sent, as some providers do. */
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string; echo?: boolean }
  /** Nothing at all, not even headers. */
  | { kind: 'silence' }
  /** Headers, and then nothing. */
  | { kind: 'headers-only' };

export interface AnswerScript {
  text?: string;
  /** Into how many events the text is cut; 1 where it is not said. */
  chunks?: number;
  /** Pause between two events in milliseconds; all at once where it is not said. */
  delayMs?: number;
  /** What the answer calls after its text. */
  calls?: readonly ScriptedCall[];
  thoughts?: number;
  ending?: ScriptedAnswer['ending'];
  usage?: boolean;
}

export interface Delivery {
  /** Where the bytes are cut into separate writes; `every-byte` cuts UTF-8 characters apart, too. */
  split?: readonly number[] | 'every-byte';
  fault?: Fault;
}

/**
 * What happens after `at` bytes of the body: `end` is a proper end of the HTTP answer (all that a proxy shows of an
 * upstream that died), `close` a FIN without it, `reset` a RST, `stall` silence.
 */
export interface Fault {
  at: number;
  how: 'end' | 'close' | 'reset' | 'stall';
}

const defaultScript: Script = {
  kind: 'answer',
  text: 'Sehr geehrte Damen und Herren, vielen Dank.',
  chunks: 4,
};

/** Starts a provider on a free port of this machine. */
export async function startScriptedProvider(): Promise<ScriptedProvider> {
  const requests: SeenRequest[] = [];
  let queue: (Script | ((request: SeenRequest) => Script))[] = [defaultScript];

  const server = createServer((request, response) => {
    const asked = route(request);
    if (asked.what === 'models') {
      sendJson(response, 200, asked.body);
    } else if (asked.what === 'unknown') {
      sendJson(response, 404, { error: { code: 404, message: 'Not found', status: 'NOT_FOUND' } });
    } else {
      void seen(request, response, asked.format)
        .then(async (record) => {
          requests.push(record);
          const [next = defaultScript] = queue;
          if (queue.length > 1) queue.shift();
          const script = typeof next === 'function' ? next(record) : next;
          await perform(script, record, asked.model, response);
        })
        .catch(() => response.destroy());
    }
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    openaiURL: `${url}/v1`,
    requests,
    script: (...scripts) => {
      queue = scripts;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

type Route =
  | { what: 'answer'; format: WireFormat; model: string }
  | { what: 'models'; body: object }
  | { what: 'unknown' };

function route({ method, url = '/' }: IncomingMessage): Route {
  const { pathname, searchParams } = new URL(url, 'http://scripted');
  if (method === 'POST' && pathname === '/v1/chat/completions') {
    return { what: 'answer', format: 'openai', model: 'scripted' };
  }
  const [, model] = /^\/v1beta\/models\/([^/:]+):streamGenerateContent$/.exec(pathname) ?? [];
  if (method === 'POST' && model !== undefined && searchParams.get('alt') === 'sse') {
    return { what: 'answer', format: 'gemini', model };
  }
  if (method === 'GET' && pathname === '/v1/models') {
    return { what: 'models', body: { object: 'list', data: [{ id: 'scripted', object: 'model' }] } };
  }
  if (method === 'GET' && pathname === '/v1beta/models') {
    return { what: 'models', body: { models: [{ name: 'models/scripted' }] } };
  }
  if (method === 'GET' && /^\/v1beta\/models\/[^/]+$/.test(pathname)) {
    return { what: 'models', body: { name: pathname.slice('/v1beta/'.length) } };
  }
  return { what: 'unknown' };
}

async function seen(
  request: IncomingMessage,
  response: ServerResponse,
  format: WireFormat,
): Promise<SeenRequest> {
  const closed = new Promise<{ at: number; early: boolean }>((resolve) => {
    response.on('close', () => {
      resolve({ at: performance.now(), early: !response.writableFinished });
    });
  });
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return {
    format,
    path: request.url ?? '/',
    headers: request.headers,
    body: Buffer.concat(parts).toString('utf8'),
    at: performance.now(),
    closed,
  };
}

async function perform(
  script: Script,
  request: SeenRequest,
  model: string,
  response: ServerResponse,
): Promise<void> {
  switch (script.kind) {
    case 'silence':
      return;
    case 'headers-only':
      startStream(response);
      return;
    case 'status': {
      const { authorization, 'x-goog-api-key': googleKey } = request.headers;
      const message = script.echo ? `Incorrect API key: ${authorization ?? String(googleKey)}` : 'Scripted';
      response.writeHead(script.status, { 'content-type': 'application/json', ...script.headers });
      response.end(script.body ?? JSON.stringify({ error: { message, code: script.status } }));
      return;
    }
    case 'bytes':
      startStream(response);
      await deliver([Buffer.from(script.bytes)], script, 0, response);
      return;
    case 'answer': {
      startStream(response);
      const events = wireEvents(request.format, answerOf(script), model);
      await deliver(
        events.map((event) => Buffer.from(event)),
        script,
        script.delayMs ?? 0,
        response,
      );
    }
  }
}

/** The answer that a script stands for, with what it leaves unsaid filled in. */
export function answerOf(script: AnswerScript): ScriptedAnswer {
  return {
    pieces: cut(script.text ?? '', script.chunks ?? 1),
    calls: script.calls ?? [],
    thoughts: script.thoughts ?? 0,
    ending: script.ending ?? 'stop',
    usage: script.usage ?? true,
  };
}

/** Cuts between characters, never within one: inside an event the services send whole characters. */
function cut(text: string, count: number): string[] {
  const characters = Array.from(text);
  const size = Math.max(1, Math.ceil(characters.length / count));
  return Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  );
}

function startStream(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  });
  response.flushHeaders();
}

async function deliver(
  events: readonly Buffer[],
  { split, fault }: Delivery,
  delayMs: number,
  response: ServerResponse,
): Promise<void> {
  let sent = 0;
  for (const [index, event] of events.entries()) {
    if (index > 0 && delayMs > 0) await sleep(delayMs);
    if (response.destroyed) return;
    const room = (fault?.at ?? Infinity) - sent;
    for (const part of parts(event.subarray(0, room), split, sent)) response.write(part);
    sent += event.length;
    if (fault && event.length >= room) {
      await fail(fault.how, response);
      return;
    }
  }
  response.end();
}

function* parts(bytes: Buffer, split: Delivery['split'], offset: number): Generator<Buffer> {
  const cuts =
    split === 'every-byte'
      ? Array.from(bytes.keys())
      : (split ?? []).map((at) => at - offset).filter((at) => at > 0 && at < bytes.length);
  let from = 0;
  for (const to of [...cuts, bytes.length]) {
    if (to > from) yield bytes.subarray(from, to);
    from = to;
  }
}

async function fail(how: Fault['how'], response: ServerResponse): Promise<void> {
  switch (how) {
    case 'end':
      response.end();
      return;
    case 'close':
    case 'reset':
      // A reset overtakes bytes that the client has not read yet, and would then test another offset.
      await sleep(10);
      if (how === 'close') response.socket?.end();
      else response.socket?.resetAndDestroy();
      return;
    case 'stall':
      return;
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
