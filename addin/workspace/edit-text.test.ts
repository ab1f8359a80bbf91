import { describe, expect, it } from '@jest/globals';
import { byLine, standing, trimmed } from './edit-text.ts';

describe('standing', () => {
  const edits = [
    { start: 0, end: 4, text: 'Neue', stands: 'unknown' as const },
    { start: 9, end: 9, text: ' sehr', stands: 'unknown' as const },
  ];

  it('tells which edits a text has', () => {
    const answers = (now: string) => standing('Alte Häuser', edits, now);
    expect(answers('Alte Häuser')).toEqual([false, false]);
    expect(answers('Neue Häuser')).toEqual([true, false]);
    expect(answers('Alte Häus sehrer')).toEqual([false, true]);
    expect(answers('Neue Häus sehrer')).toEqual([true, true]);
  });

  it('says nothing where someone else has written', () => {
    expect(standing('Alte Häuser', edits, 'Alte Häuser!')).toBeNull();
    expect(standing('Alte Häuser', edits, '')).toBeNull();
    expect(standing('', [], '')).toEqual([]);
  });

  it('believes what is known where the text alone can’t tell', () => {
    const same = (first: boolean, second: boolean) => [
      { start: 0, end: 0, text: 'a', stands: first },
      { start: 1, end: 1, text: 'a', stands: second },
    ];
    expect(standing('aa', same(true, false), 'aaa')).toEqual([true, false]);
    expect(standing('aa', same(false, true), 'aaa')).toEqual([false, true]);
  });
});

describe('trimmed', () => {
  const of = (old: string, text: string) => {
    const edit = trimmed({ start: 10, end: 10 + old.length, text }, old);
    return [old.slice(edit.start - 10, edit.end - 10), edit.text];
  };

  it.each([
    ['der alte Satz', 'der neue Satz', 'alte', 'neue'],
    ['Haus', 'Häuser', 'Haus', 'Häuser'],
    ['A\nB', 'A\nX\nB', '', 'X\n'],
    ['a b', 'a b c', '', ' c'],
    ['gleich', 'gleich', '', ''],
    ['😀', '😁', '😀', '😁'],
    ['', 'neu', '', 'neu'],
  ])('leaves of “%s” → “%s” only “%s” → “%s”', (old, text, oldRest, textRest) => {
    expect(of(old, text)).toEqual([oldRest, textRest]);
  });
});

describe('byLine', () => {
  const lines = ['eins', 'zwei', 'drei'];

  it('keeps an edit within a line', () => {
    expect(byLine(lines, { start: 5, end: 9, text: '2' })).toEqual([
      { line: 1, start: 0, end: 4, texts: ['2'], joins: false },
    ]);
  });

  it('keeps the breaks that both texts have', () => {
    expect(byLine(lines, { start: 0, end: 9, text: '1\n2' })).toEqual([
      { line: 1, start: 0, end: 4, texts: ['2'], joins: false },
      { line: 0, start: 0, end: 4, texts: ['1'], joins: false },
    ]);
  });

  it('joins where breaks go, and splits where they come', () => {
    expect(byLine(lines, { start: 4, end: 9, text: '' })).toEqual([
      { line: 1, start: 0, end: 4, texts: [''], joins: true },
      { line: 0, start: 4, end: 4, texts: [''], joins: false },
    ]);
    expect(byLine(lines, { start: 4, end: 4, text: '\nneu' })).toEqual([
      { line: 0, start: 4, end: 4, texts: ['', 'neu'], joins: false },
    ]);
  });
});
