import { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Block } from '../../contract/rich.ts';
import type { Edit } from '../office/host.ts';
import { blocksToDoc } from './blocks-to-doc.ts';
import { withoutChanges } from './change-marks.ts';
import { docToBlocks } from './doc-to-blocks.ts';
import { paperExtensions } from './document-schema.ts';
import { findText } from './find-text.ts';
import { HeldText, type Writing } from './held-text.ts';
import { liveLines } from './live-text.ts';
import { changesIn, type Settling, settleChanges } from './settle-changes.ts';
import { anyBlocks, heading, list, paragraph, run } from './testing/blocks.ts';

let editors: Editor[] = [];
afterEach(() => {
  for (const editor of editors) editor.destroy();
  editors = [];
});

function paper(...blocks: Block[]): Editor {
  const editor = new Editor({ extensions: paperExtensions(), content: blocksToDoc(blocks) });
  editors.push(editor);
  return editor;
}

function writing(marking: Writing['marking']): Writing {
  let last = 0;
  return {
    marking,
    newChange: () => ({ id: `c${(last += 1)}`, author: 'Amtsfeder', at: '2026-11-20T08:00:00.000Z' }),
  };
}

const tracked = writing('tracked');

function read(editor: Editor, from = 0, to = editor.state.doc.content.size): HeldText {
  return new HeldText(editor.state, 1, [{ from, to }]);
}

function apply(editor: Editor, held: HeldText, edits: Edit[], how: Writing = tracked) {
  const outcomes = held.apply(editor.state, editor.view.dispatch.bind(editor.view), edits, how);
  editor.state.doc.check();
  return outcomes.map(({ status }) => status);
}

function takeBack(editor: Editor, held: HeldText, marking: Writing['marking'] = 'tracked') {
  return held.takeBack(editor.state, editor.view.dispatch.bind(editor.view), marking).status;
}

function settled(doc: Node, how: Settling): Node {
  const transform = new Transform(doc);
  settleChanges(transform, how, () => true);
  transform.doc.check();
  return transform.doc;
}

const textOf = (doc: Node) =>
  liveLines(doc)
    .map(({ text }) => text)
    .join('\n');

/** The edit that puts a text in the place of another one that stands in the lines. */
function swap(held: HeldText, old: string, text: string): Edit {
  const start = held.lines
    .map((line) => line.text)
    .join('\n')
    .indexOf(old);
  return { start, end: start + old.length, text };
}

function edited(text: string, edits: Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((all, { start, end, text: put }) => all.slice(0, start) + put + all.slice(end), text);
}

/** The editor keeps an empty paragraph at the end. */
const withoutEnd = (text: string) => text.replace(/\n$/, '');

/** Edits of a text that touch neither each other nor more than a stretch of it. */
const anyEdits = fc.array(
  fc.record({
    gap: fc.nat(12),
    length: fc.oneof(fc.nat(3), fc.nat(30)),
    text: fc
      .array(fc.constantFrom('neu', ' ', '\n', 'ä', '\v', '😀', '.', 'Wort', '\n\n'), { maxLength: 5 })
      .map((parts) => parts.join('')),
  }),
  { maxLength: 6 },
);

function placed(length: number, raw: { gap: number; length: number; text: string }[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const { gap, length: size, text } of raw) {
    const start = at + gap;
    const end = Math.min(length, start + size);
    if (start > length) break;
    edits.push({ start, end, text });
    at = end + 1;
  }
  return edits;
}

describe.each(['tracked', 'plain'] as const)('any edits of any text, %s', (marking) => {
  it('give the new text, and the old one again', () => {
    fc.assert(
      fc.property(fc.nat(100_000), anyEdits, (seed, raw) => {
        const editor = paper(...anyBlocks(seed));
        const before = editor.state.doc;
        const held = read(editor);
        const text = held.lines.map((line) => line.text).join('\n');
        const edits = placed(text.length, raw);
        const outcomes = apply(editor, held, edits, writing(marking));
        expect(outcomes.filter((outcome) => outcome !== 'done' && outcome !== 'protected')).toEqual([]);
        const done = edits.filter((_, index) => outcomes[index] === 'done');
        const after = editor.state.doc;
        expect(withoutEnd(textOf(after))).toBe(withoutEnd(edited(text, done)));
        expect(textOf(settled(after, 'accept'))).toBe(textOf(after));
        if (marking === 'tracked') expect(settled(after, 'reject').eq(before)).toBe(true);
        expect(takeBack(editor, held, marking)).toBe('done');
        expect(editor.state.doc.toJSON()).toEqual(before.toJSON());
        editor.destroy();
      }),
      { numRuns: 60 },
    );
  });

  it('can be written one after another, in any order', () => {
    fc.assert(
      fc.property(fc.nat(100_000), anyEdits, fc.nat(), (seed, raw, turn) => {
        const editor = paper(...anyBlocks(seed));
        const before = editor.state.doc;
        const held = read(editor);
        const text = held.lines.map((line) => line.text).join('\n');
        const edits = placed(text.length, raw);
        const how = writing(marking);
        const order = edits
          .map((_, index) => edits[(index + turn) % edits.length])
          .filter((one) => one !== undefined);
        const done = order.filter((edit) => apply(editor, held, [edit], how)[0] === 'done');
        expect(withoutEnd(textOf(editor.state.doc))).toBe(withoutEnd(edited(text, done)));
        expect(takeBack(editor, held, marking)).toBe('done');
        expect(editor.state.doc.toJSON()).toEqual(before.toJSON());
        editor.destroy();
      }),
      { numRuns: 30 },
    );
  });
});

describe('lines', () => {
  it('are the paragraphs, cells of tables included, without struck out words', () => {
    const cell = (text: string) => [run(text)];
    const editor = paper(
      heading(1, 'Titel'),
      list('eins', 'zwei\nweiter'),
      { type: 'table', header: false, rows: [[cell('a'), cell('b')]] },
      paragraph('Ende'),
    );
    const held = read(editor);
    const texts = ['Titel', 'eins', 'zwei\vweiter', 'a', 'b', 'Ende'];
    const inList = new Set(['eins', 'zwei\vweiter']);
    expect(held.lines).toEqual(
      texts.map((text) => ({ text, fixed: 0, ...(inList.has(text) && { inList: true }) })),
    );
    apply(editor, held, [swap(held, '\neins', ''), swap(held, 'Ende', 'Schluss')]);
    expect(read(editor).lines.map(({ text }) => text)).toEqual([
      'Titel',
      'zwei\vweiter',
      'a',
      'b',
      'Schluss',
    ]);
  });

  it('are parts of paragraphs at the ends of a selection', () => {
    const editor = paper(paragraph('eins zwei'), paragraph('drei vier'));
    const held = read(editor, 6, 16);
    expect(held.lines.map(({ text }) => text)).toEqual(['zwei', 'drei']);
    editor.commands.insertContentAt(1, 'Davor: ');
    expect(apply(editor, held, [swap(held, 'zwei', '2'), swap(held, 'drei', '3')])).toEqual(['done', 'done']);
    expect(textOf(editor.state.doc)).toBe('Davor: eins 2\n3 vier');
  });
});

describe('changes', () => {
  it('touch only the words that change, and keep their look', () => {
    const editor = paper(paragraph('Der ', run('alte', 'bold'), ' Satz bleibt.'));
    const held = read(editor);
    expect(apply(editor, held, [swap(held, 'Der alte Satz', 'Der neue Satz')])).toEqual(['done']);
    expect(docToBlocks(editor.state.doc)).toEqual([paragraph('Der ', run('neue', 'bold'), ' Satz bleibt.')]);
    const shown = (tag: string) => [...editor.view.dom.querySelectorAll(tag)].map((each) => each.textContent);
    expect([shown('del'), shown('ins')]).toEqual([['alte'], ['neue']]);
  });

  it('are one step for Undo each time, and what is typed then is another', () => {
    const editor = paper(paragraph('eins zwei'));
    const before = editor.state.doc;
    const held = read(editor);
    apply(editor, held, [swap(held, 'eins', '1'), swap(held, 'zwei', '2')]);
    editor.commands.undo();
    expect(editor.state.doc.eq(before)).toBe(true);
    expect(apply(editor, held, [swap(held, 'eins', '1')])).toEqual(['done']);
  });

  it('make items of items and plain paragraphs beside headings', () => {
    const editor = paper(heading(2, 'Titel'), list('eins', 'drei'));
    const held = read(editor);
    apply(editor, held, [swap(held, 'Titel', 'Titel\nText'), swap(held, 'eins', 'eins\nzwei')]);
    expect(docToBlocks(editor.state.doc)).toEqual([
      heading(2, 'Titel'),
      paragraph('Text'),
      list('eins', 'zwei', 'drei'),
    ]);
  });

  it('take whole paragraphs away, and leave the next one what it is', () => {
    const editor = paper(paragraph('vorn'), heading(2, 'weg'), list('a', 'b'));
    const held = read(editor);
    apply(editor, held, [swap(held, 'weg\na\n', '')]);
    const blocks = docToBlocks(settled(editor.state.doc, 'accept'));
    expect(blocks).toEqual([paragraph('vorn'), list('b')]);
  });

  it('are not written into a paragraph that a person changed, but beside it', () => {
    const editor = paper(paragraph('eins'), paragraph('zwei'), paragraph('drei'));
    const held = read(editor);
    editor.commands.insertContentAt(5, '!');
    const edits = [swap(held, 'eins', '1'), swap(held, 'zwei', '2')];
    expect(apply(editor, held, [...edits, swap(held, '\ndrei', '')])).toEqual(['changed', 'done', 'done']);
    expect(textOf(editor.state.doc)).toBe('eins!\n2');
  });

  it('see a new paragraph between two as a change of those that would be joined only', () => {
    const editor = paper(paragraph('eins'), paragraph('zwei'));
    const held = read(editor);
    editor.commands.insertContentAt(6, '<p>dazwischen</p>');
    expect(apply(editor, held, [swap(held, '\nzwei', '')])).toEqual(['changed']);
    expect(apply(editor, held, [swap(held, 'zwei', '2')])).toEqual(['done']);
  });

  it('go across neither the cells of a table nor a rule', () => {
    const editor = paper(
      paragraph('vorn'),
      { type: 'rule' },
      { type: 'table', header: false, rows: [[[run('a')], [run('b')]]] },
    );
    const held = read(editor);
    const before = editor.state.doc;
    expect(apply(editor, held, [swap(held, 'vorn\na', 'x')])).toEqual(['protected']);
    expect(apply(editor, held, [swap(held, 'a\nb', 'x')])).toEqual(['protected']);
    expect(editor.state.doc.eq(before)).toBe(true);
  });

  it('refuse what lies outside of the text, and what overlaps', () => {
    const editor = paper(paragraph('eins zwei'));
    const held = read(editor);
    expect(apply(editor, held, [{ start: 3, end: 99, text: '' }])).toEqual(['failed']);
    const twice = [swap(held, 'eins zwei', 'x'), swap(held, 'zwei', 'y')];
    expect(apply(editor, held, twice)).toEqual(['done', 'changed']);
    expect(apply(editor, held, [swap(held, 'zwei', 'y')])).toEqual(['changed']);
  });

  it('stay where a person has edited them, and all others are taken back', () => {
    const editor = paper(paragraph('eins'), paragraph('zwei'));
    const held = read(editor);
    apply(editor, held, [swap(held, 'eins', 'neuer'), swap(held, 'zwei', '2')]);
    editor.commands.insertContentAt(8, 'X');
    expect(takeBack(editor, held)).toBe('changed');
    expect(textOf(settled(editor.state.doc, 'accept'))).toMatch(/X.*\nzwei$/);
  });

  it('that a person accepted stay; those they rejected are gone anyway', () => {
    const editor = paper(paragraph('eins'), paragraph('zwei'));
    const held = read(editor);
    apply(editor, held, [swap(held, 'eins', '1'), swap(held, 'zwei', '2')]);
    const { tr } = editor.state;
    const ids = changesIn(editor.state.doc).map(({ id }) => id);
    settleChanges(tr, 'accept', (id) => id === ids[0]);
    settleChanges(tr, 'reject', (id) => id === ids[1]);
    editor.view.dispatch(tr);
    expect(takeBack(editor, held)).toBe('changed');
    expect(textOf(editor.state.doc)).toBe('1\nzwei');
    expect(apply(editor, held, [swap(held, 'zwei', 'II')])).toEqual(['done']);
    expect(textOf(editor.state.doc)).toBe('1\nII');
  });

  it('of two readings don’t touch each other', () => {
    const editor = paper(paragraph('eins zwei'));
    const first = read(editor);
    apply(editor, first, [swap(first, 'eins', '1')]);
    const second = new HeldText(editor.state, 2, [{ from: 0, to: editor.state.doc.content.size }]);
    apply(editor, second, [swap(second, 'zwei', '2')]);
    expect(takeBack(editor, first)).toBe('done');
    expect(textOf(editor.state.doc)).toBe('eins 2');
  });
});

describe('a person', () => {
  it('types plain words in the middle of a change', () => {
    const editor = paper(paragraph('alt'));
    const held = read(editor);
    apply(editor, held, [swap(held, 'alt', 'neu')]);
    editor.commands.setTextSelection(6);
    editor.view.dispatch(editor.state.tr.insertText('X'));
    const typed: string[] = [];
    editor.state.doc.descendants((node) => {
      if (node.isText && withoutChanges(node.marks).length === node.marks.length) typed.push(node.text ?? '');
    });
    expect(typed).toEqual(['X']);
  });

  it('copies what is there without what is struck out', () => {
    const editor = paper(paragraph('alt bleibt'));
    const held = read(editor);
    apply(editor, held, [swap(held, 'alt', 'neu')]);
    const { dom, text } = editor.view.serializeForClipboard(editor.state.doc.slice(0));
    expect([dom.textContent, text]).toEqual(['neu bleibt', 'neu bleibt']);
    expect(dom.querySelector('ins, del')).toBeNull();
  });

  it('divides a paragraph before a struck out break, and the break stays struck out', () => {
    const editor = paper(paragraph('eins'), paragraph('zwei drei'));
    const held = read(editor);
    apply(editor, held, [swap(held, '\nzwei', ' zwei')]);
    const at = findText(editor.state.doc, 'drei')?.from ?? 0;
    editor.chain().setTextSelection(at).splitBlock().run();
    expect(textOf(settled(editor.state.doc, 'accept'))).toBe('eins zwei \ndrei');
  });
});
