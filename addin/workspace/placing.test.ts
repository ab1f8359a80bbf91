import { getSchema } from '@tiptap/core';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../contract/rich.ts';
import { blocksToDoc } from './blocks-to-doc.ts';
import { docToBlocks } from './doc-to-blocks.ts';
import { paperExtensions } from './document-schema.ts';
import { findText } from './find-text.ts';
import { appendSection, insertBlocks, type Placed, replaceRange } from './placing.ts';
import { heading, list, paragraph, run } from './testing/blocks.ts';

const schema = getSchema(paperExtensions());

function sheet(...blocks: Block[]): EditorState {
  return EditorState.create({ doc: schema.nodeFromJSON(blocksToDoc(blocks)) });
}

function rangeOf(state: EditorState, text: string): { from: number; to: number } {
  const range = findText(state.doc, text);
  if (!range) throw new Error(`The sheet of this test does not hold “${text}”.`);
  return range;
}

function select(state: EditorState, from: number, to = from): EditorState {
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
}

function read({ tr }: Placed): Block[] {
  tr.doc.check();
  return docToBlocks(tr.doc);
}

function replaceText(state: EditorState, text: string, blocks: Block[]): Placed {
  const { from, to } = rangeOf(state, text);
  return replaceRange(state, from, to, blocks);
}

const table: Block = { type: 'table', header: false, rows: [[[run('Zelle')]]] };
const letter = [heading(2, 'Betreff'), paragraph('Guten Tag'), list('eins')];

describe('insertBlocks', () => {
  it('flows one paragraph into the line where the cursor stands in its middle', () => {
    const state = sheet(paragraph('vorn hinten'));
    const placed = insertBlocks(select(state, rangeOf(state, 'hinten').from), [paragraph('mitten ')]);
    expect(read(placed)).toEqual([paragraph('vorn mitten hinten')]);
  });

  it('splits the paragraph for anything longer', () => {
    const state = sheet(paragraph('vornhinten'));
    const placed = insertBlocks(select(state, rangeOf(state, 'hinten').from), letter);
    expect(read(placed)).toEqual([paragraph('vorn'), ...letter, paragraph('hinten')]);
    expect(docToBlocks(placed.tr.doc.cut(placed.from, placed.to))).toEqual(letter);
  });

  it('fills an empty paragraph', () => {
    const state = sheet(paragraph('vorn'), paragraph(), paragraph('hinten'));
    expect(read(insertBlocks(select(state, 7), letter))).toEqual([
      paragraph('vorn'),
      ...letter,
      paragraph('hinten'),
    ]);
    expect(read(insertBlocks(select(state, 7), [paragraph('neu')]))).toEqual([
      paragraph('vorn'),
      paragraph('neu'),
      paragraph('hinten'),
    ]);
  });

  it('stands before a paragraph at whose start and behind one at whose end the cursor is', () => {
    const state = sheet(paragraph('Zeile'));
    const { from, to } = rangeOf(state, 'Zeile');
    expect(read(insertBlocks(select(state, from), [paragraph('neu')]))).toEqual([
      paragraph('neu'),
      paragraph('Zeile'),
    ]);
    expect(read(insertBlocks(select(state, to), [paragraph('neu')]))).toEqual([
      paragraph('Zeile'),
      paragraph('neu'),
    ]);
  });

  it('stands behind the paragraph of a selection and leaves what is selected', () => {
    const state = sheet(paragraph('eins zwei'), paragraph('drei'));
    const { from, to } = rangeOf(state, 'eins');
    expect(read(insertBlocks(select(state, from, to), [paragraph('neu')]))).toEqual([
      paragraph('eins zwei'),
      paragraph('neu'),
      paragraph('drei'),
    ]);
  });

  it('stands behind a list or a table, never in it', () => {
    const state = sheet(list('eins', 'zwei'), table, paragraph('Ende'));
    expect(read(insertBlocks(select(state, rangeOf(state, 'eins').to), letter))).toEqual([
      list('eins', 'zwei'),
      ...letter,
      table,
      paragraph('Ende'),
    ]);
    expect(read(insertBlocks(select(state, rangeOf(state, 'Zelle').to), letter))).toEqual([
      list('eins', 'zwei'),
      table,
      ...letter,
      paragraph('Ende'),
    ]);
  });
});

describe('replaceRange', () => {
  it('keeps part of a line in its line', () => {
    const state = sheet(paragraph('Der alte Satz.'), paragraph('Ende'));
    expect(read(replaceText(state, 'alte', [paragraph(run('neue', 'bold'))]))).toEqual([
      paragraph('Der ', run('neue', 'bold'), ' Satz.'),
      paragraph('Ende'),
    ]);
  });

  it('puts whole paragraphs in the place of whole paragraphs', () => {
    const state = sheet(paragraph('vorn'), paragraph('alt eins'), paragraph('alt zwei'), paragraph('hinten'));
    expect(read(replaceText(state, 'alt eins alt zwei', letter))).toEqual([
      paragraph('vorn'),
      ...letter,
      paragraph('hinten'),
    ]);
    expect(read(replaceText(state, 'alt eins alt zwei', [paragraph('neu'), paragraph('neuer')]))).toEqual([
      paragraph('vorn'),
      paragraph('neu'),
      paragraph('neuer'),
      paragraph('hinten'),
    ]);
  });

  it('joins paragraphs to what stays beside the range', () => {
    const state = sheet(paragraph('bleibt weg'), paragraph('weg bleibt'));
    expect(read(replaceText(state, 'weg weg', [paragraph('neu'), paragraph('neuer')]))).toEqual([
      paragraph('bleibt neu'),
      paragraph('neuer bleibt'),
    ]);
  });

  it('puts a list between the parts of a line that stay', () => {
    const state = sheet(paragraph('vorn alt hinten'));
    expect(read(replaceText(state, 'alt', [list('a', 'b')]))).toEqual([
      paragraph('vorn '),
      list('a', 'b'),
      paragraph(' hinten'),
    ]);
  });

  it('keeps items of a list in their list', () => {
    const state = sheet(list('eins', 'zwei', 'drei', 'vier'), paragraph('Ende'));
    expect(read(replaceText(state, 'zwei drei', [list('2', '2a', '3')]))).toEqual([
      list('eins', '2', '2a', '3', 'vier'),
      paragraph('Ende'),
    ]);
  });

  it('replaces all of a list by something else', () => {
    const state = sheet(paragraph('vorn'), list('eins', 'zwei'), paragraph('Ende'));
    expect(read(replaceText(state, 'eins zwei', letter))).toEqual([
      paragraph('vorn'),
      ...letter,
      paragraph('Ende'),
    ]);
  });

  it('keeps a heading a heading', () => {
    const state = sheet(heading(1, 'Alt'), paragraph('Text'));
    expect(read(replaceText(state, 'Alt', [paragraph('Neu')]))).toEqual([
      heading(1, 'Neu'),
      paragraph('Text'),
    ]);
    expect(read(replaceText(state, 'Alt', [heading(2, 'Neu')]))).toEqual([
      heading(1, 'Neu'),
      paragraph('Text'),
    ]);
  });

  it('replaces the whole document', () => {
    const state = sheet(table, paragraph('Ende'));
    expect(read(replaceRange(state, 0, state.doc.content.size, letter))).toEqual(letter);
  });
});

describe('appendSection', () => {
  it('stands at the end under a rule', () => {
    expect(read(appendSection(sheet(paragraph('Brief')), letter))).toEqual([
      paragraph('Brief'),
      { type: 'rule' },
      ...letter,
    ]);
    expect(read(appendSection(sheet(paragraph('Brief'), table), letter))).toEqual([
      paragraph('Brief'),
      table,
      { type: 'rule' },
      ...letter,
    ]);
  });

  it('needs no rule on an empty sheet', () => {
    expect(read(appendSection(sheet(), letter))).toEqual(letter);
  });
});
