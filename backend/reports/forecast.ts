import type { Forecast } from '../../contract/reports.ts';
import { addDays, type Day } from '../deadlines/calendar.ts';
import { workingDays } from './working-days.ts';

/** What the calls of a day cost, in cents with fractions. */
export interface DayCost {
  day: Day;
  cents: number;
}

export interface BudgetSoFar {
  budgetCents: number;
  /** Since its beginning, up to `asOf`. */
  spentCents: number;
  asOf: Day;
  /** Its last day. */
  end: Day;
}

/** Working days with fewer say nothing about a direction. */
const MIN_WORKING_DAYS = 10;
/** Four times in five a normal distribution lies within so many standard deviations. */
const WIDTH = 1.2816;

/**
 * Where a budget is heading. A straight line is laid through the cost of the working days (least squares; Monday to Friday
 * without the holidays of Rheinland-Pfalz), other days go on at their mean. The range is the 80 % prediction interval of
 * a sum of future days under that line; it knows nothing of a new task, a new price or a holiday season.
 * @param days in order, without gaps, the last is `asOf`; those before the first use are left out here
 */
export function forecastOf(days: readonly DayCost[], budget: BudgetSoFar): Forecast {
  const euro = (cents: number) => Math.round(cents / 100);
  const known = {
    asOf: budget.asOf,
    end: budget.end,
    budgetEuro: euro(budget.budgetCents),
    spentEuro: euro(budget.spentCents),
  };
  const isWorking = workingDays();
  const first = days.findIndex(({ cents }) => cents > 0);
  const used = first < 0 ? [] : days.slice(first);
  const trend = trendOf(used.filter(({ day }) => isWorking(day)).map(({ cents }) => cents));
  if (trend === null) return { state: 'unknown', ...known };

  const idle = meanOf(used.filter(({ day }) => !isWorking(day)).map(({ cents }) => cents));
  const course = courseOf(trend, idle, budget, isWorking);
  const last = course.at(-1) ?? { day: budget.asOf, ...pointOf(budget.spentCents) };
  const dayOn = (name: 'expected' | 'low' | 'high') =>
    budget.spentCents >= budget.budgetCents
      ? budget.asOf
      : (course.find((point) => point[name] >= budget.budgetCents)?.day ?? null);
  return {
    state: 'estimated',
    ...known,
    expectedEuro: euro(last.expected),
    lowEuro: euro(last.low),
    highEuro: euro(last.high),
    expectedDay: dayOn('expected'),
    earliestDay: dayOn('high'),
    latestDay: dayOn('low'),
  };
}

interface Trend {
  count: number;
  /** Cents on working day number `x`. */
  at(x: number): number;
  /** Variance of the sum of the next `n` working days around the line. */
  variance(n: number): number;
}

function trendOf(values: readonly number[]): Trend | null {
  const count = values.length;
  if (count < MIN_WORKING_DAYS) return null;
  const middle = (count - 1) / 2;
  const mean = meanOf(values);
  const spread = values.reduce((sum, _, x) => sum + (x - middle) ** 2, 0);
  const slope = values.reduce((sum, value, x) => sum + (x - middle) * (value - mean), 0) / spread;
  const at = (x: number) => Math.max(0, mean + slope * (x - middle));
  const residual =
    values.reduce((sum, value, x) => sum + (value - mean - slope * (x - middle)) ** 2, 0) / (count - 2);
  return {
    count,
    at,
    // Sum of n new values at mean distance d from the middle: noise of each, and of the line under all of them.
    variance: (n) => {
      const distance = count + (n - 1) / 2 - middle;
      return residual * (n + (n * n) / count + (n * distance) ** 2 / spread);
    },
  };
}

interface Point {
  expected: number;
  low: number;
  high: number;
}

const pointOf = (cents: number): Point => ({ expected: cents, low: cents, high: cents });

/** Day by day up to the end of the budget: all that will have been spent by then. */
function courseOf(
  trend: Trend,
  idle: number,
  { spentCents, asOf, end }: BudgetSoFar,
  isWorking: (day: Day) => boolean,
): (Point & { day: Day })[] {
  const course: (Point & { day: Day })[] = [];
  let working = 0;
  let before = pointOf(spentCents);
  for (let day = addDays(asOf, 1); day <= end; day = addDays(day, 1)) {
    const works = isWorking(day);
    const expected = before.expected + (works ? trend.at(trend.count + working) : idle);
    if (works) working++;
    const off = WIDTH * Math.sqrt(trend.variance(working));
    // What was spent stays spent.
    before = {
      expected,
      low: Math.max(before.low, expected - off),
      high: Math.max(before.high, expected + off),
    };
    course.push({ day, ...before });
  }
  return course;
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
