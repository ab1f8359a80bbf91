import { afterEach, describe, expect, it } from '@jest/globals';
import { ConfigError } from '../config.ts';
import { createMetrics } from './metrics.ts';
import { type MetricsServer, startMetricsServer } from './metrics-server.ts';
import { readMetricsSettings } from './read-settings.ts';

describe('metrics', () => {
  it('count requests by route, tasks and calls by model and outcome', async () => {
    const metrics = createMetrics({ runtime: false });
    metrics.request({ method: 'POST', route: '/api/tasks/:task', status: 200, seconds: 0.2 });
    metrics.request({ method: 'BREW', route: '(other)', status: 404, seconds: 0.001 });
    metrics.streamBegan();
    metrics.streamBegan();
    metrics.streamEnded();
    metrics.task({ task: 'reply', model: 'haus', outcome: 'done', seconds: 3 });
    metrics.firstWord('haus', 0.4);
    metrics.modelCall({ model: 'haus', outcome: 'model_busy', seconds: 0.1 });
    metrics.retry('haus');
    metrics.failover('haus', 'model_busy');
    metrics.reservation('budget_exhausted');
    metrics.transaction({ scope: 'kommune', outcome: 'done', seconds: 0.003 });
    metrics.watch({ name: 'ledger_unsettled', read: () => 4 });
    metrics.watch({ name: 'store_connections', read: () => ({ open: 5, idle: 3, waiting: 1 }) });
    const { text } = await metrics.read();
    const lines = text.split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'amtsfeder_http_requests_total{method="POST",route="/api/tasks/:task",status="200"} 1',
        'amtsfeder_http_requests_total{method="(other)",route="(other)",status="404"} 1',
        'amtsfeder_streams_running 1',
        'amtsfeder_tasks_total{task="reply",model="haus",outcome="done"} 1',
        'amtsfeder_first_word_seconds_count{model="haus"} 1',
        'amtsfeder_model_calls_total{model="haus",outcome="model_busy"} 1',
        'amtsfeder_model_retries_total{model="haus"} 1',
        'amtsfeder_model_failovers_total{from="haus",why="model_busy"} 1',
        'amtsfeder_budget_reservations_total{outcome="budget_exhausted"} 1',
        'amtsfeder_store_transactions_total{scope="kommune",outcome="done"} 1',
        'amtsfeder_ledger_unsettled_lines 4',
        'amtsfeder_store_connections{state="waiting"} 1',
      ]),
    );
  });

  it('tell of the process where they are asked to', async () => {
    const { text } = await createMetrics({ runtime: true }).read();
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
    expect(text).toMatch(/^process_resident_memory_bytes /m);
  });

  it('do not grow with the number of models', async () => {
    const metrics = createMetrics({ runtime: false });
    for (let number = 0; number < 500; number += 1) metrics.retry(`model-${number}`);
    const { text } = await metrics.read();
    const lines = text.split('\n').filter((line) => line.startsWith('amtsfeder_model_retries_total{'));
    expect(lines).toHaveLength(41);
    expect(lines).toContain('amtsfeder_model_retries_total{model="(other)"} 460');
  });
});

describe('the port of the metrics', () => {
  const token = 'a-token-that-is-long-enough-1';
  let server: MetricsServer | undefined;
  afterEach(() => server?.close());

  const ask = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server?.port}${path}`, init);

  it('answers on loopback without a token, and nothing but the metrics', async () => {
    server = await startMetricsServer(
      { host: '127.0.0.1', port: 0, token: null },
      createMetrics({ runtime: false }),
    );
    const answer = await ask('/metrics');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(await answer.text()).toContain('amtsfeder_streams_running 0');
    expect((await ask('/')).status).toBe(404);
    expect((await ask('/metrics', { method: 'POST' })).status).toBe(404);
  });

  it.each([
    ['none', undefined, 401],
    ['another', `Bearer ${token}x`, 401],
    ['another way', `Basic ${token}`, 401],
    ['the right one', `Bearer ${token}`, 200],
  ])('asks for its token: %s', async (_name, authorization, status) => {
    server = await startMetricsServer(
      { host: '127.0.0.1', port: 0, token },
      createMetrics({ runtime: false }),
    );
    const answer = await ask('/metrics', authorization === undefined ? {} : { headers: { authorization } });
    expect(answer.status).toBe(status);
  });

  it('that is taken is a fault of the configuration', async () => {
    const metrics = createMetrics({ runtime: false });
    server = await startMetricsServer({ host: '127.0.0.1', port: 0, token: null }, metrics);
    const again = startMetricsServer({ host: '127.0.0.1', port: server.port, token: null }, metrics);
    await expect(again).rejects.toThrow('AMTSFEDER_METRICS_PORT: cannot listen (EADDRINUSE)');
  });
});

describe('the settings of the metrics', () => {
  const read = (env: Record<string, string>, file = '') => readMetricsSettings(env, () => file);

  it('serve nothing where no port is named', () => {
    expect(read({ AMTSFEDER_METRICS_PORT: '' })).toBeNull();
  });

  it('are loopback and without a token where nothing else is said', () => {
    expect(read({ AMTSFEDER_METRICS_PORT: '9464' })).toEqual({ host: '127.0.0.1', port: 9464, token: null });
  });

  it('take a token from a file', () => {
    const env = {
      AMTSFEDER_METRICS_PORT: '9464',
      AMTSFEDER_METRICS_HOST: '0.0.0.0',
      AMTSFEDER_METRICS_TOKEN_FILE: 'token',
    };
    expect(read(env, 'a-token-that-is-long-enough-1\n')).toEqual({
      host: '0.0.0.0',
      port: 9464,
      token: 'a-token-that-is-long-enough-1',
    });
    expect(() => read(env, 'short')).toThrow(/needs at least 24 characters/);
  });

  it.each([
    [{ AMTSFEDER_METRICS_PORT: '70000' }, /^AMTSFEDER_METRICS_PORT: /],
    [{ AMTSFEDER_METRICS_PORT: '9464', AMTSFEDER_METRICS_HOST: 'metrics.example' }, /must be an IP address/],
    [{ AMTSFEDER_METRICS_PORT: '9464', AMTSFEDER_METRICS_HOST: '0.0.0.0' }, /TOKEN_FILE: is needed/],
  ])('that are wrong are refused: %j', (env, message) => {
    expect(() => read(env)).toThrow(ConfigError);
    expect(() => read(env)).toThrow(message);
  });

  it('do not repeat a file that cannot be read', () => {
    const env = { AMTSFEDER_METRICS_PORT: '9464', AMTSFEDER_METRICS_TOKEN_FILE: '/secret/place' };
    const missing = () => {
      throw new Error('ENOENT /secret/place');
    };
    expect(() => readMetricsSettings(env, missing)).toThrow(
      'AMTSFEDER_METRICS_TOKEN_FILE: the file cannot be read',
    );
  });
});
