import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { ErrorCode } from '../../contract/errors.ts';
import type { TaskName } from '../../contract/tasks/index.ts';

/**
 * What the house counts about itself. The labels are closed sets (declared routes, tasks, error codes) and the ids of
 * the models; no Kommune, no person, nothing that a caller wrote: the figures of a Kommune are the ledger's, which
 * withholds small ones.
 */
export interface Metrics {
  request(done: { method: string; route: string; status: number; seconds: number }): void;
  /** A stream of a task has begun. */
  streamBegan(): void;
  streamEnded(): void;
  task(done: { task: TaskName; model: string; outcome: 'done' | ErrorCode; seconds: number }): void;
  firstWord(model: string, seconds: number): void;
  modelCall(done: { model: string; outcome: 'done' | ErrorCode; seconds: number }): void;
  retry(model: string): void;
  failover(from: string, why: ErrorCode): void;
  reservation(outcome: 'reserved' | ErrorCode): void;
  transaction(done: { scope: 'kommune' | 'verbund'; outcome: TransactionOutcome; seconds: number }): void;
  /** Has a figure asked for whenever the metrics are read, for example of a pool. */
  watch(gauge: WatchedGauge): void;
  /** Everything in Prometheus' text format, and its media type. */
  read(): Promise<{ type: string; text: string }>;
}

/** How a transaction ended: kept, rolled back by the work itself, or why the database failed. */
export type TransactionOutcome = 'done' | 'rolled-back' | 'unreachable' | 'full' | 'slow' | 'failed';

/** A figure that somebody else knows. */
export type WatchedGauge =
  /** Connections to the database by state. */
  | { name: 'store_connections'; read(): Record<'open' | 'idle' | 'waiting', number> }
  /** Lines of the ledger that wait for a store that was away. */
  | { name: 'ledger_unsettled'; read(): number };

/** More models than this in one house are counted together: a label must not grow without end. */
const MAX_MODELS = 40;
const OTHER_MODEL = '(other)';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']);

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];
const MODEL_SECONDS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 900];
const STORE_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** @param runtime whether event loop, memory and garbage collection of this process are told as well */
export function createMetrics({ runtime }: { runtime: boolean }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (runtime) collectDefaultMetrics({ register: registry });

  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name: `amtsfeder_${name}`, help, labelNames, registers });
  const histogram = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    buckets: number[],
  ) => new Histogram({ name: `amtsfeder_${name}`, help, labelNames, buckets, registers });
  const gauge = (name: string, help: string, labelNames: readonly string[] = [], collect = () => {}) =>
    new Gauge({ name: `amtsfeder_${name}`, help, labelNames, registers, collect });

  const requests = counter('http_requests_total', 'Requests that were answered', [
    'method',
    'route',
    'status',
  ]);
  const requestSeconds = histogram(
    'http_request_seconds',
    'From a request to the end of its answer; a task ends with its stream',
    ['route'],
    REQUEST_SECONDS,
  );
  const streams = gauge('streams_running', 'Tasks that are being streamed at this moment');
  const tasks = counter('tasks_total', 'Tasks that ended', ['task', 'model', 'outcome']);
  const taskSeconds = histogram('task_seconds', 'From a task to its end', ['task'], MODEL_SECONDS);
  const firstWords = histogram(
    'first_word_seconds',
    'From a task to its first word',
    ['model'],
    MODEL_SECONDS,
  );
  const calls = counter('model_calls_total', 'Calls to models, each attempt', ['model', 'outcome']);
  const callSeconds = histogram(
    'model_call_seconds',
    'From asking a model to the end of its answer',
    ['model'],
    MODEL_SECONDS,
  );
  const retries = counter('model_retries_total', 'Calls that the same model was asked again', ['model']);
  const failovers = counter('model_failovers_total', 'Times that another model took over, and why', [
    'from',
    'why',
  ]);
  const reservations = counter('budget_reservations_total', 'Reservations before a call, by how they ended', [
    'outcome',
  ]);
  const transactions = counter('store_transactions_total', 'Transactions by how they ended', [
    'scope',
    'outcome',
  ]);
  const transactionSeconds = histogram(
    'store_transaction_seconds',
    'From asking for a connection to the end of the transaction',
    ['scope'],
    STORE_SECONDS,
  );

  const known = new Set<string>();
  /** No model was asked: an empty label. */
  const modelLabel = (id: string) => {
    if (known.size < MAX_MODELS) known.add(id);
    return known.has(id) ? id : OTHER_MODEL;
  };

  return {
    request({ method, route, status, seconds }) {
      requests.inc({ method: METHODS.has(method) ? method : '(other)', route, status });
      requestSeconds.observe({ route }, seconds);
    },
    streamBegan: () => streams.inc(),
    streamEnded: () => streams.dec(),
    task({ task, model, outcome, seconds }) {
      tasks.inc({ task, model: modelLabel(model), outcome });
      taskSeconds.observe({ task }, seconds);
    },
    firstWord: (model, seconds) => firstWords.observe({ model: modelLabel(model) }, seconds),
    modelCall({ model, outcome, seconds }) {
      calls.inc({ model: modelLabel(model), outcome });
      callSeconds.observe({ model: modelLabel(model) }, seconds);
    },
    retry: (model) => retries.inc({ model: modelLabel(model) }),
    failover: (from, why) => failovers.inc({ from: modelLabel(from), why }),
    reservation: (outcome) => reservations.inc({ outcome }),
    transaction({ scope, outcome, seconds }) {
      transactions.inc({ scope, outcome });
      transactionSeconds.observe({ scope }, seconds);
    },
    watch(watched) {
      if (watched.name === 'ledger_unsettled') {
        const lines = gauge(
          'ledger_unsettled_lines',
          'Finished calls whose cost is not yet in the store',
          [],
          () => lines.set(watched.read()),
        );
      } else {
        const connections = gauge('store_connections', 'Connections to the database', ['state'], () => {
          for (const [state, count] of Object.entries(watched.read())) connections.set({ state }, count);
        });
      }
    },
    async read() {
      return { type: registry.contentType, text: await registry.metrics() };
    },
  };
}
