import type { KommuneId } from '../../contract/identity.ts';
import type { ComparisonReport, Month, ReferencePosition, ReportPlan } from '../../contract/reports.ts';
import { type Costs, allocate } from './allocation.ts';
import { centsIn } from './months.ts';

/** Persons of a Kommune by month, where they may be told. */
export type CountedPersons = (kommune: KommuneId, month: Month) => number | null;

export type Comparison = Pick<ComparisonReport, 'kommunen' | 'total'>;

type Figures = ComparisonReport['total'];

/**
 * What the same use would cost elsewhere by the positions of the Vergleichsrechnung, against what it costs here: the
 * share of the Kommune in models and platform. Contributions (negative positions) are left out on our side, as funding
 * makes nothing cheaper.
 */
export function compare(costs: Costs, persons: CountedPersons): Comparison {
  const plan = { ...costs.plan, positions: costs.plan.positions.filter(({ cents }) => cents > 0) };
  const own = allocate({ ...costs, plan });
  const kommunen = own.shares.map(({ kommune, total }) => {
    const parts = costs.months.flatMap((month) =>
      plan.references.map((position) => referenceIn(month, kommune, position, plan, persons)),
    );
    if (parts.includes(null)) return { kommune, state: 'withheld' as const };
    const elsewhere = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    return { kommune, state: 'compared' as const, ...figuresOf(elsewhere, total) };
  });
  const compared = kommunen.filter((one) => one.state === 'compared');
  const sum = (name: 'elsewhere' | 'own') => compared.reduce((all, one) => all + one[name], 0);
  return { kommunen, total: figuresOf(sum('elsewhere'), sum('own')) };
}

/** Cents of a month; null where it would tell how many persons there were and they were under five. */
function referenceIn(
  month: Month,
  kommune: KommuneId,
  position: ReferencePosition,
  plan: ReportPlan,
  persons: CountedPersons,
): number | null {
  if (position.kind === 'own') return centsIn(month, position);
  if (month < position.from || (position.to !== null && month > position.to)) return 0;
  const count =
    position.persons === 'counted'
      ? persons(kommune, month)
      : (plan.shares.find((share) => share.kommune === kommune)?.plannedPersons ?? 0);
  return count === null ? null : count * position.centsPerPerson;
}

function figuresOf(elsewhere: number, own: number): Figures {
  const saved = elsewhere - own;
  const savedPercent = elsewhere > 0 ? Math.round((saved * 1000) / elsewhere) / 10 : null;
  return { elsewhere, own, saved, savedPercent };
}
