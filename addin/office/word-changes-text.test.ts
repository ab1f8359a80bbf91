import { describe, expect, it } from '@jest/globals';
import type { WrittenWords } from './word-lines.ts';
import { candidates, placeNow, readNow } from './word-changes-text.ts';

const RAW = 'ein alter Satz steht';
const written = (start: number, end: number, text: string): WrittenWords => ({
  line: 0,
  start,
  end,
  old: RAW.slice(start, end),
  text,
});
const two = [written(4, 9, 'neuer'), written(15, 20, 'gilt')];

describe('a paragraph with words of ours', () => {
  it.each([
    ['struck out text shown', 'ein alterneuer Satz stehtgilt', ['both', 'both']],
    ['new text before', 'ein neueralter Satz giltsteht', ['both', 'both']],
    ['struck out text not shown', 'ein neuer Satz gilt', ['new', 'new']],
    ['one accepted, one rejected', 'ein neuer Satz steht', ['new', 'old']],
  ])('is read with %s', (_name, current, forms) => {
    expect(readNow(RAW, two, current)?.map(({ form }) => form)).toEqual(forms);
    expect(candidates(RAW, two).length).toBe(4);
  });

  it.each(['ein neuer Satz, gilt', 'ein Satz gilt', '', `${RAW}!`])('is told from "%s"', (current) => {
    expect(readNow(RAW, two, current)).toBeNull();
  });

  it('tells where other places stand now', () => {
    const now = readNow(RAW, two, 'ein alterneuer Satz gilt') ?? [];
    expect(placeNow(two, now, 10, 14)).toEqual({ start: 15, end: 19 });
    expect(placeNow(two, now, 0, 4)).toEqual({ start: 0, end: 4 });
    expect(placeNow(two, now, 9, 9)).toEqual({ start: 14, end: 14 });
    expect(placeNow(two, now, 4, 4)).toEqual({ start: 4, end: 4 });
    expect(placeNow(two, now, 8, 10)).toBeNull();
    expect(placeNow(two, now, 6, 6)).toBeNull();
  });

  it('tells it beside insertions', () => {
    const one = [written(4, 4, 'sehr ')];
    const now = readNow(RAW, one, 'ein sehr alter Satz steht') ?? [];
    expect(placeNow(one, now, 0, 4)).toEqual({ start: 0, end: 4 });
    expect(placeNow(one, now, 4, 9)).toEqual({ start: 9, end: 14 });
    expect(placeNow(one, now, 4, 4)).toBeNull();
    expect(placeNow(one, now, 3, 5)).toBeNull();
  });

  it('is read in linear time where everything is alike', () => {
    const raw = 'a'.repeat(400);
    const many = Array.from({ length: 200 }, (_, index) => ({
      ...written(0, 0, ''),
      start: index * 2,
      end: index * 2 + 1,
      old: 'a',
      text: '',
    }));
    expect(readNow(raw, many, 'a'.repeat(300))).toHaveLength(200);
    expect(readNow(raw, many, `${'a'.repeat(300)}b`)).toBeNull();
  });
});
