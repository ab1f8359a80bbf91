import { type Store, StoreError } from '../store/store.ts';
import type { Metrics, TransactionOutcome } from './metrics.ts';
import type { Tracing } from './tracing.ts';

/** A store whose transactions are counted, timed and traced: without their SQL, their values and the Kommune. */
export function observedStore(
  store: Store,
  metrics: Pick<Metrics, 'transaction'>,
  tracing: Pick<Tracing, 'begin'>,
): Store {
  return {
    async within(scope, work) {
      const kind = scope === 'verbund' ? 'verbund' : 'kommune';
      const begun = performance.now();
      const span = tracing.begin('store transaction', { 'amtsfeder.scope': kind });
      let outcome: TransactionOutcome = 'done';
      try {
        return await span.within(() => store.within(scope, work));
      } catch (fault) {
        outcome = fault instanceof StoreError ? fault.why : 'rolled-back';
        throw fault;
      } finally {
        metrics.transaction({ scope: kind, outcome, seconds: (performance.now() - begun) / 1000 });
        const failed = outcome !== 'done' && outcome !== 'rolled-back';
        span.end(outcome === 'done' ? {} : { 'error.type': outcome }, failed);
      }
    },
    check: () => store.check(),
    close: () => store.close(),
  };
}
