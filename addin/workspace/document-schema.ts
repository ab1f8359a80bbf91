import type { Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { anchors } from './anchors.ts';
import { changeMarks } from './change-marks.ts';
import { commentMark } from './comment-marks.ts';
import { gapMarks } from './gap-marks.ts';
import { journal } from './journal.ts';
import { keptSelection } from './kept-selection.ts';
import { noteMark } from './note-marks.ts';

// What a pasted table brings along is flattened to text: contract/rich.ts knows no block inside a cell.
const cellContent = 'paragraph+';

/**
 * The editor of the paper: exactly what `contract/rich.ts` can say, so that nothing gets in that is lost on the way out,
 * and what a reviewer leaves in it: tracked changes and comments.
 */
export function paperExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3, 4] },
      link: false,
      code: false,
      codeBlock: false,
    }),
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader.extend({ content: cellContent }),
    TableCell.extend({ content: cellContent }),
    ...changeMarks,
    commentMark,
    noteMark,
    anchors,
    journal,
    gapMarks,
    keptSelection,
  ];
}
