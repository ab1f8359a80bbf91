import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { type Fetch, fetchLimited } from './fetch-limited.ts';
import { GraphError } from './graph-error.ts';
import type { SignedIn } from './identity.ts';
import { createOnBehalf, type OnBehalf, readCredential } from './on-behalf.ts';
import type { EntraIssuer, Verbund } from './verbund.ts';

/** What the product may ask for, always as the person and never on its own: it reads, and writes nothing. */
export type GraphPermission = 'Mail.Read' | 'Files.Read.All';

/** Microsoft Graph on behalf of those who are signed in. */
export interface Graph {
  /** Whether there is a way to it for those who sign in as this person does. */
  reaches(asking: Pick<SignedIn, 'entra'>): boolean;
  /** @throws GraphError */
  open(asking: Pick<SignedIn, 'token' | 'entra'>, permission: GraphPermission): Promise<GraphSession>;
}

export interface GraphOptions {
  signal: AbortSignal;
  headers?: Record<string, string>;
  /** Of the answer, at the most. */
  bytes?: number;
}

/** Graph as one person sees it, for as long as their token lasts: about an hour. */
export interface GraphSession {
  /**
   * @param path from `/v1.0/` on
   * @throws GraphError
   */
  get<T>(path: string, schema: z.ZodType<T>, options: GraphOptions): Promise<T>;
  /** The path of a link that Graph gave to its own next page. @throws GraphError where it leads elsewhere */
  pathOf(link: string): string;
  /**
   * The bytes of a file. Graph sends to an address that needs no token; it is followed to that host alone.
   * @param host where the file lies
   * @throws GraphError
   */
  download(path: string, host: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>>;
}

const REQUEST_MS = 10_000;
const ANSWER_BYTES = 4 * 1024 * 1024;
const DOWNLOAD_MS = 120_000;
/** Graph asks those who ask too much to wait; longer than this nobody waits for it. */
const MOST_WAITS = 3;
const MOST_WAIT_MS = 30_000;
const failure = z.object({ error: z.object({ code: z.string() }) });

/**
 * Graph for every issuer that has a credential.
 * @param readFile returns the text of a file, throws where it cannot
 * @throws ConfigError where a credential cannot be read
 */
export function createGraph(
  { signIn }: Pick<Verbund, 'signIn'>,
  { fetch, readFile }: { fetch: Fetch; readFile: (path: string) => string },
): Graph {
  const issuers = signIn.kind === 'issuers' ? signIn.issuers : [];
  const connected = new Map<EntraIssuer, OnBehalf>();
  for (const issuer of issuers) {
    if (issuer.kind !== 'entra' || issuer.credential === null) continue;
    connected.set(issuer, createOnBehalf(issuer, readCredential(issuer.credential, readFile), fetch));
  }
  return {
    reaches: ({ entra }) => entra !== null && connected.has(entra.issuer),
    async open({ token, entra }, permission) {
      const onBehalf = entra === null ? undefined : connected.get(entra.issuer);
      if (entra === null || onBehalf === undefined) throw new GraphError('not-connected');
      const { graph } = entra.issuer;
      const scopes = [`${graph}/${permission}`];
      return sessionOf(graph, await onBehalf.token({ token, tenant: entra.tenant }, scopes), fetch);
    },
  };
}

function sessionOf(graph: string, token: string, fetch: Fetch): GraphSession {
  const authorization = `Bearer ${token}`;

  const ask = (path: string, { signal, headers = {}, bytes = ANSWER_BYTES }: GraphOptions) => {
    const init = { headers: { authorization, accept: 'application/json', ...headers }, signal };
    const limits = { ms: REQUEST_MS, bytes };
    return patiently(() => fetchLimited(fetch, `${graph}${path}`, init, limits), signal);
  };

  return {
    async get(path, schema, options) {
      const { status, text } = await ask(path, options);
      const body = jsonOf(text);
      if (status !== 200) throw new GraphError(faultOf(status, body));
      const parsed = schema.safeParse(body);
      if (!parsed.success) throw new GraphError('unavailable');
      return parsed.data;
    },
    pathOf(link) {
      const url = URL.canParse(link) ? new URL(link) : undefined;
      const isOwn =
        url?.origin === graph &&
        url.username === '' &&
        url.password === '' &&
        url.pathname.startsWith('/v1.0/');
      // It would be sent the person's token.
      if (!isOwn) throw new GraphError('unavailable');
      return `${url.pathname}${url.search}`;
    },
    async download(path, host, signal) {
      const within = AbortSignal.any([signal, AbortSignal.timeout(DOWNLOAD_MS)]);
      const init = { headers: { authorization }, signal: within };
      const sent = await patiently(() => fetched(fetch, `${graph}${path}`, init), within);
      if (sent.status === 200) return bytesOf(sent);
      await sent.body?.cancel();
      if (sent.status !== 302) throw new GraphError(faultOf(sent.status, undefined));
      const direct = await fetched(fetch, directUrl(sent.headers.get('location'), host), { signal: within });
      if (direct.status === 200) return bytesOf(direct);
      await direct.body?.cancel();
      throw new GraphError('unavailable');
    },
  };
}

/** Asks again after the time that Graph asks for, a few times. @throws GraphError for whatever the asking fails with */
async function patiently<T extends Pick<Response, 'status' | 'headers'> & { body?: Response['body'] }>(
  send: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  for (let waits = 0; ; waits++) {
    const answer = await send().catch(() => {
      throw new GraphError('unavailable');
    });
    const wait = waitOf(answer.status, answer.headers);
    if (wait === null || waits === MOST_WAITS) return answer;
    await answer.body?.cancel();
    await pause(wait, signal);
  }
}

async function fetched(fetch: Fetch, url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'manual' });
  } catch {
    throw new GraphError('unavailable');
  }
}

/** @throws GraphError where the answer would lead into our own network, or to anybody else */
function directUrl(location: string | null, host: string): string {
  const url = location !== null && URL.canParse(location) ? new URL(location) : undefined;
  if (url?.protocol !== 'https:' || url.host !== host) throw new GraphError('unavailable');
  return url.href;
}

async function* bytesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  try {
    // Leaving the loop early cancels the answer.
    for await (const part of body) yield part;
  } catch {
    throw new GraphError('unavailable');
  }
}

/** Milliseconds to wait before the same is asked again; null where that would not help. */
function waitOf(status: number, headers: Headers): number | null {
  if (status !== 429 && status !== 503) return null;
  const seconds = Number(headers.get('retry-after') ?? 'none');
  return Number.isFinite(seconds) && seconds >= 0 && seconds * 1e3 <= MOST_WAIT_MS ? seconds * 1e3 : null;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {
    throw new GraphError('unavailable');
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultOf(status: number, body: unknown): GraphError['fault'] {
  if (status === 401) return 'expired';
  if (status === 403) return 'refused';
  if (status === 400) return 'missing';
  if (status !== 404) return 'unavailable';
  // A mailbox on the house's own Exchange server is none that Graph knows.
  const parsed = failure.safeParse(body);
  return parsed.success && parsed.data.error.code.startsWith('Mailbox') ? 'not-connected' : 'missing';
}
