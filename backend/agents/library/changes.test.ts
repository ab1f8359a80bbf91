import { expect, it } from '@jest/globals';
import { changedLines } from './changes.ts';

const told = (before: string, after: string) =>
  changedLines(before, after).map(
    ({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`,
  );

it('tells what was added and taken away, line by line', () => {
  expect(told('a\nb\nc', 'a\nx\nc\nd')).toEqual([' a', '-b', '+x', ' c', '+d']);
});

it('makes no difference of the end of the last line', () => {
  expect(told('a\nb', 'a\nb\n')).toEqual([' a', ' b']);
  expect(told('', 'a')).toEqual(['+a']);
  expect(told('a', '')).toEqual(['-a']);
  expect(told('', '')).toEqual([]);
});

it('tells two texts as wholly different that have nothing in common', () => {
  const many = (word: string) => Array.from({ length: 3_000 }, (_, at) => `${word} ${at}`).join('\n');
  const changes = changedLines(many('a'), many('b'));
  expect(changes.filter(({ kind }) => kind === 'removed')).toHaveLength(3_000);
  expect(changes.filter(({ kind }) => kind === 'added')).toHaveLength(3_000);
});
