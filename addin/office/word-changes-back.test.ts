import { describe, expect, it } from '@jest/globals';
import { describeWord, linesOf } from './testing/describe-word.ts';
import { openChanges } from './testing/open-changes.ts';
import { lettersOf, paragraphOf } from './testing/word-model.ts';
import { accept, hasRevisions, reject } from './testing/word-model-revisions.ts';

const done = { status: 'done' };
const versions = [
  { minor: 9, showsDeleted: true },
  { minor: 9, showsDeleted: false },
  { minor: 4, showsDeleted: true },
  { minor: 3, showsDeleted: true },
];

const TEXT = 'Wir bitten um eine Antwort und grüßen.';

async function changed(options: (typeof versions)[number]) {
  const opened = await openChanges([paragraphOf(TEXT)], options);
  const { edit } = opened;
  const edits = [edit('bitten', 'ersuchen'), edit('eine ', ''), { start: 26, end: 26, text: ' bald' }];
  expect(await opened.apply(edits)).toEqual([done, done, done]);
  return opened;
}

describe.each(versions)('taking changes back in %j', (options) => {
  it('leaves the text as it was', async () => {
    const opened = await changed(options);
    expect(await opened.takeBack()).toEqual(done);
    expect(linesOf(opened.word.model)).toEqual([TEXT]);
    expect(hasRevisions(opened.word.model)).toBe(false);
    expect(opened.word.model.trackingMode).toBe('Off');
    expect(await opened.takeBack()).toEqual(done);
    expect(await opened.apply([opened.edit('bitten', 'fragen')])).toEqual([done]);
  });

  it('does so after a person accepted or rejected all of them', async () => {
    for (const settle of [accept, reject]) {
      const opened = await changed(options);
      const { model } = opened.word;
      settle(model, model.all());
      expect(await opened.takeBack()).toEqual(done);
      expect(linesOf(model)).toEqual([TEXT]);
    }
  });

  it('does so after a person accepted one of them', async () => {
    const opened = await changed(options);
    const { model } = opened.word;
    const from = linesOf(model)[0]?.indexOf('bitten') ?? 0;
    accept(model, model.span(model.at(0), from, model.at(0), from + 'bittenersuchen'.length));
    expect(await opened.takeBack()).toEqual(done);
    expect(linesOf(model)).toEqual([TEXT]);
  });

  it('leaves a paragraph that a person has edited, and says so', async () => {
    const opened = await changed(options);
    const { model } = opened.word;
    model.insert({ paragraph: model.at(0), offset: 0 }, 'X');
    const before = describeWord(model);
    expect(await opened.takeBack()).toEqual({ status: 'changed' });
    expect(describeWord(model)).toEqual(before);
  });
});

describe('taking changes back', () => {
  it('puts the old words back where Word can’t tell its changes', async () => {
    const opened = await changed({ minor: 9, showsDeleted: true });
    opened.word.faults.refuse.set('getTrackedChanges', 'GeneralException');
    opened.word.model.trackingMode = 'TrackAll';
    expect(await opened.takeBack()).toEqual(done);
    expect(linesOf(opened.word.model)).toEqual([TEXT]);
    expect(opened.word.model.trackingMode).toBe('TrackAll');
  });

  it('keeps what a person changed elsewhere in the paragraph’s look', async () => {
    const opened = await changed({ minor: 9, showsDeleted: true });
    for (const letter of opened.word.model.at(0).letters.slice(0, 3)) letter.bold = true;
    await opened.takeBack();
    expect(describeWord(opened.word.model)).toEqual([TEXT.replace('Wir', '*Wir*')]);
  });

  it('leaves the changes of a person alone', async () => {
    const paragraph = paragraphOf('');
    paragraph.letters = [...lettersOf('Von mir', { revision: 'inserted' }), ...lettersOf(' und dir.')];
    const opened = await openChanges([paragraph]);
    await opened.apply([opened.edit('dir', 'uns')]);
    expect(await opened.takeBack()).toEqual(done);
    expect(describeWord(opened.word.model)).toEqual(['⁺Von mir⁺ und dir.']);
  });

  it('tells a failure and a Word that does not answer', async () => {
    const refused = await changed({ minor: 4, showsDeleted: true });
    refused.word.faults.readOnly = true;
    expect(await refused.takeBack()).toEqual({ status: 'failed', why: 'read-only' });
    const silent = await openChanges([paragraphOf('alt')], { limit: 30 });
    await silent.apply([silent.edit('alt', 'neu')]);
    silent.word.faults.stall = true;
    expect(await silent.takeBack()).toEqual({ status: 'unconfirmed' });
  });
});
