import type { DeskStore } from '../workspace/desk-store.ts';
import { setProvenances } from '../workspace/desk.ts';
import { HostError, type Provenances } from './host.ts';

/** The marks of the document on the desk; they leave the workspace when it is saved. */
export function browserProvenances(desk: DeskStore): Provenances {
  return {
    async read() {
      const { document } = desk.current();
      if (!document) throw new HostError('nothing-open');
      return document.provenances;
    },
    async write(all) {
      if (!desk.current().document) return { status: 'failed', why: 'nothing-open' };
      desk.change((now) => setProvenances(now, all));
      return { status: 'done' };
    },
  };
}
