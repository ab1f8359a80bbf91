import {
  addDays,
  addMonths,
  germanDay,
  holidayOf,
  isArbeitstag,
  isWerktag,
  weekdayOf,
  type Day,
} from './calendar.ts';

export interface Period {
  count: number;
  unit: 'tag' | 'werktag' | 'arbeitstag' | 'woche' | 'monat' | 'quartal' | 'jahr';
}

/** What a period begins with: an event in the course of a day, or the day itself ("ab dem 1. Januar"). */
export type Beginning = { kind: 'event' | 'day'; on: Day };

/** The end of a period and the norms that it follows from. */
export interface End {
  day: Day;
  norms: string;
}

/** Longer periods are none that a letter sets; the bound keeps the counting of working days short. */
const MAX_COUNT: Record<Period['unit'], number> = {
  tag: 3_660,
  werktag: 600,
  arbeitstag: 600,
  woche: 520,
  monat: 120,
  quartal: 40,
  jahr: 30,
};
const MONTHS = { monat: 1, quartal: 3, jahr: 12 };

function countDays(from: Day, count: number, counts: (day: Day) => boolean, step = 1): Day {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, step);
    if (counts(day)) left--;
  }
  return day;
}

/**
 * The last day of a period, by §§ 187 to 189 BGB, before Saturdays and holidays are looked at: the day of an event is
 * not counted (§ 187 Abs. 1), a beginning day is (§ 187 Abs. 2); weeks, months and years end on the day of the same
 * name or number (§ 188 Abs. 2), a month without it on its last day (§ 188 Abs. 3).
 * @returns null for a period that is too long to be meant
 */
export function lastDayOf({ count, unit }: Period, { kind, on }: Beginning): End | null {
  if (count < 1 || count > MAX_COUNT[unit]) return null;
  const start = kind === 'event' ? '187 Abs. 1' : '187 Abs. 2';
  // Counted from the day before, a period that begins on a day ends where one behind an event does.
  const eve = kind === 'event' ? on : addDays(on, -1);
  switch (unit) {
    case 'tag':
      return { day: addDays(eve, count), norms: `${start}, 188 Abs. 1` };
    case 'werktag':
      return { day: countDays(eve, count, isWerktag), norms: `${start}, 188 Abs. 1` };
    case 'arbeitstag':
      return { day: countDays(eve, count, isArbeitstag), norms: `${start}, 188 Abs. 1` };
    case 'woche':
      return { day: addDays(eve, count * 7), norms: `${start}, 188 Abs. 2` };
    case 'monat':
    case 'quartal':
    case 'jahr': {
      const { day, shortened } = addMonths(on, count * MONTHS[unit]);
      if (shortened) return { day, norms: `${start}, 188 Abs. 2 und 3` };
      return { day: kind === 'event' ? day : addDays(day, -1), norms: `${start}, 188 Abs. 2` };
    }
  }
}

/**
 * The last day for something that is due a period before a day, by §§ 187, 188 BGB counted back: the day itself is not
 * counted; weeks, months and years lead to the day of the same name or number, or to the last of a shorter month.
 * @returns null for a period that is too long to be meant
 */
export function firstDayOf({ count, unit }: Period, on: Day): End | null {
  if (count < 1 || count > MAX_COUNT[unit]) return null;
  switch (unit) {
    case 'tag':
      return { day: addDays(on, -count), norms: '187 Abs. 1, 188 Abs. 1' };
    case 'werktag':
      return { day: countDays(on, count, isWerktag, -1), norms: '187 Abs. 1, 188 Abs. 1' };
    case 'arbeitstag':
      return { day: countDays(on, count, isArbeitstag, -1), norms: '187 Abs. 1, 188 Abs. 1' };
    case 'woche':
      return { day: addDays(on, -count * 7), norms: '187 Abs. 1, 188 Abs. 2' };
    case 'monat':
    case 'quartal':
    case 'jahr':
      return { day: addMonths(on, -count * MONTHS[unit]).day, norms: '187 Abs. 1, 188 Abs. 2' };
  }
}

/** Why a day is no working day; null where it is one. */
function closedOn(day: Day): string | null {
  if (isArbeitstag(day)) return null;
  const holiday = holidayOf(day);
  return holiday ? `ein Feiertag (${holiday})` : weekdayOf(day) === 6 ? 'ein Samstag' : 'ein Sonntag';
}

/**
 * The day on which a period really ends: a Saturday, Sunday or public holiday of Rheinland-Pfalz gives way to the next
 * working day (§ 193 BGB, § 31 Abs. 3 VwVfG).
 * @returns the day and the reason in German, empty where the day stays
 */
export function nextWorkingDay(day: Day): { day: Day; reason: string } {
  const what = closedOn(day);
  if (what === null) return { day, reason: '' };
  const next = countDays(day, 1, isArbeitstag);
  return { day: next, reason: `der ${germanDay(day)} ist ${what}, daher der nächste Werktag` };
}

/** The same for a period that is counted back: § 193 BGB would shorten the lead, so the working day before counts. */
export function workingDayBefore(day: Day): { day: Day; reason: string } {
  const what = closedOn(day);
  if (what === null) return { day, reason: '' };
  const last = countDays(day, 1, isArbeitstag, -1);
  return { day: last, reason: `der ${germanDay(day)} ist ${what}, daher der Werktag davor` };
}
