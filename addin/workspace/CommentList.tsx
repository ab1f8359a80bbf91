import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { useEditorState } from '@tiptap/react';
import { useId } from 'react';
import { commentsIn, type FoundComment, removeComment } from './comment-marks.ts';

const useStyles = makeStyles({
  comments: {
    marginBottom: tokens.spacingVerticalL,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThicker} solid ${tokens.colorBrandStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  title: { margin: '0', fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: '0', padding: '0', maxHeight: '30vh', overflowY: 'auto' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  passage: { fontSize: 'inherit', fontStyle: 'italic', textAlign: 'left' },
  text: { margin: '0', whiteSpace: 'pre-line' },
});

const MAX_PASSAGE_CHARS = 60;

function shortened(passage: string): string {
  const line = passage.replaceAll(/\s+/g, ' ').trim();
  return line.length > MAX_PASSAGE_CHARS ? `${line.slice(0, MAX_PASSAGE_CHARS).trimEnd()} …` : line;
}

function show(editor: Editor, { from, to }: FoundComment): void {
  editor.chain().focus().setTextSelection({ from, to }).scrollIntoView().run();
}

function remove(editor: Editor, { id }: FoundComment): void {
  const { tr } = editor.state;
  removeComment(tr, id);
  editor.view.dispatch(closeHistory(tr));
  // The button that had the focus is gone.
  editor.commands.focus();
}

/** The comments on a paper, each with the words that it is about; only there while there are any. */
export function CommentList({ editor }: { editor: Editor }) {
  const classes = useStyles();
  const title = useId();
  const comments = useEditorState({ editor, selector: ({ editor: each }) => commentsIn(each.state.doc) });
  if (comments.length === 0) return null;
  return (
    <section className={classes.comments} aria-labelledby={title}>
      <h2 id={title} className={classes.title}>
        Kommentare ({comments.length})
      </h2>
      <ul className={classes.list}>
        {comments.map((comment) => (
          <li key={comment.id} className={classes.item}>
            <div>
              <Link as="button" className={classes.passage} onClick={() => show(editor, comment)}>
                „{shortened(comment.passage)}“
              </Link>
              <p className={classes.text}>{comment.text}</p>
            </div>
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={`Kommentar entfernen: ${shortened(comment.text)}`}
              title="Kommentar entfernen"
              onClick={() => remove(editor, comment)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
