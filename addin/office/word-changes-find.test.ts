import { describe, expect, it } from '@jest/globals';
import { describeWord } from './testing/describe-word.ts';
import { openChanges } from './testing/open-changes.ts';
import { paragraphOf, textOf } from './testing/word-model.ts';

const done = { status: 'done' };

describe('changes find their place', () => {
  it('at the right one of several equal words', async () => {
    const opened = await openChanges([paragraphOf('der Hund, der Hut, der Hase'), paragraphOf('der')]);
    await opened.apply([opened.edit('der', 'ein', 1)]);
    expect(describeWord(opened.word.model)[0]).toBe('der Hund, ⁻der⁻⁺ein⁺ Hut, der Hase');
  });

  it('in text that the search takes for something special or for the same', async () => {
    const text = 'a^b „x“ "x" c d\u00A0e c\u00A0d e ^p';
    const opened = await openChanges([paragraphOf(text)]);
    const { edit } = opened;
    const outcomes = await opened.apply([
      edit('a^b', 'A'),
      edit('"x"', 'X'),
      edit('c\u00A0d', 'C'),
      edit('^p', 'P'),
    ]);
    expect(outcomes).toEqual([done, done, done, done]);
    expect(opened.accepted()).toBe('A „x“ X c d\u00A0e C e P');
  });

  it('over more than 255 characters, line breaks and tabs', async () => {
    const long = Array.from({ length: 120 }, (_, index) => `Wort${index}`).join(' ');
    const opened = await openChanges([paragraphOf(`Vorn\t${long}\vhinten`)]);
    const outcome = await opened.apply([opened.edit(`\t${long}\vhin`, ' neu\vun')]);
    expect(outcome).toEqual([done]);
    expect(opened.accepted()).toBe('Vorn neu\vunten');
  });

  it('in a long document, 300 at once and with few requests', async () => {
    const paragraphs = Array.from({ length: 300 }, (_, index) =>
      paragraphOf(`Absatz ${index}: die Stelle und die Stelle.`),
    );
    const opened = await openChanges(paragraphs);
    const before = opened.word.syncs();
    const edits = Array.from({ length: 300 }, (_, index) => opened.edit('Stelle.', 'Sache.', index));
    const outcomes = await opened.apply(edits);
    expect(outcomes.filter(({ status }) => status === 'done')).toHaveLength(300);
    expect(opened.word.syncs() - before).toBeLessThan(30);
    expect(textOf(opened.word.model.at(299))).toBe('Absatz 299: die Stelle und die Stelle.Sache.');
  }, 60_000);

  it('after paragraphs came before them', async () => {
    const opened = await openChanges([paragraphOf('eins'), paragraphOf('zwei')]);
    opened.word.model.insertAfter(-1, [paragraphOf('neu'), paragraphOf('')]);
    expect(await opened.apply([opened.edit('zwei', '2')])).toEqual([done]);
    expect(describeWord(opened.word.model)).toEqual(['neu', '', 'eins', '⁻zwei⁻⁺2⁺']);
  });

  it('but not in a paragraph that was changed', async () => {
    const opened = await openChanges([paragraphOf('eins zwei'), paragraphOf('drei')]);
    opened.word.model.insert({ paragraph: opened.word.model.at(0), offset: 0 }, 'X');
    const outcomes = await opened.apply([
      opened.edit('eins', '1'),
      opened.edit('zwei', '2'),
      opened.edit('drei', '3'),
    ]);
    expect(outcomes).toEqual([{ status: 'changed' }, { status: 'changed' }, done]);
    expect(describeWord(opened.word.model)).toEqual(['Xeins zwei', '⁻drei⁻⁺3⁺']);
  });

  it('in a selection only within what was selected', async () => {
    const opened = await openChanges([paragraphOf('eins zwei'), paragraphOf('eins drei')], {
      select: (word) => {
        const { model } = word;
        model.selection = model.span(model.at(0), 5, model.at(1), 4);
      },
    });
    expect(opened.text).toBe('zwei\neins');
    expect(await opened.apply([opened.edit('zwei', '2')])).toEqual([done]);
    expect(await opened.apply([opened.edit('eins', '1')])).toEqual([done]);
    expect(describeWord(opened.word.model)).toEqual(['eins ⁻zwei⁻⁺2⁺', '⁻eins⁻⁺1⁺ drei']);
    expect(await opened.takeBack()).toEqual(done);
    expect(describeWord(opened.word.model)).toEqual(['eins zwei', 'eins drei']);
  });
});
