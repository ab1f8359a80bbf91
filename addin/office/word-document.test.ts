import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../contract/rich.ts';
import { unzip } from '../output/testing/unzip.ts';
import { LIMITS } from './call.ts';
import type { ActionName } from './host.ts';
import { describeWord, linesOf } from './testing/describe-word.ts';
import { cellsOf } from './testing/fake-table.ts';
import { openWord } from './testing/open-word.ts';
import { paragraphOf } from './testing/word-model.ts';
import type { ListModel, Paragraph } from './testing/word-model.ts';
import { heading, list, paragraph } from './testing/write-blocks.ts';

async function after(action: ActionName, document: Paragraph[], ...blocks: Block[]) {
  // The library that writes DOCX takes a moment to load.
  const opened = openWord(document, { limits: LIMITS });
  const outcome = await opened.host.perform(action, { blocks, title: 'Kurzfassung' }, null);
  return { ...opened, outcome, lines: describeWord(opened.word.model) };
}

describe('at the top', () => {
  it('writes above everything, in the style of the body text, with an empty paragraph between', async () => {
    const { outcome, lines, word } = await after(
      'insert-top',
      [
        paragraphOf('Betreff', { styleBuiltIn: 'Title', style: 'Titel', alignment: 'Centered' }),
        paragraphOf('Kurz', { styleBuiltIn: 'Other', style: 'Anschrift' }),
        paragraphOf('Der lange Text des Schreibens.', {
          styleBuiltIn: 'Other',
          style: 'Amt',
          alignment: 'Justified',
        }),
      ],
      heading(2, 'Kurz gefasst'),
      paragraph('Kern'),
      list(true, ['eins']),
    );
    expect(outcome).toEqual({ status: 'done' });
    expect(lines).toEqual([
      'Heading2: Kurz gefasst',
      'Other: Kern',
      '1. Other: eins',
      'Other: ',
      'Title: Betreff',
      'Other: Kurz',
      'Other: Der lange Text des Schreibens.',
    ]);
    expect(word.model.paragraphs.map(({ style }) => style).slice(1, 4)).toEqual(['Amt', 'Amt', 'Amt']);
    expect(word.model.paragraphs.map(({ alignment }) => alignment).slice(0, 5)).toEqual([
      'Justified',
      'Justified',
      'Justified',
      'Justified',
      'Centered',
    ]);
  });

  it('does not join a list that stands at the top', async () => {
    const model: ListModel = { id: 7, levels: new Map([[0, { ordered: true, start: 1 }]]) };
    const { lines, word } = await after(
      'insert-top',
      [
        paragraphOf('Punkt', {
          list: { model, level: 0 },
          styleBuiltIn: 'ListParagraph',
          leftIndent: 36,
          firstLineIndent: -18,
        }),
        paragraphOf('Text'),
      ],
      paragraph('Kern'),
    );
    expect(lines).toEqual(['Kern', '', '1. ListParagraph: Punkt', 'Text']);
    expect([word.model.at(0).leftIndent, word.model.at(0).firstLineIndent]).toEqual([0, 0]);
  });

  it('does not write into a table that stands at the top', async () => {
    const table = { rows: 1, columns: 2, headerRowCount: 0, styleBuiltIn: '' };
    const { lines } = await after(
      'insert-top',
      [...cellsOf(table, [['Absender', 'Datum']]), paragraphOf('Text')],
      paragraph('Kern'),
    );
    expect(lines).toEqual(['Kern', '', '|0,0| Absender', '|0,1| Datum', 'Text']);
  });

  it('selects what it wrote, and needs no distance in an empty document', async () => {
    const { lines, word } = await after('insert-top', [paragraphOf('')], paragraph('Kern'));
    expect(lines).toEqual(['Kern', '']);
    expect(word.model.selection.start).toMatchObject({ paragraph: word.model.at(0), offset: 0 });
  });
});

describe('at the end', () => {
  it('writes below everything with an empty paragraph between and no new page', async () => {
    const { outcome, lines } = await after('insert-end', [paragraphOf('Text')], paragraph('Kern'));
    expect(outcome).toEqual({ status: 'done' });
    expect(lines).toEqual(['Text', '', 'Kern']);
  });

  it('takes the empty paragraph that is there', async () => {
    expect(
      (await after('insert-end', [paragraphOf('Text'), paragraphOf('')], paragraph('Kern'))).lines,
    ).toEqual(['Text', '', 'Kern']);
    expect((await after('insert-end', [paragraphOf('')], paragraph('Kern'))).lines).toEqual(['Kern']);
  });
});

describe.each<ActionName>(['insert-top', 'insert-end'])('%s', (action) => {
  it('writes nothing into a protected document', async () => {
    const { host, word } = openWord([paragraphOf('geschützt')]);
    word.faults.readOnly = true;
    expect(await host.perform(action, { blocks: [paragraph('neu')], title: '' }, null)).toEqual({
      status: 'failed',
      why: 'read-only',
    });
    expect(linesOf(word.model)).toEqual(['geschützt']);
  });

  it('leaves nothing behind where the lists cannot be made', async () => {
    const { host, word } = openWord([paragraphOf('Brief')]);
    word.faults.refuse.set('startNewList', 'GeneralException');
    expect(await host.perform(action, { blocks: [list(true, ['a'])], title: '' }, null)).toMatchObject({
      status: 'failed',
    });
    // Word keeps the last paragraph of a document.
    expect(linesOf(word.model).filter((line) => line !== '')).toEqual(['Brief']);
    expect(linesOf(word.model).at(0)).toBe('Brief');
  });
});

describe('a new document', () => {
  it('opens with the text and its title, and leaves the open one as it is', async () => {
    const { outcome, word } = await after(
      'new-document',
      [paragraphOf('Brief')],
      heading(1, 'Kurz gefasst'),
      paragraph('Kern'),
    );
    expect(outcome).toEqual({ status: 'done' });
    expect(linesOf(word.model)).toEqual(['Brief']);
    expect(word.opened).toHaveLength(1);
    const bytes = Uint8Array.from(atob(word.opened[0] ?? ''), (char) => char.charCodeAt(0));
    const parts = await unzip(new Blob([bytes]));
    expect(parts.html).toBe('<h1>Kurz gefasst</h1><p>Kern</p>');
    expect(parts.xml('docProps/core.xml').documentElement.textContent).toContain('Kurzfassung');
  });

  it('is told as failed where Word cannot', async () => {
    const { host, word } = openWord([paragraphOf('')], { limits: LIMITS });
    word.faults.refuse.set('documentCreated.open', 'NotAllowed');
    const result = { blocks: [paragraph('neu')], title: '' };
    expect(await host.perform('new-document', result, null)).toEqual({ status: 'failed', why: 'read-only' });
    expect(word.opened).toEqual([]);
  });
});
