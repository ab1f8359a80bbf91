import type { KommuneId } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import {
  type AllocationQuery,
  type AllocationReport,
  type ComparisonReport,
  dimensions,
  type ForecastReport,
  type Month,
  type PeriodQuery,
  type UseQuery,
  type UseReport,
} from '../../contract/reports.ts';
import { addDays, addMonths, type Day, endOfMonth } from '../deadlines/calendar.ts';
import type { VerbundKommune } from '../identity/verbund.ts';
import type { Db } from '../store/store.ts';
import { allocate, type Costs } from './allocation.ts';
import { lastSunday, readBudgets, readDays, type WholeBudget } from './budgets.store.ts';
import { compare } from './comparison.ts';
import { forecastOf } from './forecast.ts';
import { monthsOf } from './months.ts';
import { toldMonths } from './months.store.ts';
import { readPlan } from './plan.store.ts';
import { type ToldMonth, useOf } from './views.ts';

/** Months that a budget without an end is looked ahead. */
const LOOK_AHEAD = 24;

/** Use and cost of Kommunen. @param db in a scope that sees them */
export async function useReport(
  db: Db,
  kommunen: readonly KommuneId[],
  { from, to, by }: UseQuery,
): Promise<UseReport> {
  const asked = new Set(by.split(','));
  const report: UseReport = {
    version: CONTRACT_VERSION,
    from,
    to,
    by: dimensions.filter((dimension) => asked.has(dimension)),
    kommunen: [],
  };
  for (const kommune of kommunen) {
    report.kommunen.push(useOf(kommune, await toldMonths(db, kommune, monthsOf(from, to)), report.by));
  }
  return report;
}

/**
 * How the cost of a period is divided.
 * @param db in the scope of the Verbund
 * @param only tell only the share of this Kommune: from the sum and its own it could work out those of others
 */
export async function allocationReport(
  db: Db,
  kommunen: readonly VerbundKommune[],
  { from, to, key }: AllocationQuery,
  only?: KommuneId,
): Promise<AllocationReport> {
  const { number, costs, openMonths } = await costsOf(db, kommunen, { from, to });
  const { items, shares } = allocate({ ...costs, key });
  const told = shares.filter(({ kommune }) => only === undefined || kommune === only);
  return {
    version: CONTRACT_VERSION,
    from,
    to,
    plan: number,
    openMonths,
    items:
      only === undefined
        ? items
        : items.map((item, index) => ({ ...item, cents: told[0]?.cents[index] ?? 0 })),
    shares: told,
  };
}

/**
 * What the same use would cost elsewhere.
 * @param db in the scope of the Verbund
 * @param only tell only of this Kommune
 */
export async function comparisonReport(
  db: Db,
  kommunen: readonly VerbundKommune[],
  { from, to }: Pick<PeriodQuery, 'from' | 'to'>,
  only?: KommuneId,
): Promise<ComparisonReport> {
  const { number, costs, openMonths, told } = await costsOf(db, kommunen, { from, to });
  const persons = (kommune: KommuneId, month: Month) => {
    const found = told.get(kommune)?.find((one) => one.month === month);
    return found?.state === 'closed' && found.cube.persons > 0 ? found.cube.persons : null;
  };
  const all = compare(costs, persons);
  const own = all.kommunen.find(({ kommune }) => kommune === only);
  const nothing = { elsewhere: 0, own: 0, saved: 0, savedPercent: null };
  const { kommunen: compared, total } =
    only === undefined
      ? all
      : { kommunen: own ? [own] : [], total: own?.state === 'compared' ? figuresOf(own) : nothing };
  return { version: CONTRACT_VERSION, from, to, plan: number, openMonths, kommunen: compared, total };
}

/** Where the budgets of a Kommune are heading. @param kommune null: those of the Verbund, in its scope */
export async function forecastReport(db: Db, kommune: KommuneId | null): Promise<ForecastReport> {
  const sunday = await lastSunday(db);
  const budgets = await readBudgets(db, kommune, sunday);
  const days = budgets.length === 0 ? [] : await readDays(db, kommune, sunday);
  return {
    version: CONTRACT_VERSION,
    kommune,
    budgets: budgets.map((budget) => {
      const { owner, period, budgetCents, spentCents, begins } = budget;
      const asOf = begins > sunday ? addDays(begins, -1) : sunday;
      const end = endOf(budget, asOf);
      return { owner, period, forecast: forecastOf(days, { budgetCents, spentCents, asOf, end }) };
    }),
  };
}

function endOf({ period, begins }: WholeBudget, asOf: Day): Day {
  switch (period) {
    case 'month':
      return endOfMonth(begins);
    case 'year':
      return `${begins.slice(0, 4)}-12-31`;
    case 'total':
      return addMonths(asOf, LOOK_AHEAD).day;
  }
}

function figuresOf({ elsewhere, own, saved, savedPercent }: ComparisonReport['total']) {
  return { elsewhere, own, saved, savedPercent };
}

/** What is divided and compared: of the months that are over for every Kommune. */
async function costsOf(
  db: Db,
  kommunen: readonly VerbundKommune[],
  { from, to }: Pick<PeriodQuery, 'from' | 'to'>,
): Promise<{ number: number; costs: Costs; openMonths: Month[]; told: Map<KommuneId, ToldMonth[]> }> {
  const { number, plan } = await readPlan(db);
  const all = monthsOf(from, to);
  const told = new Map<KommuneId, ToldMonth[]>();
  for (const { id } of kommunen) told.set(id, await toldMonths(db, id, all));
  const isOpen = (month: Month) =>
    [...told.values()].some((months) => months.some((one) => one.month === month && one.state === 'open'));
  const months = all.filter((month) => !isOpen(month));
  const sharers = kommunen.map(({ id, inhabitants }) => ({
    kommune: id,
    inhabitants,
    picoEuro: (told.get(id) ?? []).reduce(
      (sum, month) => sum + (month.state === 'closed' && months.includes(month.month) ? month.picoEuro : 0n),
      0n,
    ),
  }));
  return { number, costs: { months, plan, sharers }, openMonths: all.filter(isOpen), told };
}
