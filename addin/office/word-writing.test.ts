import { describe, expect, it } from '@jest/globals';
import type { Host } from './host.ts';
import { linesOf } from './testing/describe-word.ts';
import { openWord } from './testing/open-word.ts';
import { paragraphOf } from './testing/word-model.ts';
import { paragraph } from './testing/write-blocks.ts';

const result = { blocks: [paragraph('neu')], title: '' };

function changesOf({ changes }: Host) {
  if (changes === null) throw new Error('no changes');
  return changes;
}

describe('all that writes', () => {
  it('stands in one queue', async () => {
    const { host, word } = openWord([paragraphOf('alter Text')]);
    const taken = await host.take('whole');
    const remarks = [{ passage: 'alter Text', text: 'a' }];
    const edits = [{ start: 0, end: 5, text: 'neuer' }];
    const outcomes = await Promise.all([
      host.comment?.(taken, remarks),
      host.perform('replace', result, taken),
      host.comment?.(taken, remarks),
      changesOf(host).apply(taken, edits),
    ]);
    expect(outcomes).toEqual([
      { status: 'done' },
      { status: 'done' },
      { status: 'changed' },
      [{ status: 'changed' }],
    ]);
    expect(linesOf(word.model).filter((line) => line !== '')).toEqual(['neu']);
  });

  it('changes single words and takes them back', async () => {
    const { host, word } = openWord([paragraphOf('alter Text')]);
    const taken = await host.take('whole');
    expect(taken.lines).toMatchObject([{ text: 'alter Text', fixed: 0 }]);
    expect(await changesOf(host).apply(taken, [{ start: 0, end: 5, text: 'neuer' }])).toEqual([
      { status: 'done' },
    ]);
    expect(linesOf(word.model)[0]).toContain('neuer');
    expect(await changesOf(host).takeBack(taken)).toEqual({ status: 'done' });
    expect(linesOf(word.model)).toEqual(['alter Text']);
  });

  it.each([
    [9, 'tracked'],
    [3, 'revisions'],
  ] as const)('marks changes in Word 1.%d as %s', (minor, marking) => {
    expect(changesOf(openWord([paragraphOf('')], { minor }).host).marking).toBe(marking);
  });

  it('knows a text for as long as Word holds its place', async () => {
    const { host, word } = openWord([paragraphOf('eins zwei')]);
    const whole = await host.take('whole');
    word.select('eins');
    const old = await host.take('selection');
    for (let count = 0; count < 8; count += 1) await host.take('selection');
    expect(word.tracked()).toBe(8);
    expect(await changesOf(host).apply(old, [{ start: 0, end: 4, text: 'x' }])).toEqual([
      { status: 'changed' },
    ]);
    expect(await changesOf(host).takeBack(old)).toEqual({ status: 'changed' });
    expect(await host.perform('replace', result, old)).toEqual({ status: 'changed' });
    expect(await host.perform('replace', result, whole)).toEqual({ status: 'done' });
  });

  it('knows no text that was read elsewhere', async () => {
    const { host } = openWord([paragraphOf('Text')]);
    const foreign = await openWord([paragraphOf('Text')]).host.take('whole');
    expect(await host.perform('replace', result, foreign)).toEqual({ status: 'changed' });
    expect(await changesOf(host).takeBack(foreign)).toEqual({ status: 'changed' });
  });
});
