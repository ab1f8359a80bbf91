import { expect, it } from '@jest/globals';
import { DrizzleQueryError } from 'drizzle-orm';
import { DatabaseError } from 'pg';
import { isAnswerLost, isDuplicate, storeErrorOf, TooSlow } from './faults.ts';

function said(code: string): DatabaseError {
  const fault = new DatabaseError('Key (name)=(Erika Mustermann) already exists', 0, 'error');
  return Object.assign(fault, { code, detail: 'Erika Mustermann', constraint: 'person_key' });
}
const broken = (code: string) => Object.assign(new Error('connect db.example'), { code });

it.each([
  [said('53100'), 'full'],
  [said('53200'), 'full'],
  [said('53300'), 'slow'],
  [said('57014'), 'slow'],
  [said('55P03'), 'slow'],
  [said('40P01'), 'slow'],
  [new TooSlow(), 'slow'],
  [said('57P01'), 'unreachable'],
  [said('57P03'), 'unreachable'],
  [said('08006'), 'unreachable'],
  [said('28P01'), 'unreachable'],
  [broken('ECONNREFUSED'), 'unreachable'],
  [broken('EAI_AGAIN'), 'unreachable'],
  [new Error('Connection terminated unexpectedly'), 'unreachable'],
  [said('23505'), 'failed'],
  [said('42501'), 'failed'],
] as const)('sorts %p', (fault, why) => {
  const wrapped = new DrizzleQueryError('insert into person values ($1)', ['Erika Mustermann'], fault);
  for (const one of [fault, wrapped]) {
    const error = storeErrorOf(one, false);
    expect(error.why).toBe(why);
    const told = JSON.stringify([
      error,
      error.cause,
      String(error),
      String(error.cause),
      (error.cause as Error).stack,
    ]);
    expect(told).not.toMatch(/Mustermann|insert|example/);
  }
});

it('knows a row that is there already', () => {
  expect(isDuplicate(said('23505'))).toBe(true);
  expect(isDuplicate(new DrizzleQueryError('', [], said('23505')))).toBe(true);
  expect(isDuplicate(storeErrorOf(said('23505'), false))).toBe(true);
  expect(isDuplicate(said('23503'))).toBe(false);
  expect(isDuplicate(null)).toBe(false);
});

it('knows when nobody knows what became of a statement', () => {
  for (const fault of [said('57P01'), said('08006'), broken('ECONNRESET'), new TooSlow()]) {
    expect(isAnswerLost(fault)).toBe(true);
  }
  for (const fault of [said('53100'), said('40001'), said('23505')]) expect(isAnswerLost(fault)).toBe(false);
});
