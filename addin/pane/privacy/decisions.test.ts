import { describe, expect, it } from '@jest/globals';
import { type Decided, moved, withClass, withTerms } from './decisions.ts';
import { withMasked, withReleased } from './terms.ts';

const nothing: Decided = { mask: [], decisions: {} };
const internal = { dataClass: 'internal', reason: 'nur ein Muster' } as const;

describe('what is decided about a source', () => {
  const released = withTerms(nothing, 'a', (terms) => withReleased(terms, ['Lena Müller']));

  it('holds for that source: its class and what is released in it', () => {
    const { decisions } = withClass(released, 'b', internal);
    expect(decisions).toEqual({
      a: { classChoice: null, release: ['Lena Müller'] },
      b: { classChoice: internal, release: [] },
    });
    expect(withClass(released, 'a', internal).decisions.a?.release).toEqual(['Lena Müller']);
  });

  it('gives way where a word is masked, which is so in every source', () => {
    const masked = withTerms(released, 'b', (terms) => withMasked(terms, 'Lena Müller'));
    expect(masked.mask).toEqual(['Lena Müller']);
    expect(masked.decisions.a?.release).toEqual([]);
  });

  it('moves from before to what the host says is open, and covers nothing there', () => {
    const early = { before: { classChoice: internal, release: [] } };
    expect(moved(early, 'before', 'a')).toEqual({ a: early.before });
    expect(moved({ ...early, ...released.decisions }, 'before', 'a')).toEqual(released.decisions);
    expect(moved(released.decisions, 'before', 'a')).toBe(released.decisions);
  });
});
