import type { KommuneId } from '../../../contract/identity.ts';
import { type Act, recordAct } from '../audit.store.ts';
import { scopeOf } from '../chain.store.ts';
import type { Store } from '../../store/store.ts';

/** Somebody who may administrate. */
export const erika = {
  kind: 'person',
  id: 'entra t1 o1',
  name: 'Erika Probe',
  kommune: 'lk-kusel',
} as const;

/** An act of Erika's. */
export function someAct(kommune: KommuneId | null, more: Partial<Act> = {}): Act {
  return {
    actor: erika,
    kommune,
    kind: 'policy.changed',
    subject: 'limits.personPerMinute',
    details: { before: 20, after: 30, locked: false, note: null },
    reason: 'Mehr Anfragen in der Probezeit',
    ...more,
  };
}

/** Records acts one after the other, each in a transaction of its own. */
export async function recordAll(store: Store, acts: readonly Act[]): Promise<void> {
  for (const act of acts) await store.within(scopeOf(act.kommune), (db) => recordAct(db, act));
}

/** Records so many acts that differ. */
export async function recordSome(store: Store, kommune: KommuneId | null, count: number): Promise<void> {
  const acts = Array.from({ length: count }, (_, index) =>
    someAct(kommune, {
      subject: `subject ${index}`,
      details: { index },
      actor: index % 2 === 0 ? erika : { kind: 'operator' },
    }),
  );
  await recordAll(store, acts);
}
