import { datesIn } from '../text/dates.ts';
import { addDays, endOfMonth, germanDay, weekdayOf, type Day } from './calendar.ts';
import { firstDayOf, lastDayOf, nextWorkingDay, workingDayBefore, type Period } from './period.ts';
import type { Origin, Phrase } from './phrases.ts';

/** A calendar day and how it was found, in German; null where the text names the day. */
export interface Resolved {
  day: Day;
  rule: string | null;
}

const COUNTS = 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ');
const UNITS: Record<Period['unit'], readonly [string, string]> = {
  tag: ['ein Tag', 'Tage'],
  werktag: ['ein Werktag', 'Werktage'],
  arbeitstag: ['ein Arbeitstag', 'Arbeitstage'],
  woche: ['eine Woche', 'Wochen'],
  monat: ['ein Monat', 'Monate'],
  quartal: ['ein Quartal', 'Quartale'],
  jahr: ['ein Jahr', 'Jahre'],
};
const WEEKDAYS = 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'.split(' ');
const STRETCHES = { monat: 'Monats', quartal: 'Quartals', jahr: 'Jahres' };

function spoken({ count, unit }: Period): string {
  const [one, many] = UNITS[unit];
  return count === 1 ? one : `${COUNTS[count] ?? count} ${many}`;
}

/** A day by its rule; where a Saturday or holiday moves it, that is said. */
function moved(day: Day, ...rule: string[]): Resolved {
  const { day: next, reason } = nextWorkingDay(day);
  return { day: next, rule: [...rule, reason].filter(Boolean).join('; ') };
}

/** Where the day that counts is another one, or may be. */
function caveat(origin: Origin): string {
  if (origin.kind === 'arrival') return `maßgeblich ist ${origin.what}`;
  return origin.kind === 'unsaid' ? 'der Text nennt keinen Beginn der Frist' : '';
}

/** Counted back from a day. */
function counted(period: Period, on: Day): Resolved | null {
  const last = firstDayOf(period, on);
  if (!last) return null;
  const { day, reason } = workingDayBefore(last.day);
  const rule = `${spoken(period)} vor dem ${germanDay(on)}, rückwärts gerechnet entsprechend § 31 VwVfG mit §§ ${last.norms} BGB`;
  return { day, rule: [rule, reason].filter(Boolean).join('; ') };
}

function ofPeriod(phrase: Extract<Phrase, { kind: 'period' }>, writing: Day | null): Resolved | null {
  const { period, origin } = phrase;
  if (origin.kind === 'before') return counted(period, origin.on);
  const on = origin.kind === 'day' ? origin.on : writing;
  if (on === null) return null;
  const counts = origin.kind === 'day' && origin.counts;
  const end = lastDayOf(period, { kind: counts ? 'day' : 'event', on });
  if (!end) return null;
  const from =
    origin.kind === 'day'
      ? `${counts ? 'ab' : 'nach'} dem ${germanDay(on)}`
      : `nach dem Datum des Schreibens (${germanDay(on)})`;
  return moved(end.day, `${spoken(period)} ${from}, § 31 VwVfG mit §§ ${end.norms} BGB`, caveat(origin));
}

function endOf(of: 'monat' | 'quartal' | 'jahr', later: number, writing: Day): Day {
  const month = Number(writing.slice(5, 7));
  switch (of) {
    case 'monat':
      return endOfMonth(writing, later);
    case 'quartal':
      return endOfMonth(writing, ((12 - month) % 3) + 3 * later);
    case 'jahr':
      return endOfMonth(writing, 12 - month + 12 * later);
  }
}

/** A day without its year: the first one that is not before the letter. */
function withYear(date: string, writing: Day): Day | null {
  const year = Number(writing.slice(0, 4));
  const days = [year, year + 1].map((one) => datesIn(`${date} ${one}`)[0]?.iso ?? '');
  return days.find((day) => day >= writing) ?? null;
}

/**
 * The calendar day that a phrase means.
 * @param writing the day on which the text was written; null where it does not say, and then only phrases that name
 *   their day or the day they count from are resolved
 */
export function resolve(phrase: Phrase, writing: Day | null): Resolved | null {
  if (phrase.kind === 'day' && phrase.iso !== null) return { day: phrase.iso, rule: null };
  if (phrase.kind === 'eve')
    return { day: addDays(phrase.on, -1), rule: `der Tag vor dem ${germanDay(phrase.on)}` };
  if (phrase.kind === 'period') return ofPeriod(phrase, writing);
  if (phrase.kind === 'month-end' && phrase.year !== null) {
    const day = endOfMonth(`${phrase.year}-${`${phrase.month}`.padStart(2, '0')}-01`);
    return moved(day, `der letzte Tag dieses Zeitraums ist der ${germanDay(day)}`);
  }
  if (writing === null) return null;
  const letter = `Datum des Schreibens (${germanDay(writing)})`;
  switch (phrase.kind) {
    case 'day': {
      const day = withYear(phrase.text, writing);
      return day === null ? null : { day, rule: `ohne Jahr genannt; der erste solche Tag ab dem ${letter}` };
    }
    case 'weekday': {
      const ahead = (phrase.weekday - weekdayOf(writing) + 6) % 7;
      return moved(addDays(writing, ahead + 1), `der erste ${WEEKDAYS[phrase.weekday]} nach dem ${letter}`);
    }
    case 'end': {
      const which = phrase.later > 0 ? 'des folgenden' : 'des laufenden';
      return moved(
        endOf(phrase.of, phrase.later, writing),
        `Ende ${which} ${STRETCHES[phrase.of]}, vom ${letter} aus`,
      );
    }
    case 'month-end': {
      const ahead = (phrase.month - Number(writing.slice(5, 7)) + 12) % 12;
      const day = endOfMonth(writing, ahead);
      return moved(
        day,
        `ohne Jahr genannt; der letzte Tag dieses Zeitraums ab dem ${letter} ist der ${germanDay(day)}`,
      );
    }
  }
}
