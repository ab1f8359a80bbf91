import { randomUUID } from 'node:crypto';
import type { RunEvent } from '../../../contract/agents/run.ts';
import type { Person } from '../../identity/person.ts';
import { StoreError } from '../../store/store.ts';
import { type CarryParts, carryOn, type Held, type LeaveReason } from './carry.ts';
import { type Hub, withText } from './hub.ts';
import { openRun } from './record.ts';
import { keepHold, LeaseLost, letGo, renewRuns, type RunRow, settleRun, takeRun } from './runs.store.ts';
import { SealBroken } from './seal.ts';
import { stepsOf } from './steps.store.ts';

/** The runs that this process carries on. */
export interface Carrier {
  /** Id of this process. */
  readonly holder: string;
  /** Carries a run on unless somebody does already. @param key pseudonym of the person */
  wake(person: Person, key: string, id: string): void;
  carries(id: string): boolean;
  /** What somebody who begins to listen has missed; empty where nothing is known. */
  missed(id: string): RunEvent[];
  /** Has it left, and waits until it is. */
  leave(id: string, why: LeaveReason): Promise<void>;
  readonly draining: boolean;
  /** Begins no further step. */
  drain(): void;
  /** Breaks off what runs; it goes on when its person comes back. */
  close(): Promise<void>;
}

export interface CarrierParts extends CarryParts {
  hub: Hub;
}

interface Carried {
  leaving: AbortController;
  over: Promise<void>;
  /** Somebody wanted it carried on while it was about to end. */
  again: (() => void) | null;
  seen: RunEvent[];
}

export function createCarrier(parts: CarrierParts): Carrier {
  const { store, times, hub, report } = parts;
  const holder = randomUUID();
  const carried = new Map<string, Carried>();
  let draining = false;
  let renewing: NodeJS.Timeout | undefined;

  async function carry(person: Person, key: string, id: string, one: Carried): Promise<void> {
    const hold = { id, holder };
    const within = <T>(work: Parameters<typeof store.within<T>>[1]) =>
      store.within({ kommune: person.kommune }, work);
    let row: RunRow | null = null;
    try {
      row = await within((db) => takeRun(db, hold, key, times.leaseMs));
      if (row === null) return;
      const steps = await within((db) => stepsOf(db, id));
      const held: Held = {
        ...hold,
        run: openRun(row, steps, parts.seals),
        person,
        leaving: one.leaving,
        isDraining: () => draining,
        tell(event) {
          one.seen = event.type === 'run' ? [event] : withText(one.seen, event);
          hub.tell(id, event);
        },
      };
      await carryOn(held, parts);
    } catch (fault) {
      if (fault instanceof LeaseLost) return;
      report(fault);
      if (row === null) return;
      await within(async (db) => {
        if (fault instanceof StoreError) return letGo(db, hold);
        await keepHold(db, hold);
        const code = fault instanceof SealBroken ? 'run_unreadable' : 'internal';
        await settleRun(db, id, { state: 'failed', fault: code });
      }).catch((another: unknown) => {
        if (!(another instanceof LeaseLost)) report(another);
      });
    }
  }

  async function renew(): Promise<void> {
    // Those that are taken meanwhile have a fresh lease.
    const asked = [...carried].filter(([, { seen }]) => seen.length > 0);
    const ids = asked.map(([id]) => id);
    if (ids.length === 0) return;
    const renewed = await store.within('verbund', (db) => renewRuns(db, holder, ids, times.leaseMs));
    for (const [id, { leaving }] of asked) {
      const held = renewed.find((one) => one.id === id);
      if (held === undefined) leaving.abort('lost' satisfies LeaveReason);
      else if (held.stopAsked) leaving.abort('stopped' satisfies LeaveReason);
    }
  }

  return {
    holder,
    wake: function wake(person, key, id) {
      if (draining) return;
      const there = carried.get(id);
      if (there !== undefined) {
        there.again = () => wake(person, key, id);
        return;
      }
      const one: Carried = { leaving: new AbortController(), over: Promise.resolve(), again: null, seen: [] };
      carried.set(id, one);
      renewing ??= setInterval(() => void renew().catch(() => undefined), times.renewMs).unref();
      one.over = carry(person, key, id, one).finally(() => {
        carried.delete(id);
        if (carried.size === 0) {
          clearInterval(renewing);
          renewing = undefined;
        }
        one.again?.();
      });
    },
    carries: (id) => carried.has(id),
    missed: (id) => carried.get(id)?.seen ?? [],
    async leave(id, why) {
      const one = carried.get(id);
      one?.leaving.abort(why);
      await one?.over;
    },
    get draining() {
      return draining;
    },
    drain() {
      draining = true;
    },
    async close() {
      draining = true;
      const all = [...carried.values()];
      for (const { leaving } of all) leaving.abort('shutting_down' satisfies LeaveReason);
      await Promise.all(all.map(({ over }) => over));
    },
  };
}
