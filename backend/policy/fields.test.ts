import { describe, expect, it } from '@jest/globals';
import { changesBetween, fieldsOf } from './fields.ts';

const changes = (before: object, after: object) => changesBetween(fieldsOf(before), fieldsOf(after));

describe('changesBetween', () => {
  it('tells each field that differs, with both sides', () => {
    expect(
      changes(
        { limits: { personPerMinute: 5, personPerDay: 9 }, models: ['a'], aiNote: true },
        { limits: { personPerMinute: 6, personPerDay: 9 }, models: null, gender: 'pairs' },
      ),
    ).toEqual([
      { field: 'aiNote', before: true },
      { field: 'gender', after: 'pairs' },
      { field: 'limits.personPerMinute', before: 5, after: 6 },
      { field: 'models', before: ['a'], after: null },
    ]);
  });

  it('finds nothing in what is alike', () => {
    expect(changes({ a: { b: [] } }, { a: { b: [] } })).toEqual([]);
    expect(changes({}, { treatments: {} })).toEqual([]);
  });

  it('names what the Verbund decides as what a Kommune decides', () => {
    expect(
      changes(
        { overrides: { gender: 'pairs' }, locked: [] },
        { overrides: { gender: 'colon' }, locked: ['gender'] },
      ),
    ).toEqual([
      { field: 'gender', before: 'pairs', after: 'colon' },
      { field: 'locked', before: [], after: ['gender'] },
    ]);
  });
});
