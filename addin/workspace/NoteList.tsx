import { makeStyles, tokens } from '@fluentui/react-components';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { notesIn } from './note-marks.ts';

const useStyles = makeStyles({
  notes: {
    marginTop: tokens.spacingVerticalXXL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  list: { margin: 0, paddingBlock: tokens.spacingVerticalS, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** The footnotes of a paper at its foot; only there while there are any. */
export function NoteList({ editor }: { editor: Editor }) {
  const classes = useStyles();
  // As one text: a list would be another at every key press.
  const joined = useEditorState({
    editor,
    selector: ({ editor: each }) => JSON.stringify(notesIn(each.state.doc)),
  });
  const notes = JSON.parse(joined) as string[];
  if (notes.length === 0) return null;
  return (
    <section className={classes.notes} aria-label="Fußnoten">
      <ol className={classes.list}>
        {notes.map((note, at) => (
          <li key={at}>{note}</li>
        ))}
      </ol>
    </section>
  );
}
