import { describe, expect, it } from '@jest/globals';
import { openWord } from './testing/open-word.ts';
import { cellsOf } from './testing/fake-table.ts';
import { paragraphOf } from './testing/word-model.ts';
import type { ListModel } from './testing/word-model.ts';

const numbered: ListModel = {
  id: 1,
  levels: new Map([
    [0, { ordered: true, start: 1 }],
    [1, { ordered: false, start: 1 }],
  ]),
};
const item = (text: string, level: number) => paragraphOf(text, { list: { model: numbered, level } });

async function textOf(host: ReturnType<typeof openWord>['host'], part: 'whole' | 'selection') {
  const { source } = await host.take(part);
  if (source.kind !== 'document') throw new Error('not a document');
  return source;
}

describe('reading a document', () => {
  it('finds headings, lists and tables again', async () => {
    const table = { headerRowCount: 1, styleBuiltIn: '', rows: 2, columns: 2 };
    const { host } = openWord([
      paragraphOf('Satzung', { styleBuiltIn: 'Title' }),
      paragraphOf('Gebühren', { styleBuiltIn: 'Heading2' }),
      paragraphOf('Es werden erhoben:\vsiehe unten'),
      item('Grundgebühr', 0),
      item('je Grundstück', 1),
      item('Zusatzgebühr', 0),
      paragraphOf(''),
      ...cellsOf(table, [
        ['Art', 'Betrag'],
        ['Grundgebühr', '12,50 €'],
      ]),
      paragraphOf('Schluss'),
    ]);
    const { text, title, part } = await textOf(host, 'whole');
    expect({ title, part }).toEqual({ title: 'Bauvoranfrage Flur 12', part: 'whole' });
    expect(text).toContain('# Satzung');
    expect(text).toContain('## Gebühren');
    expect(text).toMatch(/1\. +Grundgebühr\n +[-*] +je Grundstück\n+2\. +Zusatzgebühr/);
    expect(text).toMatch(/\| *Grundgebühr *\| *12,50 € *\|/);
    expect(text.trimEnd().endsWith('Schluss')).toBe(true);
  });

  it('knows headings of the house by their outline level', async () => {
    const { host } = openWord([
      paragraphOf('Sachverhalt', { styleBuiltIn: 'Other', style: 'Amt Überschrift', outlineLevel: 2 }),
      paragraphOf('Text'),
    ]);
    expect((await textOf(host, 'whole')).text).toContain('## Sachverhalt');
  });

  it('refuses a text that is longer than the contract allows', async () => {
    const { host } = openWord([paragraphOf('a'.repeat(3_000_001))]);
    await expect(host.take('whole')).rejects.toMatchObject({ code: 'too-long' });
  });
});

describe('reading a selection', () => {
  it('takes only the selected words of a paragraph', async () => {
    const { host, word } = openWord([
      paragraphOf('Sehr geehrte Frau Weber, vielen Dank.'),
      paragraphOf('Ende'),
    ]);
    word.select('vielen Dank');
    expect(await textOf(host, 'selection')).toMatchObject({ text: 'vielen Dank', part: 'selection' });
  });

  it('cuts the first and the last of several paragraphs', async () => {
    const { host, word } = openWord(['eins zwei', 'drei', 'vier fünf'].map((text) => paragraphOf(text)));
    const { model } = word;
    model.selection = model.span(model.at(0), 5, model.at(2), 4);
    const { text } = await textOf(host, 'selection');
    expect(text.split(/\n+/).filter(Boolean)).toEqual(['zwei', 'drei', 'vier']);
  });

  it('leaves out a paragraph that three clicks only touch', async () => {
    const { host, word } = openWord(['eins', 'zwei', 'drei'].map((text) => paragraphOf(text)));
    const { model } = word;
    model.selection = model.span(model.at(0), 0, model.at(1), 0);
    expect((await textOf(host, 'selection')).text).toBe('eins');
  });

  it.each(['', '   '])('says that nothing is selected: "%s"', async (text) => {
    const { host, word } = openWord([paragraphOf(`a${text}b`)]);
    const { model } = word;
    model.selection = model.span(model.at(0), 1, model.at(0), 1 + text.length);
    await expect(host.take('selection')).rejects.toMatchObject({ code: 'nothing-selected' });
  });

  it('keeps only so many tracked ranges', async () => {
    const { host, word } = openWord([paragraphOf('eins zwei')]);
    word.select('zwei');
    for (let count = 0; count < 20; count += 1) await host.take('selection');
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(word.tracked()).toBe(8);
  });
});
