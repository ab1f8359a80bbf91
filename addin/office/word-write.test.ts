import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../contract/rich.ts';
import type { ActionName } from './host.ts';
import { describeWord, linesOf } from './testing/describe-word.ts';
import { openWord } from './testing/open-word.ts';
import { paragraphOf } from './testing/word-model.ts';
import type { ListModel } from './testing/word-model.ts';
import { heading, list, paragraph, run, table } from './testing/write-blocks.ts';

const result = (...blocks: Block[]) => ({ blocks, title: 'Titel' });

async function inserted(blocks: Block[], action: ActionName = 'insert', text = '') {
  const opened = openWord([paragraphOf(text)]);
  const outcome = await opened.host.perform(action, result(...blocks), null);
  return { ...opened, outcome, lines: describeWord(opened.word.model) };
}

describe('inserting', () => {
  it('writes headings, marks and line breaks with Word’s own means', async () => {
    const { outcome, lines } = await inserted([
      heading(2, 'Betreff'),
      paragraph('Guten Tag,\nIhre ', run('Frist', 'bold'), ' ist ', run('neu', 'italic', 'underline'), '.'),
      { type: 'quote', blocks: [paragraph('Zitat')] },
      paragraph(run('alt', 'strike')),
    ]);
    expect(outcome).toEqual({ status: 'done' });
    expect(lines).toEqual([
      'Heading2: Betreff',
      'Guten Tag,↵Ihre *Frist* ist /_neu_/.',
      'Quote: Zitat',
      '~alt~',
    ]);
  });

  it('makes real lists, each with its own numbers', async () => {
    const { lines } = await inserted([
      paragraph('Vorher'),
      list(true, ['eins', [paragraph('zwei'), list(false, ['a', 'b'])], 'drei']),
      paragraph('Zwischen'),
      list(true, ['vier', 'fünf'], 4),
    ]);
    expect(lines).toEqual([
      'Vorher',
      '1. eins',
      '2. zwei',
      '  • a',
      '  • b',
      '3. drei',
      'Zwischen',
      '4. vier',
      '5. fünf',
    ]);
  });

  it('sets the indents of list items itself', async () => {
    const { word } = await inserted([
      list(false, ['a', [paragraph('b'), list(false, ['c']), paragraph('d')]]),
    ]);
    const indents = word.model.paragraphs.map(({ leftIndent, firstLineIndent }) => [
      leftIndent,
      firstLineIndent,
    ]);
    expect(indents).toEqual([
      [36, -18],
      [36, -18],
      [72, -18],
      [36, 0],
    ]);
  });

  it('makes a table with a header row, formatted cells and a paragraph between two', async () => {
    const { word, lines } = await inserted([
      table(true, [['Art', 'Betrag'], ['Gebühr', run('12 €', 'italic')], ['kurz']]),
      table(false, [['x']]),
    ]);
    expect(lines).toEqual([
      '|0,0| *Art*',
      '|0,1| *Betrag*',
      '|1,0| Gebühr',
      '|1,1| /12 €/',
      '|2,0| kurz',
      '|2,1| ',
      '',
      '|0,0| x',
      '',
    ]);
    expect(word.model.paragraphs[0]?.cell?.table.headerRowCount).toBe(1);
  });

  it('highlights what has to be filled in, across marks, and nothing behind it', async () => {
    const { lines } = await inserted([
      paragraph('bis [[Bitte ergänzen: ', run('Frist', 'bold'), ']] und danach'),
      paragraph('mehr'),
    ]);
    expect(lines).toEqual(['bis ![[Bitte ergänzen: !*!Frist!*!]]! und danach', 'mehr']);
  });

  it('never hands on characters that cannot be seen', async () => {
    const { word } = await inserted([paragraph('a\u202eb\u0007c\u200bd'), paragraph('e')]);
    expect(linesOf(word.model)).toEqual(['abcd', 'e']);
  });

  it('writes a single paragraph into the line of the cursor', async () => {
    const { host, word } = openWord([paragraphOf('Vor nach')]);
    const { model } = word;
    model.selection = model.span(model.at(0), 4, model.at(0), 4);
    await host.perform('insert', result(paragraph('und ')), null);
    expect(linesOf(model)).toEqual(['Vor und nach']);
  });

  it('keeps a selected text and writes after it', async () => {
    const { host, word } = openWord([paragraphOf('alt'), paragraphOf('Ende')]);
    word.select('alt');
    await host.perform('insert', result(paragraph('neu')), null);
    expect(linesOf(word.model)).toEqual(['alt', 'neu', 'Ende']);
  });

  it('writes in the style of the text, not of the heading or the list the cursor stands in', async () => {
    const model: ListModel = { id: 7, levels: new Map([[0, { ordered: false, start: 1 }]]) };
    const { host, word } = openWord([
      paragraphOf('Punkt', { list: { model, level: 0 }, styleBuiltIn: 'ListParagraph', leftIndent: 36 }),
    ]);
    word.select('Punkt');
    await host.perform('insert', result(paragraph('Text'), list(true, ['neu'])), null);
    expect(describeWord(word.model)).toEqual(['• ListParagraph: Punkt', 'Text', '1. neu']);
    expect(word.model.at(1).leftIndent).toBe(0);
  });

  it('keeps the house’s own style of body text after a heading', async () => {
    const { host, word } = openWord([paragraphOf('Fließtext', { style: 'Amt Text', styleBuiltIn: 'Other' })]);
    word.select('Fließtext');
    await host.perform('insert', result(heading(1, 'Kopf'), paragraph('Text')), null);
    expect(word.model.paragraphs.map((one) => one.style)).toEqual(['Amt Text', 'Überschrift 1', 'Amt Text']);
  });

  it('begins a new section at the end', async () => {
    const { outcome, lines } = await inserted(
      [heading(1, 'Vermerk'), paragraph('Text')],
      'insert-section',
      'Brief',
    );
    expect(outcome).toEqual({ status: 'done' });
    expect(lines).toEqual(['Brief §§', 'Heading1: Vermerk', 'Text']);
  });
});

describe('when writing fails', () => {
  it.each<ActionName>(['insert', 'insert-section'])(
    '%s into a protected document writes nothing',
    async (action) => {
      const { host, word } = openWord([paragraphOf('geschützt')]);
      word.faults.readOnly = true;
      expect(await host.perform(action, result(paragraph('neu'), paragraph('mehr')), null)).toEqual({
        status: 'failed',
        why: 'read-only',
      });
      expect(linesOf(word.model)).toEqual(['geschützt']);
    },
  );

  it('takes the text out again where the lists cannot be made', async () => {
    const { host, word } = openWord([paragraphOf('Brief'), paragraphOf('Ende')]);
    word.faults.refuse.set('startNewList', 'GeneralException');
    const outcome = await host.perform('insert', result(paragraph('neu'), list(true, ['a'])), null);
    expect(outcome).toEqual({ status: 'failed', why: 'host-error' });
    expect(linesOf(word.model)).toEqual(['Brief', 'Ende']);
  });

  it('counts a text as written although its looks fail', async () => {
    const { host, word } = openWord([paragraphOf('')]);
    word.faults.refuse.set('font.highlightColor', 'InvalidArgument');
    expect(await host.perform('insert', result(paragraph('[[Bitte ergänzen: Datum]]')), null)).toEqual({
      status: 'done',
    });
    expect(linesOf(word.model)).toEqual(['[[Bitte ergänzen: Datum]]']);
  });

  it('cannot tell what happened when Word does not answer', async () => {
    const { host, word } = openWord([paragraphOf('')]);
    word.faults.stall = true;
    expect(await host.perform('insert', result(paragraph('neu')), null)).toEqual({ status: 'unconfirmed' });
  });

  it.each<ActionName>(['reply', 'reply-all', 'mail-to-self', 'save-docx'])(
    'does not know %s',
    async (action) => {
      const { host } = openWord([paragraphOf('')]);
      expect(host.actions.has(action)).toBe(false);
      expect(await host.perform(action, result(paragraph('x')), null)).toEqual({
        status: 'failed',
        why: 'unsupported',
      });
    },
  );
});
