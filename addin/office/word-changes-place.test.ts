import { describe, expect, it } from '@jest/globals';
import { openChanges } from './testing/open-changes.ts';
import { describeWord } from './testing/describe-word.ts';
import { paragraphOf } from './testing/word-model.ts';

const done = { status: 'done' };
const changed = { status: 'changed' };
const paragraphs = (...texts: string[]) => texts.map((text) => paragraphOf(text));
const DOGS = ['Hund A', 'Steuer: ja', 'Hund B', 'Steuer: ja'];

describe('of paragraphs that read the same, a change finds its own', () => {
  it.each([{ earlier: false }, { earlier: true }])('after others came before it: %j', async ({ earlier }) => {
    for (const showsDeleted of [true, false]) {
      const opened = await openChanges(paragraphs(...DOGS), { showsDeleted });
      const { edit, word } = opened;
      if (earlier)
        expect(await opened.apply([edit('Hund B', 'Hündin B'), edit('A', 'C')])).toEqual([done, done]);
      word.model.insertAfter(-1, paragraphs('neu', 'neu'));
      expect(await opened.apply([edit('ja', 'nein', 1)])).toEqual([done]);
      const now = describeWord(word.model);
      expect([now[3], now[5]]).toEqual(['Steuer: ja', 'Steuer: ⁻ja⁻⁺nein⁺']);
      expect(await opened.takeBack()).toEqual(done);
      expect(describeWord(word.model)).toEqual(['neu', 'neu', ...DOGS]);
    }
  });

  it('after the first of them was changed by us and others came between', async () => {
    const opened = await openChanges(paragraphs(...DOGS));
    await opened.apply([opened.edit('ja', 'nein')]);
    opened.word.model.insertAfter(1, paragraphs('neu'));
    expect(await opened.apply([opened.edit('ja', 'nie', 1)])).toEqual([done]);
    expect(describeWord(opened.word.model)[4]).toBe('Steuer: ⁻ja⁻⁺nie⁺');
  });

  it('in a document that is as it was read, with nothing but such paragraphs', async () => {
    const opened = await openChanges(paragraphs('ja', '', 'ja', 'ja'));
    expect(await opened.apply([opened.edit('ja', 'nein', 1)])).toEqual([done]);
    expect(describeWord(opened.word.model)).toEqual(['ja', '', '⁻ja⁻⁺nein⁺', 'ja']);
  });

  it('among empty ones, once it is struck out itself', async () => {
    const opened = await openChanges(paragraphs('A', '', 'alt', '', 'B'), { showsDeleted: false });
    await opened.apply([{ start: 2, end: 5, text: '' }]);
    opened.word.model.insertAfter(-1, paragraphs('neu'));
    await opened.takeBack();
    expect(describeWord(opened.word.model)).toEqual(['neu', 'A', '', 'alt', '', 'B']);
  });
});

describe('a change is not made', () => {
  it('where its paragraph is gone and one like it still stands', async () => {
    const opened = await openChanges(paragraphs(...DOGS));
    opened.word.model.paragraphs = opened.word.model.paragraphs.slice(0, 2);
    expect(await opened.apply([opened.edit('ja', 'nein', 1)])).toEqual([changed]);
    expect(describeWord(opened.word.model)).toEqual(DOGS.slice(0, 2));
  });

  it('where it can’t be told which of them it was', async () => {
    const opened = await openChanges(paragraphs('ja', 'ja', 'ja'));
    opened.word.model.insertAfter(-1, paragraphs('ja'));
    expect(await opened.apply([opened.edit('ja', 'nein', 1)])).toEqual([changed]);
  });
});
