import type { ErrorCode } from '../../contract/errors.ts';
import type { ModelInfo } from '../../contract/models.ts';
import type { Metrics } from './metrics.ts';
import type { Tracing } from './tracing.ts';

/** Counts the calls to models; `AskOptions.watch`. */
export function observedCalls(metrics: Pick<Metrics, 'modelCall'>, tracing: Pick<Tracing, 'begin'>) {
  return ({ id }: ModelInfo) => {
    const begun = performance.now();
    const span = tracing.begin('model call', { 'gen_ai.request.model': id });
    return (outcome: 'done' | ErrorCode) => {
      metrics.modelCall({ model: id, outcome, seconds: (performance.now() - begun) / 1000 });
      const failed = outcome !== 'done' && outcome !== 'stopped';
      span.end(failed ? { 'error.type': outcome } : {}, failed);
    };
  };
}
