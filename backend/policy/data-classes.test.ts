import { describe, expect, it } from '@jest/globals';
import { type ClassSuggestion, type DataClass, dataClasses } from '../../contract/privacy.ts';
import { classThatCounts, defaultPolicy, isStricter, suffices } from './data-classes.ts';

const suggests = (dataClass: DataClass): ClassSuggestion => ({ dataClass, because: ['E-Mail'] });
const chooses = (dataClass: DataClass | null, reason = '') => ({ dataClass, reason });
const missing = expect.objectContaining({ code: 'class_reason_missing' });

describe('the default policy', () => {
  it('gives everything to the house itself', () => {
    expect(dataClasses.map((each) => defaultPolicy[each].intern)).toEqual(Array(5).fill('plain'));
  });

  it('masks what leaves the house, and keeps social data in the EU and VS-NfD in-house', () => {
    expect(dataClasses.map((each) => defaultPolicy[each].eu)).toEqual([
      'plain',
      'masked',
      'masked',
      'masked',
      'refused',
    ]);
    expect(dataClasses.map((each) => defaultPolicy[each].extern)).toEqual([
      'plain',
      'masked',
      'masked',
      'refused',
      'refused',
    ]);
  });

  it('never gives more of a more delicate class, nor more to a more distant place', () => {
    dataClasses.slice(1).forEach((each, index) => {
      const lower = defaultPolicy[dataClasses[index] as DataClass];
      for (const place of ['intern', 'eu', 'extern'] as const) {
        expect(isStricter(lower[place], defaultPolicy[each][place])).toBe(false);
      }
      expect(isStricter(defaultPolicy[each].eu, defaultPolicy[each].extern)).toBe(false);
    });
  });
});

describe('the class that counts', () => {
  it('is what the content suggests where nobody chose', () => {
    expect(classThatCounts(chooses(null), suggests('social'))).toBe('social');
  });

  it('goes upward without a reason', () => {
    expect(classThatCounts(chooses('restricted'), suggests('public'))).toBe('restricted');
    expect(classThatCounts(chooses('personal'), suggests('personal'))).toBe('personal');
  });

  it('goes downward with a reason only', () => {
    expect(classThatCounts(chooses('internal', 'Musterfall '), suggests('social'))).toBe('internal');
    expect(classThatCounts(chooses('public', ' steht im Netz '), suggests('internal'))).toBe('public');
    for (const reason of [
      '',
      '   ',
      'ok',
      ' ok ',
      '...',
      '12345',
      'a  b',
      'Musterbox',
      'steht so 12345678',
    ]) {
      expect(() => classThatCounts(chooses('internal', reason), suggests('social'))).toThrow(missing);
    }
  });
});

describe('suffices', () => {
  it('lets a masked text go where a plain one may, not the other way round', () => {
    expect(suffices('masked', 'plain')).toBe(true);
    expect(suffices('plain', 'plain')).toBe(true);
    expect(suffices('plain', 'masked')).toBe(false);
    expect(suffices('masked', 'refused')).toBe(false);
  });
});
