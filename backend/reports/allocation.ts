import type { KommuneId } from '../../contract/identity.ts';
import type {
  AllocatedItem,
  AllocationKey,
  AllocationReport,
  Month,
  ReportPlan,
} from '../../contract/reports.ts';
import { apportion } from './apportion.ts';
import { centsIn } from './months.ts';
import { centsOf } from './views.ts';

/** A Kommune as costs are divided. */
export interface Sharer {
  kommune: KommuneId;
  inhabitants: number;
  /** What its calls cost in those months, in pico-euro. Told exactly, however few persons: it is what it owes. */
  picoEuro: bigint;
}

/** What is divided. */
export interface Costs {
  /** Those that are over: what a running one costs is not known yet. */
  months: readonly Month[];
  plan: ReportPlan;
  sharers: readonly Sharer[];
  /** Divides everything by this key instead of those of the plan. */
  key?: AllocationKey | undefined;
}

export type Allocation = Pick<AllocationReport, 'items' | 'shares'>;

/**
 * Divides the cost of the models and the positions of the plan among the Kommunen, in cents. Each item is divided by the
 * largest remainder method (Hare/Niemeyer), so that the shares of an item add up to it, and so do the totals.
 * An item that its key cannot divide is left undivided and says so.
 */
export function allocate({ months, plan, sharers, key }: Costs): Allocation {
  const spent = sharers.reduce((sum, sharer) => sum + sharer.picoEuro, 0n);
  const costs = [
    { title: 'Sprachmodelle', cents: centsOf(spent), key: key ?? plan.modelKey },
    ...plan.positions.map((position) => ({
      title: position.title,
      cents: months.reduce((sum, month) => sum + centsIn(month, position), 0),
      key: key ?? position.key,
    })),
  ];
  const divided = costs.map((cost) => {
    const parts = apportion(BigInt(cost.cents), weightsOf(cost.key, plan, sharers));
    const state = parts === null ? ('undivided' as const) : ('divided' as const);
    return { item: { ...cost, state } satisfies AllocatedItem, parts };
  });
  return {
    items: divided.map(({ item }) => item),
    shares: sharers.map(({ kommune }, index) => {
      const cents = divided.map(({ parts }) => Number(parts?.[index] ?? 0n));
      return { kommune, cents, total: cents.reduce((sum, part) => sum + part, 0) };
    }),
  };
}

function weightsOf(key: AllocationKey, plan: ReportPlan, sharers: readonly Sharer[]): bigint[] {
  return sharers.map((sharer) => {
    switch (key) {
      case 'use':
        return sharer.picoEuro;
      case 'inhabitants':
        return BigInt(sharer.inhabitants);
      case 'fixed':
        return BigInt(plan.shares.find(({ kommune }) => kommune === sharer.kommune)?.weight ?? 0);
    }
  });
}
