import { describe, expect, it } from '@jest/globals';
import type { Edit } from './host.ts';
import { describeWord } from './testing/describe-word.ts';
import { openChanges } from './testing/open-changes.ts';
import { lettersOf, paragraphOf } from './testing/word-model.ts';
import type { Paragraph, Revision } from './testing/word-model.ts';

const done = { status: 'done' };
const refused = { status: 'protected' };

/** `eins ⁺Einschub⁺zwei`, by a colleague. */
function colleague(revision: Revision = 'inserted'): Paragraph[] {
  const paragraph = paragraphOf('');
  const theirs = lettersOf('Einschub', { revision, author: 'Kollegin' });
  paragraph.letters = [...lettersOf('eins '), ...theirs, ...lettersOf('zwei')];
  return [paragraphOf('davor'), paragraph, paragraphOf('danach')];
}

const within: [string, Edit][] = [
  ['over it', { start: 6, end: 23, text: 'x' }],
  ['over a part of it', { start: 14, end: 21, text: 'x' }],
  ['in the midst of it', { start: 14, end: 14, text: 'x' }],
  ['of its paragraph', { start: 6, end: 24, text: '' }],
  ['over the end of its paragraph', { start: 21, end: 25, text: 'x' }],
  ['over it and with a new paragraph', { start: 11, end: 23, text: 'x\ny' }],
];

describe('a colleague’s insertion', () => {
  it.each(within)('is not touched by a change %s', async (_name, edit) => {
    const opened = await openChanges(colleague());
    const before = describeWord(opened.word.model);
    expect(await opened.apply([edit])).toEqual([refused]);
    expect(await opened.takeBack()).toEqual(done);
    expect(describeWord(opened.word.model)).toEqual(before);
  });

  it.each<[string, Edit[]]>([
    ['before', [{ start: 6, end: 10, text: 'e' }]],
    ['right before', [{ start: 6, end: 11, text: 'e' }]],
    ['right behind', [{ start: 19, end: 23, text: 'Ein' }]],
    [
      'inserted at its edges',
      [
        { start: 11, end: 11, text: 'a' },
        { start: 19, end: 19, text: 'Einschub' },
      ],
    ],
    ['in a new paragraph behind', [{ start: 23, end: 23, text: '\nneu' }]],
    ['in the paragraph before, taken out', [{ start: 0, end: 6, text: '' }]],
  ])('outlives a change %s', async (_name, edits) => {
    for (const minor of [9, 4, 3]) {
      for (const showsDeleted of [true, false]) {
        const opened = await openChanges(colleague(), { minor, showsDeleted });
        const before = describeWord(opened.word.model);
        expect(await opened.apply(edits)).toEqual(edits.map(() => done));
        await opened.takeBack();
        const after = describeWord(opened.word.model);
        expect(after).toContain('eins ⁺Einschub⁺zwei');
        if (minor === 9) expect(after).toEqual(before);
      }
    }
  });

  it('outlives the taking back of a new paragraph into which it was made', async () => {
    const opened = await openChanges([paragraphOf('eins'), paragraphOf('zwei')]);
    await opened.apply([{ start: 4, end: 4, text: '\nneu' }]);
    const { model } = opened.word;
    model.put(model.at(1), 1, lettersOf('Einschub', { revision: 'inserted', author: 'Kollegin' }));
    expect(await opened.takeBack()).toEqual({ status: 'changed' });
    expect(describeWord(model).join('')).toContain('Einschub');
  });
});

describe('what a colleague struck out', () => {
  it.each([true, false])('stays struck out beside our change; shown: %s', async (showsDeleted) => {
    const opened = await openChanges(colleague('deleted'), { showsDeleted });
    const before = describeWord(opened.word.model);
    expect(await opened.apply([opened.edit('zwei', 'drei')])).toEqual([done]);
    expect(await opened.takeBack()).toEqual(done);
    expect(describeWord(opened.word.model)).toEqual(before);
  });
});

describe('where Word does not tell the tracked changes', () => {
  it('nothing is written over', async () => {
    const opened = await openChanges([paragraphOf('alt')]);
    opened.word.faults.refuse.set('getTrackedChanges', 'GeneralException');
    expect(await opened.apply([opened.edit('alt', 'neu')])).toEqual([refused]);
    expect(describeWord(opened.word.model)).toEqual(['alt']);
  });
});

describe('a new paragraph at the end', () => {
  it('can follow one of ours', async () => {
    const opened = await openChanges([paragraphOf('eins')]);
    expect(await opened.apply([{ start: 4, end: 4, text: '\nA' }])).toEqual([done]);
    expect(await opened.apply([{ start: 4, end: 4, text: '\nB' }])).toEqual([done]);
  });
});
