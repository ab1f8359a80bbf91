import { Environment } from '@marcbachmann/cel-js';
import { addDays, type Day, germanDay, isArbeitstag, weekdayOf } from '../../deadlines/calendar.ts';
import { lastDayOf, type Period } from '../../deadlines/period.ts';
import { Amount, CalendarDay } from './values.ts';
import { amountInWords, numberInWords, rowInWords } from './words.ts';

const limits = {
  maxAstNodes: 300,
  maxDepth: 30,
  maxListElements: 100,
  maxMapEntries: 1,
  maxCallArguments: 6,
};

const WEEKDAYS = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'];
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What every expression of an agent may use: CEL (Common Expression Language) with German amounts and calendar days
 * instead of its own moments in time. Nothing in it reaches outside or takes back what it was given; how long an
 * expression may become is bounded here, how deep its loops are in `expression.ts`.
 */
export function agentEnvironment(): Environment {
  const environment = new Environment({
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: true,
    limits,
  })
    .registerType('Betrag', { ctor: Amount, fields: {} })
    .registerType('Datum', { ctor: CalendarDay, fields: {} });
  withNumbers(environment);
  withAmounts(environment);
  withDays(environment);
  return environment;
}

/** Whole and broken numbers may stand beside each other, as people write them. */
function withNumbers(environment: Environment): void {
  const reckon = {
    '+': (a: number, b: number) => a + b,
    '-': (a: number, b: number) => a - b,
    '*': (a: number, b: number) => a * b,
    '/': (a: number, b: number) => a / b,
  };
  for (const [sign, work] of Object.entries(reckon)) {
    environment.registerOperator(`double ${sign} int`, (a: number, b: bigint) => work(a, Number(b)));
    environment.registerOperator(`int ${sign} double`, (a: bigint, b: number) => work(Number(a), b));
  }
  environment
    .registerFunction('summe(list<double>): double', (all: number[]) =>
      all.reduce((sum, one) => sum + one, 0),
    )
    .registerFunction('zahl(int): double', (whole: bigint) => Number(whole))
    .registerFunction('runden(double): double', (number: number) => Math.round(number))
    .registerFunction('text(double): string', numberInWords)
    .registerFunction('text(int): string', (whole: bigint) => numberInWords(Number(whole)))
    .registerFunction('text(string): string', (said: string) => said)
    .registerFunction('text(bool): string', (yes: boolean) => (yes ? 'ja' : 'nein'))
    .registerFunction('zeile(list<string>): string', rowInWords);
}

/** Half cents are rounded away from zero, as merchants do (DIN 1333). */
function inCents(number: number): Amount {
  // The shortest decimal that means this number: 1.005 · 100 is 100.49999… in binary.
  const exact = Number(`${Number(Math.abs(number).toPrecision(15))}e2`);
  return new Amount(Math.sign(number) * Math.round(exact));
}

function withAmounts(environment: Environment): void {
  const compare: [string, (a: number, b: number) => boolean][] = [
    ['==', (a, b) => a === b],
    ['<', (a, b) => a < b],
    ['<=', (a, b) => a <= b],
    ['>', (a, b) => a > b],
    ['>=', (a, b) => a >= b],
  ];
  for (const [sign, holds] of compare) {
    environment.registerOperator(`Betrag ${sign} Betrag`, (a: Amount, b: Amount) => holds(a.cents, b.cents));
    environment.registerOperator(`Datum ${sign} Datum`, (a: CalendarDay, b: CalendarDay) =>
      holds(Date.parse(a.iso), Date.parse(b.iso)),
    );
  }
  const times = (a: Amount, factor: number) => inCents((a.cents * factor) / 100);
  environment
    .registerOperator('Betrag + Betrag', (a: Amount, b: Amount) => new Amount(a.cents + b.cents))
    .registerOperator('Betrag - Betrag', (a: Amount, b: Amount) => new Amount(a.cents - b.cents))
    .registerOperator('Betrag * double', times)
    .registerOperator('Betrag * int', (a: Amount, factor: bigint) => new Amount(a.cents * Number(factor)))
    .registerOperator('Betrag / int', (a: Amount, parts: bigint) => inCents(a.cents / 100 / Number(parts)))
    .registerFunction('euro(int): Betrag', (euros: bigint) => new Amount(Number(euros) * 100))
    .registerFunction('euro(double): Betrag', inCents)
    .registerFunction('prozent(Betrag, double): Betrag', (a: Amount, share: number) => times(a, share / 100))
    .registerFunction('prozent(Betrag, int): Betrag', (a: Amount, share: bigint) =>
      times(a, Number(share) / 100),
    )
    .registerFunction(
      'summe(list<Betrag>): Betrag',
      (all: Amount[]) => new Amount(all.reduce((sum, { cents }) => sum + cents, 0)),
    )
    .registerFunction('text(Betrag): string', ({ cents }: Amount) => amountInWords(cents));
}

function withDays(environment: Environment): void {
  const period = (day: CalendarDay, count: bigint, unit: string) => {
    const end = lastDayOf({ count: Number(count), unit: unitOf(unit) }, { kind: 'event', on: day.iso });
    if (end === null) throw new RangeError('period');
    return end.day;
  };
  environment
    .registerFunction('datum(string): Datum', (iso: string) => new CalendarDay(isoDay(iso)))
    .registerFunction(
      'tage_spaeter(Datum, int): Datum',
      (day: CalendarDay, count: bigint) => new CalendarDay(isoDay(addDays(day.iso, smallOf(count)))),
    )
    /** §§ 187, 188 BGB: the day of the event is not counted. */
    .registerFunction(
      'frist(Datum, int, string): Datum',
      (day: CalendarDay, count: bigint, unit: string) => new CalendarDay(period(day, count, unit)),
    )
    /** § 193 BGB, § 31 Abs. 3 VwVfG: not on a Saturday, a Sunday or a holiday of Rheinland-Pfalz. */
    .registerFunction(
      'naechster_werktag(Datum): Datum',
      (day: CalendarDay) => new CalendarDay(workingDayFrom(day.iso)),
    )
    .registerFunction('tage_zwischen(Datum, Datum): int', (from: CalendarDay, to: CalendarDay) =>
      BigInt(Math.round((Date.parse(to.iso) - Date.parse(from.iso)) / 86_400_000)),
    )
    .registerFunction('wochentag(Datum): string', (day: CalendarDay) => WEEKDAYS[weekdayOf(day.iso)] ?? '')
    .registerFunction('jahr(Datum): int', (day: CalendarDay) => BigInt(day.iso.slice(0, 4)))
    .registerFunction('text(Datum): string', (day: CalendarDay) => germanDay(day.iso));
}

const UNITS: Readonly<Record<string, Period['unit']>> = {
  tage: 'tag',
  werktage: 'werktag',
  arbeitstage: 'arbeitstag',
  wochen: 'woche',
  monate: 'monat',
  jahre: 'jahr',
};

function unitOf(word: string): Period['unit'] {
  const unit = Object.hasOwn(UNITS, word) ? UNITS[word] : undefined;
  if (unit === undefined) throw new RangeError('unit');
  return unit;
}

/** Further than ten years no procedure counts days. */
function smallOf(count: bigint): number {
  if (count < -3_660n || count > 3_660n) throw new RangeError('days');
  return Number(count);
}

function isoDay(text: string): Day {
  const time = ISO_DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) throw new RangeError('day');
  return text;
}

function workingDayFrom(day: Day): Day {
  return isArbeitstag(day) ? day : workingDayFrom(addDays(day, 1));
}
