import { expect, it } from '@jest/globals';
import { nearest, slipsBetween } from './near.ts';

it.each([
  ['arbeit', 'arbeit', 0],
  ['arbeit', 'arbet', 1],
  ['arbeit', 'abreit', 1],
  ['arbeit', 'xarbeit', 1],
  ['arbeit', 'arbyit', 1],
  ['arbeit', 'rabiet', 2],
])('counts slips between %s and %s', (one, other, slips) => {
  expect(slipsBetween(one, other, 2)).toBe(slips);
  expect(slipsBetween(other, one, 2)).toBe(slips);
});

it('takes the nearest, in whatever order they come', () => {
  const words = ['arbeitszeit', 'arbeitszeiten', 'arbeitsort'];
  expect(nearest('arbeitszeitt', words)).toEqual([{ term: 'arbeitszeit', weight: 0.8 }]);
  expect(nearest('arbeitszeitt', words.toReversed())).toEqual(nearest('arbeitszeitt', words));
});

it('takes nothing that is only a little alike', () => {
  expect(nearest('hunde', ['stunde', 'kunden', 'runde'])).toEqual([{ term: 'runde', weight: 0.8 }]);
  expect(nearest('steuer', ['feuer', 'mauer'])).toEqual([]);
});
