import { describe, expect, it } from '@jest/globals';
import { addMonths, dayOf, germanDay, holidayOf, isArbeitstag, isWerktag } from './calendar.ts';
import { lastDayOf, nextWorkingDay, type Period } from './period.ts';

const end = (on: string, count: number, unit: Period['unit'], kind: 'event' | 'day' = 'event') =>
  lastDayOf({ count, unit }, { kind, on });

describe('lastDayOf', () => {
  it.each([
    ['2026-11-23', 1, 'tag', '2026-11-24'],
    ['2026-11-23', 14, 'tag', '2026-12-07'],
    ['2026-11-23', 2, 'woche', '2026-12-07'],
    ['2026-11-23', 1, 'monat', '2026-12-23'],
    ['2026-12-31', 1, 'monat', '2027-01-31'],
    ['2027-01-31', 1, 'monat', '2027-02-28'],
    ['2028-01-31', 1, 'monat', '2028-02-29'],
    ['2027-02-28', 1, 'monat', '2027-03-28'],
    ['2026-11-30', 3, 'monat', '2027-02-28'],
    ['2026-08-31', 1, 'quartal', '2026-11-30'],
    ['2028-02-29', 1, 'jahr', '2029-02-28'],
    ['2026-11-23', 1, 'jahr', '2027-11-23'],
    // Christmas 2026: 25 (Friday) and 26 (Saturday) are holidays.
    ['2026-12-23', 2, 'werktag', '2026-12-28'],
    ['2026-12-23', 2, 'arbeitstag', '2026-12-28'],
    ['2026-12-04', 1, 'werktag', '2026-12-05'],
    ['2026-12-04', 1, 'arbeitstag', '2026-12-07'],
    ['2026-12-30', 2, 'arbeitstag', '2027-01-04'],
  ] as const)('%s and %d %s is %s', (on, count, unit, day) => {
    expect(end(on, count, unit)?.day).toBe(day);
  });

  it.each([
    ['2027-01-01', 1, 'monat', '2027-01-31'],
    ['2027-01-15', 1, 'monat', '2027-02-14'],
    ['2027-01-31', 1, 'monat', '2027-02-28'],
    ['2027-01-04', 1, 'woche', '2027-01-10'],
    ['2027-01-01', 1, 'jahr', '2027-12-31'],
    ['2027-01-04', 5, 'arbeitstag', '2027-01-08'],
  ] as const)('from the day %s on, %d %s ends on %s', (on, count, unit, day) => {
    expect(end(on, count, unit, 'day')?.day).toBe(day);
  });

  it('names the norms', () => {
    expect(end('2026-11-23', 3, 'tag')?.norms).toBe('187 Abs. 1, 188 Abs. 1');
    expect(end('2026-11-23', 1, 'monat')?.norms).toBe('187 Abs. 1, 188 Abs. 2');
    expect(end('2027-01-31', 1, 'monat')?.norms).toBe('187 Abs. 1, 188 Abs. 2 und 3');
    expect(end('2027-01-01', 1, 'monat', 'day')?.norms).toBe('187 Abs. 2, 188 Abs. 2');
  });

  it('knows no endless periods', () => {
    expect(end('2026-11-23', 99_999, 'arbeitstag')).toBeNull();
    expect(end('2026-11-23', 0, 'tag')).toBeNull();
  });
});

describe('nextWorkingDay', () => {
  it.each([
    ['2026-12-23', '2026-12-23', ''],
    ['2026-12-05', '2026-12-07', 'der 05.12.2026 ist ein Samstag, daher der nächste Werktag'],
    ['2026-12-06', '2026-12-07', 'der 06.12.2026 ist ein Sonntag, daher der nächste Werktag'],
    ['2026-12-31', '2026-12-31', ''],
    ['2028-12-31', '2029-01-02', 'der 31.12.2028 ist ein Sonntag, daher der nächste Werktag'],
    ['2027-03-26', '2027-03-30', 'der 26.03.2027 ist ein Feiertag (Karfreitag), daher der nächste Werktag'],
    ['2026-10-03', '2026-10-05', /Feiertag \(Tag der Deutschen Einheit\)/u],
    // Allerheiligen and Fronleichnam are holidays in Rheinland-Pfalz, Reformationstag and Heilige Drei Könige are not.
    ['2027-11-01', '2027-11-02', /Allerheiligen/u],
    ['2026-06-04', '2026-06-05', /Fronleichnam/u],
    ['2029-10-31', '2029-10-31', ''],
    ['2027-01-06', '2027-01-06', ''],
  ])('%s gives way to %s', (day, next, reason) => {
    const found = nextWorkingDay(day);
    expect(found.day).toBe(next);
    if (typeof reason === 'string') expect(found.reason).toBe(reason);
    else expect(found.reason).toMatch(reason);
  });
});

describe('the calendar', () => {
  it('tells Werktage from Arbeitstage', () => {
    expect([isWerktag('2026-12-05'), isArbeitstag('2026-12-05')]).toEqual([true, false]);
    expect([isWerktag('2026-12-25'), isWerktag('2026-12-27')]).toEqual([false, false]);
    expect(holidayOf('2026-11-23')).toBeNull();
  });

  it('tells whether a month had to be shortened', () => {
    expect(addMonths('2026-10-31', 1)).toEqual({ day: '2026-11-30', shortened: true });
    expect(addMonths('2026-11-30', 1)).toEqual({ day: '2026-12-30', shortened: false });
  });

  it('knows the day in Germany', () => {
    expect(dayOf(new Date('2026-11-23T23:30:00Z'))).toBe('2026-11-24');
    expect(germanDay('2026-11-24')).toBe('24.11.2026');
  });
});
