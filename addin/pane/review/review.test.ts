import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../changes/changes.ts';
import type { Edit, EditOutcome } from '../../office/host.ts';
import { handOver, newReview, outcomesOf, stateOf, toggle, wanted } from './review.ts';

const words = (id: number, start: number): Change => ({
  id,
  kind: 'words',
  edits: [{ start, end: start + 3, text: `neu${id}` }],
});
/** A sentence that goes from the beginning to 50. */
const moved: Change = {
  id: 7,
  kind: 'moved',
  edits: [
    { start: 0, end: 10, text: '' },
    { start: 50, end: 50, text: 'Der Satz.' },
  ],
};

describe('what a person decides', () => {
  it('is taken until it is left, and can be taken again', () => {
    const all = newReview([words(1, 0), words(2, 10)]);
    const one = toggle(all, 2);
    expect(wanted(all).map(({ id }) => id)).toEqual([1, 2]);
    expect(wanted(one).map(({ id }) => id)).toEqual([1]);
    expect(stateOf(one, 2)).toBe('left');
    expect(wanted(toggle(one, 2))).toHaveLength(2);
  });

  it('is over once the change was handed to the document', () => {
    const review = {
      ...newReview([words(1, 0), words(2, 10)]),
      outcomes: { 1: { status: 'done' as const } },
    };
    expect(wanted(review).map(({ id }) => id)).toEqual([2]);
    expect(stateOf(review, 1)).toBe('done');
  });
});

describe('outcomes', () => {
  it('of a change are those of its worst edit, and never claimed where none came', () => {
    const edits = [{ id: 1 }, { id: 1 }, { id: 2 }, { id: 3 }];
    expect(outcomesOf(edits, [{ status: 'done' }, { status: 'changed' }, { status: 'done' }])).toEqual({
      1: { status: 'changed' },
      2: { status: 'done' },
      3: { status: 'unconfirmed' },
    });
  });
});

describe('handing over', () => {
  const writer = (answer: (edit: Edit) => EditOutcome) => {
    const calls: Edit[][] = [];
    const apply = (edits: readonly Edit[]) => {
      calls.push([...edits]);
      return Promise.resolve(edits.map(answer));
    };
    return { calls, apply };
  };

  it('sends the edits in the order of the text, and takes a moved sentence away last', async () => {
    const { calls, apply } = writer(() => ({ status: 'done' }));
    const outcomes = await handOver([moved, words(1, 20)], { isAtomic: false, apply });
    expect(calls.map((edits) => edits.map(({ start }) => start))).toEqual([[20, 50], [0]]);
    expect(outcomes).toEqual({ 1: { status: 'done' }, 7: { status: 'done' } });
  });

  it('leaves a sentence where it is if its new place has changed', async () => {
    const { calls, apply } = writer(({ start }) => ({ status: start === 50 ? 'changed' : 'done' }));
    expect(await handOver([moved], { isAtomic: false, apply })).toEqual({ 7: { status: 'changed' } });
    expect(calls).toHaveLength(1);
  });

  it('sends all at once where all is written or nothing', async () => {
    const { calls, apply } = writer(() => ({ status: 'done' }));
    await handOver([moved, words(1, 20)], { isAtomic: true, apply });
    expect(calls.map((edits) => edits.map(({ start }) => start))).toEqual([[0, 20, 50]]);
  });

  it('asks nothing of the document where nothing is wanted', async () => {
    const { calls, apply } = writer(() => ({ status: 'done' }));
    expect(await handOver([], { isAtomic: false, apply })).toEqual({});
    expect(calls).toHaveLength(0);
  });
});
