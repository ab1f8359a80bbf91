import type { Month } from '../../contract/reports.ts';
import type { Day } from '../deadlines/calendar.ts';

/** Months since the year 0. */
function indexOf(month: Month): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

function monthAt(index: number): Month {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Months from `from` to `to`, both included; 0 or less where `to` comes first. */
export function monthsBetween(from: Month, to: Month): number {
  return indexOf(to) - indexOf(from) + 1;
}

/** All months from `from` to `to`, both included. */
export function monthsOf(from: Month, to: Month): Month[] {
  const count = Math.max(0, monthsBetween(from, to));
  return Array.from({ length: count }, (_, index) => monthAt(indexOf(from) + index));
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** "November 2026" */
export function germanMonth(month: Month): string {
  return new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

/** A cost that recurs every twelve months from `from` on, or one that is spread over its months. */
export interface Spread {
  cents: number;
  every: 'year' | 'once';
  from: Month;
  to: Month | null;
}

/**
 * What of a cost falls into a month, in cents. The months of a year, or of the whole term, add up to the cost.
 */
export function centsIn(month: Month, { cents, every, from, to }: Spread): number {
  const past = monthsBetween(from, month) - 1;
  if (past < 0 || (to !== null && month > to)) return 0;
  const cycle = every === 'year' || to === null ? 12 : monthsBetween(from, to);
  const place = past % cycle;
  const upTo = (count: number) => Math.floor((cents * count) / cycle);
  return upTo(place + 1) - upTo(place);
}
