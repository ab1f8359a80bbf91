import { getSchema } from '@tiptap/core';
import { expect, it } from '@jest/globals';
import type { Block } from '../../contract/rich.ts';
import { blocksToDoc } from './blocks-to-doc.ts';
import { docToBlocks } from './doc-to-blocks.ts';
import { paperExtensions } from './document-schema.ts';
import { notesIn } from './note-marks.ts';

it('keeps footnotes in the paper, whatever formatting is around them', () => {
  const blocks: Block[] = [
    {
      type: 'paragraph',
      runs: [
        { text: 'Genehmigt die Leitung.', marks: [], note: 'DA Reisen, § 4' },
        { text: ' Sonst ', marks: [] },
        { text: 'nicht.', marks: ['bold'], note: 'DA Reisen, § 5' },
        { text: ' Ende', marks: [] },
      ],
    },
  ];
  const doc = getSchema(paperExtensions()).nodeFromJSON(blocksToDoc(blocks));
  doc.check();
  expect(notesIn(doc)).toEqual(['DA Reisen, § 4', 'DA Reisen, § 5']);
  expect(docToBlocks(doc)).toEqual(blocks);
});
