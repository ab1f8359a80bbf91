import { describe, expect, it } from '@jest/globals';
import { describeWord } from './testing/describe-word.ts';
import { notesOf } from './testing/fake-notes.ts';
import { openWord } from './testing/open-word.ts';
import { paragraphOf } from './testing/word-model.ts';
import { paragraph } from './testing/write-blocks.ts';

const noted = [
  paragraph(
    { text: 'Die Reise genehmigt die Leitung.', marks: [], note: 'DA Reisen, § 4, S. 7' },
    ' Sonst nicht.',
  ),
  paragraph({ text: 'Sie ist anzuzeigen.', marks: [], note: 'DA Reisen, § 5' }),
];
const limits = { ask: 500, read: 500, write: 500 };

/** Signs of footnotes are no words. */
const lines = (word: ReturnType<typeof openWord>['word']) =>
  describeWord(word.model).map((line) => line.replaceAll('\u0002', '*'));

describe('footnotes in Word', () => {
  it('stand behind the words that they belong to', async () => {
    const { host, word } = openWord([paragraphOf('')], { limits });
    expect(host.footnotes.has('insert')).toBe(true);
    expect(await host.perform('insert', { blocks: noted, title: '' }, null)).toEqual({ status: 'done' });
    expect(notesOf(word.model)).toEqual([
      { behind: 'Die Reise genehmigt die Leitung.', text: 'DA Reisen, § 4, S. 7' },
      { behind: 'Sie ist anzuzeigen.', text: 'DA Reisen, § 5' },
    ]);
    expect(lines(word)).toEqual(['Die Reise genehmigt die Leitung.* Sonst nicht.', 'Sie ist anzuzeigen.*']);
  });

  it('are brackets with a list where Word is too old for them', async () => {
    const { host, word } = openWord([paragraphOf('')], { minor: 4, limits });
    expect(host.footnotes.has('insert')).toBe(false);
    expect(await host.perform('insert', { blocks: noted, title: '' }, null)).toEqual({ status: 'done' });
    expect(notesOf(word.model)).toEqual([]);
    expect(lines(word)).toEqual([
      'Die Reise genehmigt die Leitung. [1] Sonst nicht.',
      'Sie ist anzuzeigen. [2]',
      '*Quellen*',
      '[1] DA Reisen, § 4, S. 7',
      '[2] DA Reisen, § 5',
    ]);
  });

  it('leave their words in the text where Word refuses them', async () => {
    const { host, word } = openWord([paragraphOf('')], { limits });
    word.faults.refuse.set('insertFootnote', 'GeneralException');
    expect(await host.perform('insert', { blocks: noted, title: '' }, null)).toEqual({ status: 'done' });
    expect(lines(word)).toEqual([
      'Die Reise genehmigt die Leitung. [DA Reisen, § 4, S. 7] Sonst nicht.',
      'Sie ist anzuzeigen. [DA Reisen, § 5]',
    ]);
  });
});
