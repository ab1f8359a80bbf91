import { addDays, isArbeitstag } from '../deadlines/calendar.ts';
import { type DayCost, forecastOf } from './forecast.ts';

const AS_OF = '2026-11-22';

/** Thirteen weeks up to a Sunday. */
function weeks(centsOn: (workingDay: number) => number, idle = 0): DayCost[] {
  let working = 0;
  return Array.from({ length: 91 }, (_, index) => {
    const day = addDays(AS_OF, index - 90);
    return { day, cents: isArbeitstag(day) ? centsOn(working++) : idle };
  });
}

const budget = { budgetCents: 100_000, spentCents: 60_000, asOf: AS_OF, end: '2026-12-31' };
/** Working days from 23 November to 31 December 2026: without Christmas Day, which is a Friday. */
const LEFT = 28;

test('an even use ends where it must, and the range has no width', () => {
  expect(
    forecastOf(
      weeks(() => 1_000),
      budget,
    ),
  ).toEqual({
    state: 'estimated',
    asOf: AS_OF,
    end: '2026-12-31',
    budgetEuro: 1_000,
    spentEuro: 600,
    expectedEuro: 600 + LEFT * 10,
    lowEuro: 600 + LEFT * 10,
    highEuro: 600 + LEFT * 10,
    expectedDay: null,
    earliestDay: null,
    latestDay: null,
  });
});

test('tells the working day on which a budget ends', () => {
  const fast = forecastOf(
    weeks(() => 4_000),
    budget,
  );
  // Ten working days after Sunday the 22nd.
  expect(fast).toMatchObject({
    expectedDay: '2026-12-04',
    earliestDay: '2026-12-04',
    latestDay: '2026-12-04',
  });
});

test('a rising use is continued, a falling one never becomes negative', () => {
  const rising = forecastOf(
    weeks((x) => 10 * x),
    budget,
  );
  const falling = forecastOf(
    weeks((x) => Math.max(0, 1_000 - 20 * x)),
    budget,
  );
  const count = weeks(() => 1).filter(({ cents }) => cents === 1).length;
  const expected = Array.from({ length: LEFT }, (_, index) => 10 * (count + index)).reduce(
    (a, b) => a + b,
    0,
  );
  expect(rising).toMatchObject({ expectedEuro: Math.round((60_000 + expected) / 100) });
  expect(falling).toMatchObject({ expectedEuro: 600, expectedDay: null });
});

test('an uneven use has a range around what is expected, and the days keep its order', () => {
  const uneven = forecastOf(
    weeks((x) => (x % 3) * 1_500),
    budget,
  );
  if (uneven.state !== 'estimated') throw new Error(uneven.state);
  expect(uneven.lowEuro).toBeLessThan(uneven.expectedEuro);
  expect(uneven.highEuro).toBeGreaterThan(uneven.expectedEuro);
  expect(uneven.lowEuro).toBeGreaterThanOrEqual(uneven.spentEuro);
  expect(uneven.earliestDay).not.toBeNull();
  expect(`${uneven.earliestDay}` <= `${uneven.expectedDay ?? '9999'}`).toBe(true);
  expect(`${uneven.expectedDay ?? '9999'}` <= `${uneven.latestDay ?? '9999'}`).toBe(true);
});

test('weekends and holidays go on at their own mean', () => {
  const { expectedEuro } = forecastOf(
    weeks(() => 0, 700),
    budget,
  ) as { expectedEuro: number };
  // 39 days up to the end of the year, of which LEFT are working days.
  expect(expectedEuro).toBe(600 + (39 - LEFT) * 7);
});

test('a use that has only begun tells nothing', () => {
  expect(
    forecastOf(
      weeks((x) => (x > 55 ? 1_000 : 0)),
      budget,
    ),
  ).toMatchObject({ state: 'unknown', spentEuro: 600 });
  expect(forecastOf([], budget).state).toBe('unknown');
});

test('a budget that is used up says so', () => {
  expect(
    forecastOf(
      weeks(() => 1_000),
      { ...budget, spentCents: 100_000 },
    ),
  ).toMatchObject({
    expectedDay: AS_OF,
    earliestDay: AS_OF,
    latestDay: AS_OF,
  });
});
