import { describe, expect, it } from '@jest/globals';
import type { Field } from '../../../../contract/agents/value.ts';
import { durationMentions, isDuration } from './durations.ts';

const length: Field = { name: 'dauer', label: 'Dauer der Frist', kind: 'zahl' };
const unit: Field = {
  name: 'einheit',
  label: 'Einheit',
  kind: 'auswahl',
  options: ['Tage', 'Wochen', 'Monate'],
};

describe('a length of time', () => {
  it.each([
    ['innerhalb von zwei Wochen nach Eingang', ['2'], ['Wochen']],
    ['Gegen diesen Bescheid kann innerhalb eines Monats Widerspruch erhoben werden.', ['1'], ['Monate']],
    ['binnen 14 Tagen', ['14'], ['Tage']],
    ['bis zum 01.12.2026', [], []],
  ])('in "%s"', (text, counts, units) => {
    expect(durationMentions(length, text)).toEqual(counts);
    expect(durationMentions(unit, text)).toEqual(units);
  });

  it('has only units that may be chosen', () => {
    expect(durationMentions(unit, 'innerhalb von drei Jahren')).toEqual([]);
  });

  it('is what a field says that it is', () => {
    expect(isDuration(length)).toBe(true);
    expect(isDuration(unit)).toBe(true);
    expect(isDuration({ ...length, label: 'Zahl der Sitzungen' })).toBe(false);
    expect(isDuration({ ...unit, options: ['Bescheid'] })).toBe(false);
  });
});
