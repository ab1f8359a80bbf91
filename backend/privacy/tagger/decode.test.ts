import { describe, expect, it } from '@jest/globals';
import { personsIn } from './decode.ts';
import { LABEL, LABELS } from './labels.ts';

/** A row from the points of `none`, `personBegin` and `personInside` for each token. */
function row(points: readonly [none: number, begin: number, inside: number][]) {
  const scores = new Float32Array(points.length * LABELS).fill(-100);
  points.forEach(([none, begin, inside], at) => {
    scores[at * LABELS + LABEL.none] = none;
    scores[at * LABELS + LABEL.personBegin] = begin;
    scores[at * LABELS + LABEL.personInside] = inside;
  });
  return { length: points.length, scores, transitions: new Float32Array(LABELS * LABELS) };
}

describe('personsIn', () => {
  it('finds the best reading, and how much better it is', () => {
    expect(
      personsIn(
        row([
          [0, 3, 0],
          [0, 1, 4],
          [2, 0, 0],
        ]),
      ),
    ).toEqual([{ from: 0, to: 2, margin: 7 }]);
  });

  it('never begins inside of a person', () => {
    expect(personsIn(row([[0, -1, 9]]))).toEqual([]);
    expect(
      personsIn(
        row([
          [0, -1, 9],
          [0, -1, 9],
        ]),
      ),
    ).toEqual([{ from: 0, to: 2, margin: 8 }]);
  });

  it('tells two persons side by side apart', () => {
    expect(
      personsIn(
        row([
          [0, 5, 0],
          [0, 6, 2],
        ]),
      ),
    ).toEqual([
      { from: 0, to: 1, margin: 5 },
      { from: 1, to: 2, margin: 6 },
    ]);
  });

  it('heeds what may follow what', () => {
    const one = row([
      [0, 3, 0],
      [0, 0, 2],
    ]);
    one.transitions[LABEL.personBegin * LABELS + LABEL.personInside] = -5;
    expect(personsIn(one)).toEqual([{ from: 0, to: 1, margin: 3 }]);
  });
});
