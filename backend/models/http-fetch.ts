import { lookup as systemLookup } from 'node:dns';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { ModelError } from './model.ts';
import { type Reach, thisMachine } from './reach.ts';
import type { Fetch } from './transport.ts';

/** Answers that have no body by definition (RFC 9110); a Response with one cannot be made for them. */
const WITHOUT_BODY = new Set([204, 205, 304]);

/**
 * `fetch` over `node:http`, as far as the SDKs need it: one request with a text body, a streamed answer, no redirect
 * followed, nothing decompressed. Node's own fetch keeps the request in three copies and a chain of streams for as long
 * as the answer runs, which was a third of the memory of an open stream (bench/).
 * @param reach where requests may go; each is held against it, and each address that a name stands for when a connection
 *   is made, so that a name that means another machine today than yesterday reaches none
 * @param lookup finds the addresses of a name
 * @throws ModelError `model_request_refused` for what the reach does not allow; what the connection fails with; TypeError
 *   for a body that is no text
 */
export function httpFetch(reach: Reach = thisMachine, lookup: LookupFunction = systemLookup): Fetch {
  const plain = new Agent({ keepAlive: true });
  const tls = new TlsAgent({ keepAlive: true });
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!reach.allows(url)) throw new ModelError('model_request_refused');
    if (typeof init.body !== 'string' && init.body !== undefined && init.body !== null) {
      throw new TypeError('httpFetch sends text only');
    }
    const body = Buffer.from(init.body ?? '');
    const options = {
      method: init.method ?? 'GET',
      headers: {
        ...Object.fromEntries(new Headers(init.headers)),
        ...(body.length > 0 ? { 'content-length': body.length } : {}),
      },
      lookup: lookupWithin(reach, url, lookup),
    };
    const asked =
      url.protocol === 'https:'
        ? tlsRequest(url, { ...options, agent: tls })
        : request(url, { ...options, agent: plain });
    endWith(asked, init.signal);
    const answer = answerTo(asked);
    asked.end(body);
    return answer;
  };
}

/** Finds the addresses of a name, none where one of them is out of reach: a name that mixes them is up to something. */
function lookupWithin(reach: Reach, url: URL, lookup: LookupFunction): LookupFunction {
  return (hostname, options, done) =>
    lookup(hostname, options, (fault, found, family) => {
      const addresses = typeof found === 'string' ? [found] : (found ?? []).map(({ address }) => address);
      const refused = fault ?? (addresses.every((each) => reach.allowsAddress(url, each)) ? null : refusal());
      done(refused, found, family);
    });
}

function refusal(): ModelError {
  return new ModelError('model_request_refused');
}

function endWith(asked: ClientRequest, signal: AbortSignal | null | undefined): void {
  if (!signal) return;
  const stop = () => asked.destroy(new DOMException('aborted', 'AbortError'));
  if (signal.aborted) {
    stop();
    return;
  }
  signal.addEventListener('abort', stop, { once: true });
  asked.once('close', () => signal.removeEventListener('abort', stop));
}

function answerTo(asked: ClientRequest): Promise<Response> {
  return new Promise((resolve, reject) => {
    asked.on('error', reject);
    asked.once('response', (answer) => {
      try {
        resolve(responseOf(answer));
      } catch (fault) {
        // A status or header that HTTP does not know; thrown here it would end the process.
        answer.destroy();
        reject(fault as Error);
      }
    });
  });
}

function responseOf(answer: IncomingMessage): Response {
  const status = answer.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) headers.set(name, String(value));
  if (WITHOUT_BODY.has(status)) {
    answer.resume();
    return new Response(null, { status, headers });
  }
  return new Response(bodyOf(answer), { status, headers });
}

function bodyOf(answer: IncomingMessage): ReadableStream<Uint8Array> {
  let over = false;
  const once = (end: () => void) => {
    if (over) return;
    over = true;
    end();
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      answer.on('data', (part: Buffer) => {
        if (over) return;
        controller.enqueue(part);
        if ((controller.desiredSize ?? 0) <= 0) answer.pause();
      });
      answer.on('end', () => once(() => controller.close()));
      answer.on('error', (fault) => once(() => controller.error(fault)));
      // Without `end` before it, the connection was cut.
      answer.on('close', () => once(() => controller.error(new Error('connection cut'))));
    },
    pull() {
      answer.resume();
    },
    cancel() {
      once(() => answer.destroy());
    },
  });
}
