import { getHolidays } from 'feiertagejs';
import { type Day, weekdayOf } from '../deadlines/calendar.ts';

/**
 * Tells Arbeitstage (Monday to Friday, no public holiday of Rheinland-Pfalz) of many days: a year's holidays are worked out
 * once, where `isArbeitstag` does so for each day.
 */
export function workingDays(): (day: Day) => boolean {
  const years = new Map<string, ReadonlySet<Day>>();
  const holidaysOf = (year: string): ReadonlySet<Day> => {
    const known = years.get(year);
    if (known) return known;
    const days = new Set(getHolidays(year, 'RP').map(({ dateString }) => dateString));
    years.set(year, days);
    return days;
  };
  return (day) => weekdayOf(day) % 6 !== 0 && !holidaysOf(day.slice(0, 4)).has(day);
}
