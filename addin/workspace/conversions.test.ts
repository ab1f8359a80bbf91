import { getSchema } from '@tiptap/core';
import { describe, expect, it } from '@jest/globals';
import type { Block, Run } from '../../contract/rich.ts';
import { block } from '../../contract/rich.ts';
import { blocksToDoc } from './blocks-to-doc.ts';
import { docToBlocks } from './doc-to-blocks.ts';
import { paperExtensions } from './document-schema.ts';
import { anyBlocks, heading, list, paragraph, run } from './testing/blocks.ts';

const schema = getSchema(paperExtensions());

function roundTrip(blocks: Block[]): Block[] {
  const doc = schema.nodeFromJSON(blocksToDoc(blocks));
  doc.check();
  return docToBlocks(doc);
}

/** Each character with its marks; the look of a line break is nothing that counts. */
function letters(runs: Run[]): string[] {
  return runs.flatMap(({ text, marks }) =>
    Array.from(text, (sign) => (sign === '\n' ? '\n' : `${sign}${[...marks].sort().join('+')}`)),
  );
}

const blank = { kind: 'paragraph', text: [] as string[] };

/** What a text says, without what the editor has no words for: empty lists, quotes and tables, split runs. */
function meaning(blocks: Block[]): unknown[] {
  return blocks.flatMap((each): unknown[] => {
    switch (each.type) {
      case 'rule':
        return [{ kind: 'rule' }];
      case 'paragraph':
        return [{ kind: 'paragraph', text: letters(each.runs) }];
      case 'heading':
        return [{ kind: `heading ${String(each.level)}`, text: letters(each.runs) }];
      case 'quote': {
        const inside = meaning(each.blocks);
        return inside.length > 0 ? [{ kind: 'quote', inside }] : [];
      }
      case 'list': {
        const kind = each.ordered ? `ordered from ${String(each.start)}` : 'bullets';
        const items = each.items.map((item) => itemMeaning(meaning(item)));
        return items.length > 0 ? [{ kind, items }] : [];
      }
      case 'table': {
        const width = Math.max(0, ...each.rows.map((row) => row.length));
        const rows = each.rows.map((row) =>
          Array.from({ length: width }, (_, column) => letters(row[column] ?? [])),
        );
        return width > 0 ? [{ kind: each.header ? 'table with header' : 'table', rows }] : [];
      }
    }
  });
}

function isBlank(value: unknown): boolean {
  return JSON.stringify(value) === JSON.stringify(blank);
}

function isParagraph(value: unknown): boolean {
  return value !== undefined && (value as { kind: string }).kind === 'paragraph';
}

function itemMeaning(inside: unknown[]): unknown[] {
  if (inside.length === 0) return [blank];
  return isBlank(inside[0]) && inside.length > 1 && !isParagraph(inside[1]) ? inside.slice(1) : inside;
}

function whole(blocks: Block[]): unknown[] {
  const all = meaning(blocks);
  return isBlank(all.at(-1)) && !isParagraph(all.at(-2)) ? all.slice(0, -1) : all;
}

describe('blocks and the editor’s document', () => {
  it('keep what a text says on the way in and out, for any text', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const blocks = anyBlocks(seed);
      expect({ seed, says: whole(roundTrip(blocks)) }).toEqual({ seed, says: whole(blocks) });
    }
  });

  it('give the same blocks again from the second round on', () => {
    for (let seed = 1; seed <= 500; seed += 1) {
      const once = roundTrip(anyBlocks(seed));
      expect(roundTrip(once)).toEqual(once);
    }
  });

  it('give blocks that the contract accepts', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      for (const each of roundTrip(anyBlocks(seed))) expect(block.safeParse(each).success).toBe(true);
    }
  });

  it('keep an ordinary letter to the letter', () => {
    const letter: Block[] = [
      heading(1, 'Bescheid'),
      paragraph('Sehr geehrte Frau ', run('Weber', 'bold'), ',\nvielen Dank.'),
      list('Lageplan', 'Baubeschreibung'),
      { type: 'list', ordered: true, start: 3, items: [[paragraph('c'), list('d')]] },
      {
        type: 'table',
        header: true,
        rows: [
          [[run('Amt')], [run('Frist')]],
          [[run('Bauamt')], []],
        ],
      },
      { type: 'rule' },
      { type: 'quote', blocks: [paragraph('Zitat')] },
      paragraph('Mit freundlichen Grüßen'),
      paragraph(),
    ];
    expect(roundTrip(letter)).toEqual(letter);
  });

  it('end every document with a paragraph, so that the editor has nothing to add', () => {
    expect(blocksToDoc([{ type: 'rule' }]).content?.at(-1)?.type).toBe('paragraph');
    expect(roundTrip([])).toEqual([]);
  });

  it('read a part of a document', () => {
    const doc = schema.nodeFromJSON(blocksToDoc([list('eins', 'zwei', 'drei')]));
    expect(docToBlocks(doc.cut(5, 14))).toEqual([list('ns', 'zwe')]);
  });
});
