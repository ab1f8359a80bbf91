import { describe, expect, it } from '@jest/globals';
import type { Host, Remark, Taken } from './host.ts';
import { commentsOf } from './testing/fake-comments.ts';
import { openWord } from './testing/open-word.ts';
import type { OpenedWord } from './testing/open-word.ts';
import { paragraphOf } from './testing/word-model.ts';

const letter = ['Bescheid', 'Die Gebühr beträgt 12 €. Sie ist bis 1.2. zu zahlen.', 'Die Gebühr', 'Gruß'];

function open() {
  return openWord(letter.map((text) => paragraphOf(text)));
}

function comment({ comment: write }: Host, taken: Taken, remarks: readonly Remark[]) {
  if (write === null) throw new Error('no comments');
  return write(taken, remarks);
}

/** Passage and text of each comment. */
function commented({ word }: OpenedWord): [string, string][] {
  return commentsOf(word.model).map(({ span, text }) => [word.model.text(span), text]);
}

describe('comments', () => {
  it('stand at their passages, also over paragraphs', async () => {
    const opened = open();
    const taken = await opened.host.take('whole');
    expect(
      await comment(opened.host, taken, [
        { passage: '**Bescheid**\n\nDie Gebühr', text: 'Welche?' },
        { passage: 'bis 1.2. zu zahlen', text: 'Jahr fehlt\u202e.' },
      ]),
    ).toEqual({ status: 'done' });
    expect(commented(opened)).toEqual([
      ['Bescheid\nDie Gebühr', 'Welche?'],
      ['bis 1.2. zu zahlen', 'Jahr fehlt.'],
    ]);
  });

  it('come at most three in one sync, because four hang Word at Undo', async () => {
    const opened = open();
    const remarks = Array.from({ length: 8 }, (_, index) => ({ passage: 'Gruß', text: `Nr. ${index}` }));
    await comment(opened.host, await opened.host.take('whole'), remarks);
    const together = new Map<number, number>();
    for (const { sync } of commentsOf(opened.word.model)) together.set(sync, (together.get(sync) ?? 0) + 1);
    expect([...together.values()]).toEqual([3, 3, 2]);
  });

  it('are written where their passage is still there, and it is told that one is not', async () => {
    const opened = open();
    const taken = await opened.host.take('whole');
    const remarks = [
      { passage: 'steht nicht da', text: 'a' },
      { passage: 'Gruß', text: 'b' },
    ];
    expect(await comment(opened.host, taken, remarks)).toEqual({ status: 'changed' });
    expect(commented(opened)).toEqual([['Gruß', 'b']]);
  });

  it('stay within the selection that was read', async () => {
    const opened = open();
    opened.word.selectParagraphs(2, 2);
    const taken = await opened.host.take('selection');
    expect(await comment(opened.host, taken, [{ passage: 'Die Gebühr', text: 'a' }])).toEqual({
      status: 'done',
    });
    const [only] = commentsOf(opened.word.model);
    expect(only?.span.start.paragraph).toBe(opened.word.model.at(2));
    expect(await comment(opened.host, taken, [{ passage: 'Gruß', text: 'b' }])).toEqual({
      status: 'changed',
    });
  });

  it('without words are none', async () => {
    const opened = open();
    const taken = await opened.host.take('whole');
    expect(await comment(opened.host, taken, [{ passage: 'Gruß', text: ' \u200b' }])).toEqual({
      status: 'done',
    });
    expect(commented(opened)).toEqual([]);
  });

  it('are taken out again where Word fails on the way', async () => {
    const opened = open();
    const taken = await opened.host.take('whole');
    const remarks = Array.from({ length: 4 }, () => ({ passage: 'Gruß', text: 'a' }));
    let writes = 0;
    opened.word.faults.refuse.get = (name) => {
      writes += name === 'insertComment' ? 1 : 0;
      return name === 'insertComment' && writes > 3 ? 'GeneralException' : undefined;
    };
    expect(await comment(opened.host, taken, remarks)).toEqual({ status: 'failed', why: 'host-error' });
    expect(writes).toBe(4);
    expect(commented(opened)).toEqual([]);
  });

  it('tell when Word does not answer', async () => {
    const opened = open();
    const taken = await opened.host.take('whole');
    opened.word.faults.stall = true;
    expect(await comment(opened.host, taken, [{ passage: 'Gruß', text: 'a' }])).toEqual({
      status: 'unconfirmed',
    });
  });

  it('need WordApi 1.4, and fail with it where a Word promises more than it has', async () => {
    expect(openWord([paragraphOf('')], { minor: 3 }).host.comment).toBeNull();
    const opened = open();
    opened.word.faults.refuse.set('insertComment', 'ApiNotFound');
    const taken = await opened.host.take('whole');
    expect(await comment(opened.host, taken, [{ passage: 'Gruß', text: 'a' }])).toEqual({
      status: 'failed',
      why: 'unsupported',
    });
  });
});
