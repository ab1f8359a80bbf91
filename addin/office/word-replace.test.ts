import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../contract/rich.ts';
import { describeWord, linesOf } from './testing/describe-word.ts';
import { cellsOf } from './testing/fake-table.ts';
import { openWord } from './testing/open-word.ts';
import { paragraphOf } from './testing/word-model.ts';
import { list, paragraph, run } from './testing/write-blocks.ts';

const result = (...blocks: Block[]) => ({ blocks, title: '' });

describe('replacing a selection', () => {
  it('puts one paragraph into the line and keeps its formatting', async () => {
    const { host, word } = openWord([
      paragraphOf('Wir bitten Sie um Rückäußerung bis morgen.', { styleBuiltIn: 'Other', style: 'Amt' }),
    ]);
    word.select('um Rückäußerung');
    const taken = await host.take('selection');
    expect(await host.perform('replace', result(paragraph('zu antworten')), taken)).toEqual({
      status: 'done',
    });
    expect(linesOf(word.model)).toEqual(['Wir bitten Sie zu antworten bis morgen.']);
    expect(word.model.at(0).style).toBe('Amt');
  });

  it('finds the place again after the person typed before it', async () => {
    const { host, word } = openWord([paragraphOf('alt'), paragraphOf('Ende')]);
    word.select('alt');
    const taken = await host.take('selection');
    word.model.insert({ paragraph: word.model.at(0), offset: 0 }, 'Neuer Anfang\n');
    word.model.selection = word.model.span(word.model.at(2), 0, word.model.at(2), 0);
    expect(linesOf(word.model)).toEqual(['Neuer Anfang', 'alt', 'Ende']);
    await host.perform('replace', result(paragraph('neu')), taken);
    expect(linesOf(word.model)).toEqual(['Neuer Anfang', 'neu', 'Ende']);
  });

  it('writes nothing where the text changed meanwhile', async () => {
    const { host, word } = openWord([paragraphOf('alt und lang')]);
    word.select('alt und lang');
    const taken = await host.take('selection');
    word.model.insert({ paragraph: word.model.at(0), offset: 4 }, 'sehr ');
    expect(await host.perform('replace', result(paragraph('neu')), taken)).toEqual({ status: 'changed' });
    expect(linesOf(word.model)).toEqual(['alt sehr und lang']);
  });

  it('writes nothing where the text was deleted meanwhile', async () => {
    const { host, word } = openWord([paragraphOf('weg'), paragraphOf('bleibt')]);
    word.select('weg');
    const taken = await host.take('selection');
    word.model.delete(word.model.span(word.model.at(0), 0, word.model.at(0), 4));
    expect(await host.perform('replace', result(paragraph('neu')), taken)).toEqual({ status: 'changed' });
    expect(linesOf(word.model)).toEqual(['bleibt']);
  });

  it('replaces several whole paragraphs by others', async () => {
    const { host, word } = openWord(['Anrede', 'eins', 'zwei', 'Gruß'].map((text) => paragraphOf(text)));
    word.selectParagraphs(1, 2, true);
    const taken = await host.take('selection');
    const outcome = await host.perform('replace', result(paragraph('neu'), list(false, ['a', 'b'])), taken);
    expect(outcome).toEqual({ status: 'done' });
    expect(describeWord(word.model)).toEqual(['Anrede', 'neu', '• a', '• b', 'Gruß']);
  });

  it('keeps what stands before and behind the selection in its paragraphs', async () => {
    const { host, word } = openWord([paragraphOf('Vorne eins'), paragraphOf('zwei hinten')]);
    const { model } = word;
    model.selection = model.span(model.at(0), 6, model.at(1), 4);
    const taken = await host.take('selection');
    await host.perform('replace', result(paragraph('A'), paragraph('B')), taken);
    expect(linesOf(model)).toEqual(['Vorne ', 'A', 'B', ' hinten']);
  });

  it('does not merge the next paragraph when the end of the paragraph was selected too', async () => {
    const { host, word } = openWord([paragraphOf('alt'), paragraphOf('Ende')]);
    word.selectParagraphs(0, 0, true);
    const taken = await host.take('selection');
    await host.perform('replace', result(paragraph('neu')), taken);
    expect(linesOf(word.model)).toEqual(['neu', 'Ende']);
  });

  it('lets a refined version take the place of the first', async () => {
    const { host, word } = openWord([paragraphOf('vor alt nach')]);
    word.select('alt');
    const taken = await host.take('selection');
    await host.perform('replace', result(paragraph('erste Fassung')), taken);
    expect(await host.perform('replace', result(paragraph('kurz')), taken)).toEqual({ status: 'done' });
    expect(linesOf(word.model)).toEqual(['vor kurz nach']);
  });

  it('does the second of two quick clicks only after the first', async () => {
    const { host, word } = openWord([paragraphOf('vor alt nach')]);
    word.select('alt');
    const taken = await host.take('selection');
    const outcomes = await Promise.all([
      host.perform('replace', result(paragraph('neu')), taken),
      host.perform('replace', result(paragraph('neu')), taken),
    ]);
    expect(outcomes).toEqual([{ status: 'done' }, { status: 'done' }]);
    expect(linesOf(word.model)).toEqual(['vor neu nach']);
  });

  it('copies instead of deleting cells of a table', async () => {
    const table = { headerRowCount: 0, styleBuiltIn: '', rows: 1, columns: 2 };
    const { host, word, clipboard } = openWord([...cellsOf(table, [['links', 'rechts']]), paragraphOf('')]);
    word.selectParagraphs(0, 1);
    const taken = await host.take('selection');
    const outcome = await host.perform('replace', result(paragraph('a'), paragraph('b')), taken);
    expect(outcome).toEqual({ status: 'copied-instead', why: 'unsupported' });
    expect(clipboard.copies).toHaveLength(1);
    expect(linesOf(word.model)).toEqual(['links', 'rechts', '']);
  });

  it('writes nothing for a text it does not remember', async () => {
    const { host, word } = openWord([paragraphOf('alt')]);
    const foreign = await openWord([paragraphOf('alt')]).host.take('whole');
    expect(await host.perform('replace', result(paragraph('neu')), foreign)).toEqual({ status: 'changed' });
    expect(await host.perform('replace', result(paragraph('neu')), null)).toEqual({ status: 'changed' });
    expect(linesOf(word.model)).toEqual(['alt']);
  });

  it('loses nothing when the document became protected', async () => {
    const { host, word } = openWord([paragraphOf('alt'), paragraphOf('mehr')]);
    word.selectParagraphs(0, 1);
    const taken = await host.take('selection');
    word.faults.readOnly = true;
    const outcome = await host.perform('replace', result(paragraph('a'), paragraph('b')), taken);
    expect(outcome).toEqual({ status: 'failed', why: 'read-only' });
    expect(linesOf(word.model)).toEqual(['alt', 'mehr']);
  });
});

describe('replacing the whole document', () => {
  it('writes the new text and then deletes the old one', async () => {
    const table = { headerRowCount: 0, styleBuiltIn: '', rows: 1, columns: 1 };
    const { host, word } = openWord([
      ...cellsOf(table, [['Zelle']]),
      paragraphOf('eins'),
      paragraphOf('zwei'),
    ]);
    const taken = await host.take('whole');
    expect(
      await host.perform('replace', result(paragraph('neu ', run('fett', 'bold')), paragraph('Ende')), taken),
    ).toEqual({
      status: 'done',
    });
    expect(describeWord(word.model)).toEqual(['neu *fett*', 'Ende']);
    await host.perform('replace', result(paragraph('kürzer')), taken);
    expect(linesOf(word.model)).toEqual(['kürzer']);
  });

  it('writes nothing where the document changed', async () => {
    const { host, word } = openWord([paragraphOf('alt')]);
    const taken = await host.take('whole');
    word.model.insert({ paragraph: word.model.at(0), offset: 3 }, '!');
    expect(await host.perform('replace', result(paragraph('neu')), taken)).toEqual({ status: 'changed' });
    expect(linesOf(word.model)).toEqual(['alt!']);
  });

  it('still has the old text when the new one cannot be written', async () => {
    const { host, word } = openWord([paragraphOf('alt')]);
    const taken = await host.take('whole');
    word.faults.refuse.set('startNewList', 'GeneralException');
    const outcome = await host.perform('replace', result(list(true, ['a'])), taken);
    expect(outcome).toEqual({ status: 'failed', why: 'host-error' });
    // Word does not let go of the last paragraph of a document.
    expect(linesOf(word.model)).toEqual(['alt', '']);
  });
});
