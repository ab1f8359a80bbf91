import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, CheckmarkRegular, DismissRegular } from '@fluentui/react-icons';
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { useEditorState } from '@tiptap/react';
import { useArrowKeys } from '../pane/use-arrow-keys.ts';
import { changesIn, type FoundChange, type Settling, settleChanges } from './settle-changes.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXS,
    fontSize: tokens.fontSizeBase200,
    '& .fui-Button': { minWidth: 'auto', fontWeight: tokens.fontWeightRegular },
    // In two lines at 320 pixels: the bar stays in sight and must leave room for the text.
    '@media (max-width: 599px)': {
      '& .fui-Button': { paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
      '& .fui-Button__icon': { display: 'none' },
    },
  },
  count: { marginRight: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
});

/** The changes that the cursor stands in or the selection touches. */
function touched({ state }: Editor): FoundChange[] {
  const { from, to } = state.selection;
  return changesIn(state.doc).filter((change) => change.from <= to && change.to >= from);
}

/** Puts the cursor into the next change, from the end into the first. */
function goToNext(editor: Editor): void {
  const all = changesIn(editor.state.doc);
  const { from } = editor.state.selection;
  const next = all.find((change) => change.from > from) ?? all[0];
  if (!next) return;
  const target = editor.view.domAtPos(next.from).node;
  editor.commands.setTextSelection(next.from);
  (target instanceof Element ? target : target.parentElement)?.scrollIntoView({ block: 'nearest' });
}

function settle(editor: Editor, how: Settling, changes: readonly FoundChange[]): void {
  const ids = new Set(changes.map(({ id }) => id));
  const { tr } = editor.state;
  settleChanges(tr, how, (id) => ids.has(id));
  editor.view.dispatch(closeHistory(tr));
  if (changesIn(editor.state.doc).length > 0) goToNext(editor);
  // The bar is gone, and with it the button that had the focus.
  else editor.commands.focus();
}

function countOf(changes: number): string {
  return changes === 1 ? '1 Änderung' : `${String(changes)} Änderungen`;
}

function ChangeButtons({ editor, all, here }: { editor: Editor; all: number; here: number }) {
  const classes = useStyles();
  const { row, tabIndexAt } = useArrowKeys();
  const common = { size: 'small', appearance: 'subtle' } as const;
  const one = { ...common, disabledFocusable: here === 0 };
  const everything = () => changesIn(editor.state.doc);
  return (
    <div role="toolbar" aria-label="Änderungen prüfen" className={classes.bar} {...row}>
      <span className={classes.count}>{countOf(all)}</span>
      <Button
        {...common}
        icon={<ArrowDownRegular />}
        tabIndex={tabIndexAt(0)}
        onClick={() => goToNext(editor)}
      >
        Nächste
      </Button>
      <Button
        {...one}
        icon={<CheckmarkRegular />}
        tabIndex={tabIndexAt(1)}
        onClick={() => settle(editor, 'accept', touched(editor))}
      >
        Annehmen
      </Button>
      <Button
        {...one}
        icon={<DismissRegular />}
        tabIndex={tabIndexAt(2)}
        onClick={() => settle(editor, 'reject', touched(editor))}
      >
        Ablehnen
      </Button>
      <Button {...common} tabIndex={tabIndexAt(3)} onClick={() => settle(editor, 'accept', everything())}>
        Alle annehmen
      </Button>
      <Button {...common} tabIndex={tabIndexAt(4)} onClick={() => settle(editor, 'reject', everything())}>
        Alle ablehnen
      </Button>
    </div>
  );
}

/** To accept or reject tracked changes, one by one or all at once; only there while there are any. */
export function ChangeBar({ editor }: { editor: Editor }) {
  const { all, here } = useEditorState({
    editor,
    selector: ({ editor: each }) => ({
      all: changesIn(each.state.doc).length,
      here: touched(each).length,
    }),
  });
  return all === 0 ? null : <ChangeButtons editor={editor} all={all} here={here} />;
}
