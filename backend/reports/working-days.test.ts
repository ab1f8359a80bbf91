import { addDays, isArbeitstag } from '../deadlines/calendar.ts';
import { workingDays } from './working-days.ts';

test('the same as one day after the other, over a year with every holiday', () => {
  const isWorking = workingDays();
  const days = Array.from({ length: 366 }, (_, index) => addDays('2026-06-01', index));
  expect(days.filter(isWorking)).toEqual(days.filter(isArbeitstag));
});
