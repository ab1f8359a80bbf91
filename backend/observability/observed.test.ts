import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { errorText } from '../../contract/errors.ts';
import type { TaskEvent } from '../../contract/events.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { ModelInfo } from '../../contract/models.ts';
import type { Opening } from '../ledger/ledger.ts';
import { ask } from '../models/ask.ts';
import { ModelError } from '../models/model.ts';
import { conversationOf } from '../models/testing/samples.ts';
import { type Store, StoreError } from '../store/store.ts';
import { TaskError } from '../tasks/errors.ts';
import { fakeModel, saying, sayingThenSilent } from '../testing/fake-model.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { observedCalls } from './observed-calls.ts';
import { observedLedger } from './observed-ledger.ts';
import { observedStore } from './observed-store.ts';
import { observedTask } from './observed-task.ts';
import { recordSpans } from './testing/recorded-spans.ts';
import { createTracing, type Tracing } from './tracing.ts';

const first: ModelInfo = { id: 'first', label: 'Erstes', provider: 'openai', place: 'extern' };
const second: ModelInfo = { ...first, id: 'second', label: 'Zweites' };

let recording: ReturnType<typeof recordSpans>;
let tracing: Tracing;
let metrics: Metrics;

beforeEach(() => {
  recording = recordSpans();
  // A tracer stays with the SDK that was there first.
  tracing = createTracing();
  metrics = createMetrics({ runtime: false });
});
afterEach(() => recording.stop());

/** The lines of the metrics that count something. */
async function figures(): Promise<string[]> {
  const { text } = await metrics.read();
  return text.split('\n').filter((line) => /^amtsfeder_\w+(_total|_count|_running)\b.* [1-9]/.test(line));
}

const start: TaskEvent = { type: 'start', version: CONTRACT_VERSION, task: 'note', model: first };
const failed = (code: 'internal' | 'model_busy'): TaskEvent => ({
  type: 'error',
  code,
  message: errorText(code),
  again: true,
});

describe('a task', () => {
  async function run(...events: TaskEvent[]): Promise<TaskEvent[]> {
    const seen: TaskEvent[] = [];
    for await (const event of observedTask('note', () => from(events), { metrics, tracing })) {
      seen.push(event);
    }
    return seen;
  }

  async function* from(events: TaskEvent[]): AsyncGenerator<TaskEvent> {
    for (const event of events) yield await Promise.resolve(event);
  }

  it('that another model took over is counted under the one that answered', async () => {
    const result = { task: 'note', text: 'Gut.', gaps: [], checks: [] } as never;
    const events: TaskEvent[] = [
      start,
      { type: 'progress', step: 'retry', model: first, inMs: 500 },
      { type: 'progress', step: 'failover', from: first, model: second, why: 'model_busy' },
      { type: 'text', text: 'Gu' },
      { type: 'text', text: 't.' },
      { type: 'done', model: second, result },
    ];
    expect(await run(...events)).toEqual(events);
    expect(await figures()).toEqual([
      'amtsfeder_tasks_total{task="note",model="second",outcome="done"} 1',
      'amtsfeder_task_seconds_count{task="note"} 1',
      'amtsfeder_first_word_seconds_count{model="second"} 1',
      'amtsfeder_model_retries_total{model="first"} 1',
      'amtsfeder_model_failovers_total{from="first",why="model_busy"} 1',
    ]);
    expect(recording.spans).toMatchObject([
      {
        name: 'task',
        attributes: { 'amtsfeder.task': 'note', 'gen_ai.request.model': 'second' },
        events: ['prepared', 'retry', 'failover', 'first word'],
        failed: false,
        ended: true,
      },
    ]);
  });

  it.each([
    ['model_busy', false],
    ['internal', true],
  ] as const)('that ends with %s says so', async (code, isOurs) => {
    await run(start, failed(code));
    expect(await figures()).toContain(`amtsfeder_tasks_total{task="note",model="first",outcome="${code}"} 1`);
    expect(recording.spans).toMatchObject([{ failed: isOurs, attributes: { 'error.type': code } }]);
  });

  it('that was refused before any model was chosen has none', async () => {
    await run(failed('internal'));
    expect(await figures()).toContain('amtsfeder_tasks_total{task="note",model="",outcome="internal"} 1');
  });

  it('is running while it is read, and stopped where its reader leaves', async () => {
    const inner = from([start, { type: 'text', text: 'Gu' }, { type: 'text', text: 't.' }]);
    for await (const event of observedTask('note', () => inner, { metrics, tracing })) {
      if (event.type !== 'text') continue;
      expect(await figures()).toContain('amtsfeder_streams_running 1');
      break;
    }
    expect(await figures()).toEqual(
      expect.arrayContaining(['amtsfeder_tasks_total{task="note",model="first",outcome="stopped"} 1']),
    );
    expect(await figures()).not.toContain('amtsfeder_streams_running 1');
    expect(await inner.next()).toEqual({ done: true, value: undefined });
  });

  it('is the parent of the calls that are made for it', async () => {
    async function* asking(): AsyncGenerator<TaskEvent> {
      yield start;
      await Promise.resolve();
      tracing.begin('model call', {}).end({}, false);
      yield failed('internal');
    }
    await drained(observedTask('note', asking, { metrics, tracing }));
    const [task, call] = recording.spans;
    expect(call?.parentSpanId).toBe(task?.spanId);
  });
});

describe('calls to models', () => {
  const options = {
    retries: 1,
    random: () => 0,
    limits: { connect: 50, firstToken: 50, idle: 50, total: 500 },
  };

  async function outcomes(...models: ReturnType<typeof fakeModel>[]) {
    const watch = observedCalls(metrics, tracing);
    const clock = { now: () => performance.now(), after: later };
    const asked = ask(models, conversationOf('Bitte.'), new AbortController().signal, {
      ...options,
      clock,
      watch,
    });
    try {
      await drained(asked);
    } catch (fault) {
      if (!(fault instanceof ModelError)) throw fault;
    }
    return (await figures()).filter((line) => line.startsWith('amtsfeder_model_calls_total'));
  }

  // Pauses between attempts are cut short.
  function later(ms: number, act: () => void): () => void {
    const timer = setTimeout(act, Math.min(ms, 50));
    return () => clearTimeout(timer);
  }

  it('are counted for each attempt, with what came of it', async () => {
    let attempts = 0;
    const busyOnce = fakeModel(() => {
      attempts += 1;
      if (attempts === 1) throw new ModelError('model_busy');
      return saying('Gut.');
    }, first);
    expect(await outcomes(busyOnce)).toEqual([
      'amtsfeder_model_calls_total{model="first",outcome="model_busy"} 1',
      'amtsfeder_model_calls_total{model="first",outcome="done"} 1',
    ]);
    expect(recording.spans).toMatchObject([
      { name: 'model call', failed: true, ended: true, attributes: { 'error.type': 'model_busy' } },
      { name: 'model call', failed: false, ended: true, attributes: { 'gen_ai.request.model': 'first' } },
    ]);
  });

  it('that the guard broke off tell its reason', async () => {
    const stalled = fakeModel((_conversation, signal) => sayingThenSilent('Gu', signal), first);
    expect(await outcomes(stalled)).toEqual([
      'amtsfeder_model_calls_total{model="first",outcome="model_stalled"} 1',
    ]);
  });

  it('that nobody waits for any more were stopped', async () => {
    const asked = ask(
      [fakeModel(() => saying('Gu', 't.'), first)],
      conversationOf('Bitte.'),
      new AbortController().signal,
      {
        watch: observedCalls(metrics, tracing),
      },
    );
    for await (const answer of asked) if (answer.type === 'text') break;
    expect(await figures()).toContain('amtsfeder_model_calls_total{model="first",outcome="stopped"} 1');
    expect(recording.spans).toMatchObject([{ ended: true, failed: false }]);
  });
});

describe('transactions', () => {
  const store = (within: Store['within']): Store => ({
    within,
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
  });

  it.each([
    ['done', undefined, false],
    ['rolled-back', new TaskError('budget_exhausted'), false],
    ['unreachable', new StoreError('unreachable', false, undefined), true],
    ['full', new StoreError('full', false, undefined), true],
  ] as const)('are counted as %s', async (outcome, fault, isFailed) => {
    const observed = observedStore(
      store(async (_scope, work) => {
        if (fault) throw fault;
        return work(undefined as never);
      }),
      metrics,
      tracing,
    );
    const working = observed.within({ kommune: 'lk-kusel' }, () => Promise.resolve('worked'));
    if (fault) await expect(working).rejects.toBe(fault);
    else expect(await working).toBe('worked');
    expect(await figures()).toContain(
      `amtsfeder_store_transactions_total{scope="kommune",outcome="${outcome}"} 1`,
    );
    expect(recording.spans).toMatchObject([{ name: 'store transaction', ended: true, failed: isFailed }]);
    expect(JSON.stringify([recording.spans, await figures()])).not.toContain('lk-kusel');
  });
});

describe('reservations', () => {
  const opening: Opening = { task: 'note', models: [first], inputTokens: 1, outputTokens: 1 };
  const line = { models: ['first'], close: () => Promise.resolve({ costMicroEuro: 1 }) };

  it.each([
    ['reserved', () => Promise.resolve(line)],
    ['budget_exhausted', () => Promise.reject(new TaskError('budget_exhausted'))],
    ['store_unavailable', () => Promise.reject(new TaskError('store_unavailable'))],
    ['internal', () => Promise.reject(new Error('?'))],
  ])('are counted as %s', async (outcome, open) => {
    const ledger = observedLedger({ open, refuse: () => Promise.resolve() }, metrics);
    await ledger.open(opening).catch(() => undefined);
    expect(await figures()).toEqual([`amtsfeder_budget_reservations_total{outcome="${outcome}"} 1`]);
  });
});

async function drained(events: AsyncGenerator<unknown>): Promise<void> {
  while (!(await events.next()).done);
}
