import { describe, expect, it } from '@jest/globals';
import { describeWord } from './testing/describe-word.ts';
import { openChanges } from './testing/open-changes.ts';
import { paragraphOf, textOf } from './testing/word-model.ts';
import type { ListModel } from './testing/word-model.ts';
import { hasRevisions } from './testing/word-model-revisions.ts';

const done = { status: 'done' };

describe('changes of whole paragraphs', () => {
  const four = () => ['eins', 'zwei', 'drei', 'vier'].map((one) => paragraphOf(one));

  it.each([
    ['taken out', 'eins\nvier', [{ start: 5, end: 15, text: '' }]],
    ['taken out at the end', 'eins\nzwei\n', [{ start: 9, end: 19, text: '' }]],
    ['added behind', 'eins\nA\nB\nzwei\ndrei\nvier', [{ start: 4, end: 4, text: '\nA\nB' }]],
    ['added before', 'A\nB\neins\nzwei\ndrei\nvier', [{ start: 0, end: 0, text: 'A\nB\n' }]],
    ['added at the end', 'eins\nzwei\ndrei\nvier\nA\n\nB', [{ start: 19, end: 19, text: '\nA\n\nB' }]],
    ['joined', 'eins und zwei\ndrei\nvier', [{ start: 4, end: 5, text: ' und ' }]],
    ['parted', 'ei\nns\nzwei\ndrei\nvier', [{ start: 2, end: 2, text: '\n' }]],
    [
      'parted beside changed words',
      'EI\nns\nzwei\nDREI\nvier',
      [
        { start: 0, end: 2, text: 'EI' },
        { start: 2, end: 2, text: '\n' },
        { start: 10, end: 14, text: 'DREI' },
      ],
    ],
    ['replaced by more', 'eins\n2\n2a\ndrei\nvier', [{ start: 5, end: 10, text: '2\n2a\n' }]],
    ['replaced over an end', 'eins\nzwEI\nDREi\nvier', [{ start: 7, end: 13, text: 'EI\nDRE' }]],
  ])('%s', async (_name, expected, edits) => {
    for (const showsDeleted of [true, false]) {
      const kept = await openChanges(four(), { showsDeleted });
      expect((await kept.apply(edits)).map(({ status }) => status)).toEqual(edits.map(() => 'done'));
      expect(kept.accepted()).toBe(expected);
      const refused = await openChanges(four(), { showsDeleted });
      await refused.apply(edits);
      expect(refused.rejected()).toBe('eins\nzwei\ndrei\nvier');
      const back = await openChanges(four(), { showsDeleted });
      await back.apply(edits);
      expect(await back.takeBack()).toEqual(done);
      expect(back.word.model.paragraphs.map(textOf)).toEqual(['eins', 'zwei', 'drei', 'vier']);
      expect(hasRevisions(back.word.model)).toBe(false);
    }
  });

  it.each([
    ['taken out', [{ start: 5, end: 15, text: '' }]],
    ['added', [{ start: 4, end: 4, text: '\nA\nB' }]],
    ['joined', [{ start: 4, end: 5, text: ' und ' }]],
    ['parted', [{ start: 2, end: 2, text: '\n' }]],
  ])('%s, are taken back where Word can’t reject', async (_name, edits) => {
    for (const minor of [4, 3]) {
      const opened = await openChanges(four(), { minor });
      expect(await opened.apply(edits)).toEqual([done]);
      expect(await opened.takeBack()).toEqual(done);
      expect(opened.accepted()).toBe('eins\nzwei\ndrei\nvier');
    }
  });

  it('are not made over a note, a cell or what was changed', async () => {
    const opened = await openChanges([...four(), paragraphOf('mit\u0002 Note')]);
    opened.word.model.insert({ paragraph: opened.word.model.at(0), offset: 0 }, 'X');
    const outcomes = await opened.apply([
      { start: 3, end: 6, text: '' },
      { start: 16, end: 26, text: 'x' },
    ]);
    expect(outcomes).toEqual([{ status: 'changed' }, { status: 'protected' }]);
  });

  it('hand on style and list', async () => {
    const model: ListModel = { id: 1, levels: new Map([[0, { ordered: true, start: 1 }]]) };
    const opened = await openChanges([
      paragraphOf('eins', { list: { model, level: 0 } }),
      paragraphOf('Ende'),
    ]);
    await opened.apply([{ start: 4, end: 4, text: '\nzwei' }]);
    expect(describeWord(opened.word.model)).toEqual(['1. eins', '2. ⁺zwei⁺', 'Ende']);
  });
});
