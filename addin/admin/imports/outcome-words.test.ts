import { describe, expect, it } from '@jest/globals';
import { countsText } from './outcome-words.ts';

const none = { waiting: 0, added: 0, replaced: 0, unchanged: 0, failed: 0, sections: 0 };
const text = (counts: Partial<typeof none>) => countsText({ counts: { ...none, ...counts } });

describe('the counts of an import', () => {
  it('name only what there is', () => {
    expect(text({ failed: 1 })).toBe('1 nicht lesbar');
    expect(text({ added: 3, replaced: 1, unchanged: 2, failed: 1, waiting: 4 })).toBe(
      '3 aufgenommen, 1 neue Fassung, 2 unverändert, 1 nicht lesbar, 4 warten',
    );
  });

  it('are empty where there is no file', () => {
    expect(text({})).toBe('');
  });
});
