import type { Ledger } from '../ledger/ledger.ts';
import { TaskError } from '../tasks/errors.ts';
import type { Metrics } from './metrics.ts';

/** A ledger whose reservations are counted. */
export function observedLedger(ledger: Ledger, metrics: Pick<Metrics, 'reservation'>): Ledger {
  return {
    async open(opening) {
      try {
        const line = await ledger.open(opening);
        metrics.reservation('reserved');
        return line;
      } catch (fault) {
        metrics.reservation(fault instanceof TaskError ? fault.code : 'internal');
        throw fault;
      }
    },
    refuse: (entry) => ledger.refuse(entry),
  };
}
