import { getHolidayByDate } from 'feiertagejs';

/** A calendar day, ISO 8601: "2026-11-23". */
export type Day = string;

const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The calendar day in Germany of a moment. */
export function dayOf(moment: Date): Day {
  return berlin.format(moment);
}

function utc(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function iso(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return iso(date);
}

/** The last day of the month in which `day` lies, or of the month so many months later. */
export function endOfMonth(day: Day, later = 0): Day {
  const date = utc(day);
  return iso(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later + 1, 0)));
}

/** The day of the same number so many months later; where that month has no such day, its last (§ 188 Abs. 3 BGB). */
export function addMonths(day: Day, months: number): { day: Day; shortened: boolean } {
  const last = endOfMonth(day, months);
  const shortened = Number(last.slice(8)) < Number(day.slice(8));
  return { day: shortened ? last : `${last.slice(0, 8)}${day.slice(8)}`, shortened };
}

/** 0 is Sunday, as in `Date`. */
export function weekdayOf(day: Day): number {
  return utc(day).getUTCDay();
}

/** Name of the public holiday of Rheinland-Pfalz (§ 2 LFtG), or null. */
export function holidayOf(day: Day): string | null {
  return getHolidayByDate(day, 'RP')?.translate('de') ?? null;
}

/** Whether a day is a Werktag, Saturdays included. */
export function isWerktag(day: Day): boolean {
  return weekdayOf(day) !== 0 && holidayOf(day) === null;
}

/** Whether a day is an Arbeitstag: Monday to Friday, no public holiday. */
export function isArbeitstag(day: Day): boolean {
  return weekdayOf(day) !== 6 && isWerktag(day);
}

/** "23.11.2026" */
export function germanDay(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}.${month}.${year}`;
}
