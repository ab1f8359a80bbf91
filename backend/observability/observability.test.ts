import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import express, { json, type Express } from 'express';
import { pino } from 'pino';
import supertest from 'supertest';
import { problemHandler } from '../http/problem.ts';
import { createMetrics } from './metrics.ts';
import { createObservability, type Observability, watchRequests } from './observability.ts';
import { recordSpans, type RecordedSpan } from './testing/recorded-spans.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const GIVEN = '0198f6d2-7e11-7abc-8def-0123456789ab';
const SECRET = 'Zyklamena-Quittenbaum';

let recording: ReturnType<typeof recordSpans>;
let spans: RecordedSpan[];
let lines: Record<string, unknown>[];
let watching: Observability;
let app: Express;

beforeEach(() => {
  recording = recordSpans();
  ({ spans } = recording);
  lines = [];
  const { scope, tracing } = createObservability('silent', { runtime: false });
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>);
      done();
    },
  });
  const log = pino(
    { level: 'debug', base: null, mixin: () => ({ requestId: scope.current(), traceId: tracing.traceId() }) },
    sink,
  );
  watching = { scope, tracing, log, metrics: createMetrics({ runtime: false }) };
  app = express()
    .use(
      watchRequests(watching, [
        { method: 'post', path: '/tasks/:task' },
        { method: 'get', path: '/broken/:id' },
      ]),
    )
    .post('/api/tasks/:task', json(), async (_request, response) => {
      await sleep(1);
      log.info('in the middle');
      setImmediate(() => response.json({}));
    })
    .get('/api/broken/:id', () => {
      throw new Error(SECRET);
    })
    .use(problemHandler(() => log.error('failed')));
});

afterEach(() => recording.stop());

const post = (headers: Record<string, string> = {}) =>
  supertest(app).post(`/api/tasks/${SECRET}?${SECRET}`).set(headers).send({ text: SECRET });

describe('a request', () => {
  it('gets an id that it is told and that each of its lines has', async () => {
    const [first, second] = await Promise.all([post(), post()]);
    const ids = [first, second].map(({ headers }) => headers['x-request-id'] as string);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) {
      expect(id).toMatch(UUID);
      const own = lines.filter(({ requestId }) => requestId === id);
      expect(own.map(({ msg }) => msg)).toEqual(['in the middle', 'request completed']);
    }
    expect(lines).toHaveLength(4);
  });

  it('keeps the id that a proxy gave it', async () => {
    const answer = await post({ 'x-request-id': GIVEN.toUpperCase() });
    expect(answer.headers['x-request-id']).toBe(GIVEN);
    expect(lines.map(({ requestId }) => requestId)).toEqual([GIVEN, GIVEN]);
  });

  it.each([SECRET, `${GIVEN} ${SECRET}`, `${GIVEN}0`, '', '0'.repeat(36)])(
    'keeps no id that is none: %j',
    async (given) => {
      const answer = await post({ 'x-request-id': given });
      expect(answer.headers['x-request-id']).toMatch(UUID);
      expect(JSON.stringify(lines)).not.toContain(SECRET);
    },
  );

  it('is written down with its route and nothing of the caller', async () => {
    await post({ cookie: SECRET, authorization: `Bearer ${SECRET}`, 'user-agent': SECRET });
    await supertest(app).get(`/api/broken/${SECRET}`);
    await supertest(app).get(`/${SECRET}`);
    const written = lines.filter(({ req }) => req !== undefined);
    expect(written.map(({ req, res, level }) => ({ req, res, level }))).toEqual([
      { req: { method: 'POST', route: '/api/tasks/:task' }, res: { status: 200 }, level: 20 },
      { req: { method: 'GET', route: '/api/broken/:id' }, res: { status: 500 }, level: 50 },
      { req: { method: 'GET', route: '(other)' }, res: { status: 404 }, level: 40 },
    ]);
    const { text } = await watching.metrics.read();
    expect(text).toContain(
      'amtsfeder_http_requests_total{method="GET",route="/api/broken/:id",status="500"} 1',
    );
    expect(`${JSON.stringify(lines)}${JSON.stringify(spans)}${text}`).not.toContain(SECRET);
  });

  it('whose client left before its answer is counted so', async () => {
    let over = () => {};
    const isOver = new Promise<void>((resolve) => (over = resolve));
    const leaving = new AbortController();
    const slow = express()
      .use(watchRequests(watching, [{ method: 'get', path: '/slow' }]))
      .get('/api/slow', (_request, response) => {
        response.once('close', over);
        leaving.abort();
      })
      .listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const { port } = slow.address() as AddressInfo;
    await expect(fetch(`http://127.0.0.1:${port}/api/slow`, { signal: leaving.signal })).rejects.toThrow();
    await isOver;
    slow.close();
    const { text } = await watching.metrics.read();
    expect(text).toContain('amtsfeder_http_requests_total{method="GET",route="/api/slow",status="499"} 1');
  });
});

describe('the span of a request', () => {
  it('is the parent of what is done for it, and stands in its lines', async () => {
    app.get('/api/inner', async (_request, response) => {
      await sleep(1);
      watching.tracing.begin('task', { 'amtsfeder.task': 'reply' }).end({}, false);
      response.json({});
    });
    await supertest(app).get('/api/inner');
    const [request, task] = spans;
    expect(request).toMatchObject({
      name: 'request',
      parentSpanId: undefined,
      ended: true,
      failed: false,
      attributes: { 'http.request.method': 'GET', 'http.response.status_code': 200 },
    });
    expect(task).toMatchObject({ name: 'task', parentSpanId: request?.spanId, traceId: request?.traceId });
  });

  it('continues the trace of a caller', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await post({ traceparent, baggage: `text=${SECRET}`, tracestate: `a=${SECRET}` });
    expect(spans[0]).toMatchObject({
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
      parentSpanId: '00f067aa0ba902b7',
      attributes: { 'http.route': '/api/tasks/:task' },
    });
    expect(lines[0]?.traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(JSON.stringify(spans)).not.toContain(SECRET);
  });

  it.each([SECRET, `00-${'0'.repeat(31)}-00f067aa0ba902b7-01`])(
    'takes no trace that is none: %s',
    async (traceparent) => {
      await post({ traceparent });
      expect(spans[0]?.parentSpanId).toBeUndefined();
    },
  );

  it('that failed says so', async () => {
    await supertest(app).get('/api/broken/1');
    expect(spans[0]).toMatchObject({ failed: true, attributes: { 'http.response.status_code': 500 } });
  });
});

it('a line outside of any request has no id', () => {
  watching.log.info('start');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toHaveProperty('requestId');
});
