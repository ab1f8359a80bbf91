import { describe, expect, it } from '@jest/globals';
import { openChanges } from './testing/open-changes.ts';
import { cellsOf } from './testing/fake-table.ts';
import { paragraphOf } from './testing/word-model.ts';
import type { ListModel } from './testing/word-model.ts';
import { inRaw } from './word-lines.ts';

describe('the lines of a text', () => {
  it('are its paragraphs with text, each as it reads', async () => {
    const list: ListModel = { id: 1, levels: new Map([[0, { ordered: true, start: 3 }]]) };
    const table = { headerRowCount: 0, styleBuiltIn: '', rows: 1, columns: 2 };
    const { anchor } = await openChanges([
      paragraphOf('Kosten', { styleBuiltIn: 'Heading1', list: { model: list, level: 0 } }),
      paragraphOf(' '),
      paragraphOf('Text\u0002 mit\vUmbruch'),
      paragraphOf('Punkt', { list: { model: list, level: 0 } }),
      ...cellsOf(table, [['links', '']]),
      paragraphOf(''),
    ]);
    expect(anchor.lines?.all.map(({ text, fixed, index, inCell }) => [text, fixed, index, inCell])).toEqual([
      ['3. Kosten', 3, 0, false],
      ['Text mit\vUmbruch', 0, 2, false],
      ['Punkt', 0, 3, false],
      ['links', 0, 4, true],
    ]);
  });

  it('of a selection are cut to it', async () => {
    const { anchor } = await openChanges([paragraphOf('ab ab ab'), paragraphOf('cd cd')], {
      select: ({ model }) => {
        model.selection = model.span(model.at(0), 3, model.at(1), 2);
      },
    });
    expect(anchor.lines?.all.map(({ text, from, to }) => [text, from, to])).toEqual([
      ['ab ab', 3, 8],
      ['cd', 0, 2],
    ]);
  });

  it('tell where a stretch stands in the paragraph', () => {
    const line = {
      text: '§ 3 ab cd',
      fixed: 4,
      index: 0,
      raw: 'x a\u0002b cd\u0002',
      from: 2,
      to: 9,
      inCell: false,
    };
    expect(inRaw(line, 4, 6)).toEqual({ start: 2, end: 5 });
    expect(inRaw(line, 5, 6)).toEqual({ start: 4, end: 5 });
    expect(inRaw(line, 5, 5)).toEqual({ start: 3, end: 3 });
    expect(inRaw(line, 4, 4)).toEqual({ start: 2, end: 2 });
    expect(inRaw(line, 9, 9)).toEqual({ start: 8, end: 8 });
  });
});
