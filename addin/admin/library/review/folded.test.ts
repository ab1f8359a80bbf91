import { describe, expect, it } from '@jest/globals';
import type { DiffLine } from '../../../../contract/agents/library.ts';
import { changesIn, folded } from './folded.ts';

const same = (count: number): DiffLine[] =>
  Array.from({ length: count }, (_none, at) => ({ kind: 'same', text: String(at) }));
const added: DiffLine = { kind: 'added', text: 'neu' };

describe('lines that did not change', () => {
  it('stay near a change and are counted elsewhere', () => {
    const lines = [...same(10), added, ...same(10)];
    const shown = folded(lines);
    expect(shown[0]).toEqual({ same: 7 });
    expect(shown.at(-1)).toEqual({ same: 7 });
    expect(shown).toHaveLength(9);
  });

  it('are not counted where a word for them would be as long', () => {
    expect(folded([...same(4), added])).toEqual([...same(4), added]);
  });

  it('add up to all lines', () => {
    const lines = [...same(5), added, ...same(9), added, ...same(2)];
    const sum = folded(lines).reduce((count, piece) => count + ('same' in piece ? piece.same : 1), 0);
    expect(sum).toBe(lines.length);
    expect(changesIn(lines)).toEqual({ added: 2, removed: 0 });
  });
});
