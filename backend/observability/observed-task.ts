import type { ErrorCode } from '../../contract/errors.ts';
import type { TaskEvent } from '../../contract/events.ts';
import type { TaskName } from '../../contract/tasks/index.ts';
import type { Metrics } from './metrics.ts';
import type { OpenSpan, Tracing } from './tracing.ts';

export interface TaskObservers {
  metrics: Pick<Metrics, 'streamBegan' | 'streamEnded' | 'task' | 'firstWord' | 'retry' | 'failover'>;
  tracing: Pick<Tracing, 'begin'>;
}

/** Hands on the events of a task and counts what they tell. What is done for each of them belongs to the task's span. */
export async function* observedTask(
  task: TaskName,
  run: () => AsyncGenerator<TaskEvent>,
  { metrics, tracing }: TaskObservers,
): AsyncGenerator<TaskEvent> {
  const begun = performance.now();
  const secondsSince = () => (performance.now() - begun) / 1000;
  const span = tracing.begin('task', { 'amtsfeder.task': task });
  const seen = createSeen(metrics, span, secondsSince);
  metrics.streamBegan();
  const events = span.within(run);
  try {
    for (;;) {
      // Not `for await`: each step has to run inside the span.
      const { done, value } = await span.within(() => events.next());
      if (done) return;
      seen.see(value);
      yield value;
    }
  } finally {
    const { model, outcome } = seen.ended();
    metrics.streamEnded();
    metrics.task({ task, model, outcome, seconds: secondsSince() });
    span.end(
      { 'gen_ai.request.model': model, ...(outcome !== 'done' && { 'error.type': outcome }) },
      outcome === 'internal',
    );
    await events.return(undefined);
  }
}

function createSeen(metrics: TaskObservers['metrics'], span: OpenSpan, secondsSince: () => number) {
  let model = '';
  // Whoever leaves a stream before its last event has stopped it.
  let outcome: 'done' | ErrorCode = 'stopped';
  let isWriting = false;
  return {
    ended: () => ({ model, outcome }),
    see(event: TaskEvent): void {
      switch (event.type) {
        case 'start':
          model = event.model.id;
          span.event('prepared');
          break;
        case 'progress':
          switch (event.step) {
            case 'retry':
              metrics.retry(event.model.id);
              span.event('retry');
              break;
            case 'failover':
              metrics.failover(event.from.id, event.why);
              model = event.model.id;
              span.event('failover');
              break;
            case 'section':
              span.event('part read');
              break;
          }
          break;
        case 'text':
          if (!isWriting) {
            isWriting = true;
            metrics.firstWord(model, secondsSince());
            span.event('first word');
          }
          break;
        case 'done':
          outcome = 'done';
          break;
        case 'error':
          outcome = event.code;
          break;
        case 'sent':
        case 'sources':
        case 'statement':
        case 'usage':
          break;
      }
    },
  };
}
