import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuPopover,
  MenuTrigger,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  TextBoldRegular,
  TextBulletListLtrRegular,
  TextItalicRegular,
  TextNumberListLtrRegular,
  TextUnderlineRegular,
} from '@fluentui/react-icons';
import type { ChainedCommands, Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { ReactElement } from 'react';
import { ArrowMenuList } from '../pane/arrow-menu-list.tsx';
import { useArrowKeys } from '../pane/use-arrow-keys.ts';
import { ChangeBar } from './ChangeBar.tsx';

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: '0',
    zIndex: 1,
    padding: `${tokens.spacingVerticalXS} 0`,
    marginBottom: tokens.spacingVerticalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXS,
    // All in one line at 320 pixels, each still 28 pixels wide.
    '@media (max-width: 599px)': {
      '& .fui-Button': { minWidth: '28px', paddingLeft: '0', paddingRight: '0' },
    },
  },
  style: {
    minWidth: '128px',
    justifyContent: 'space-between',
    fontWeight: tokens.fontWeightRegular,
    '@media (max-width: 599px)': { minWidth: '96px', fontSize: tokens.fontSizeBase200 },
  },
});

const styles = [
  { value: '0', label: 'Absatz' },
  { value: '1', label: 'Überschrift 1' },
  { value: '2', label: 'Überschrift 2' },
  { value: '3', label: 'Überschrift 3' },
  { value: '4', label: 'Überschrift 4' },
];

function setStyle(editor: Editor, value: string): void {
  const level = ([1, 2, 3, 4] as const).find((each) => String(each) === value);
  const chain = editor.chain().focus();
  if (level) chain.setHeading({ level }).run();
  else chain.setParagraph().run();
}

interface Tool {
  name: string;
  icon: ReactElement;
  /** Whether the text at the cursor has it; undefined where that is no question. */
  on?: boolean;
  off?: boolean;
  act: (chain: ChainedCommands) => ChainedCommands;
}

function ToolButton({ tool, editor, tabIndex }: { tool: Tool; editor: Editor; tabIndex: number }) {
  const { name, icon, on, off = false, act } = tool;
  const common = {
    size: 'small',
    appearance: 'subtle',
    icon,
    title: name,
    'aria-label': name,
    tabIndex,
    onClick: () => act(editor.chain().focus()).run(),
  } as const;
  if (on !== undefined) return <ToggleButton {...common} checked={on} />;
  // It keeps the focus while there is nothing to undo: otherwise the arrows would begin anew.
  return <Button {...common} disabledFocusable={off} />;
}

function StyleMenu({ editor, value, tabIndex }: { editor: Editor; value: string; tabIndex: number }) {
  const classes = useStyles();
  return (
    <Menu
      checkedValues={{ style: [value] }}
      onCheckedValueChange={(_, { checkedItems }) => setStyle(editor, checkedItems[0] ?? '0')}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          size="small"
          appearance="subtle"
          className={classes.style}
          tabIndex={tabIndex}
          title="Absatzformat"
        >
          {styles.find((style) => style.value === value)?.label ?? 'Absatz'}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <ArrowMenuList>
          {styles.map((style) => (
            <MenuItemRadio key={style.value} name="style" value={style.value}>
              {style.label}
            </MenuItemRadio>
          ))}
        </ArrowMenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The few things that a letter needs; all of them have their usual keys in the text, too. */
export function EditorToolbar({ editor }: { editor: Editor }) {
  const classes = useStyles();
  const { row, tabIndexAt } = useArrowKeys();
  const now = useEditorState({
    editor,
    selector: ({ editor: each }) => ({
      style: String(each.isActive('heading') ? each.getAttributes('heading')['level'] : 0),
      bold: each.isActive('bold'),
      italic: each.isActive('italic'),
      underline: each.isActive('underline'),
      bullets: each.isActive('bulletList'),
      numbers: each.isActive('orderedList'),
      undo: each.can().undo(),
      redo: each.can().redo(),
    }),
  });
  const history: Tool[] = [
    { name: 'Rückgängig', icon: <ArrowUndoRegular />, off: !now.undo, act: (chain) => chain.undo() },
    { name: 'Wiederholen', icon: <ArrowRedoRegular />, off: !now.redo, act: (chain) => chain.redo() },
  ];
  const looks: Tool[] = [
    { name: 'Fett', icon: <TextBoldRegular />, on: now.bold, act: (chain) => chain.toggleBold() },
    { name: 'Kursiv', icon: <TextItalicRegular />, on: now.italic, act: (chain) => chain.toggleItalic() },
    {
      name: 'Unterstrichen',
      icon: <TextUnderlineRegular />,
      on: now.underline,
      act: (chain) => chain.toggleUnderline(),
    },
    {
      name: 'Aufzählung',
      icon: <TextBulletListLtrRegular />,
      on: now.bullets,
      act: (chain) => chain.toggleBulletList(),
    },
    {
      name: 'Nummerierung',
      icon: <TextNumberListLtrRegular />,
      on: now.numbers,
      act: (chain) => chain.toggleOrderedList(),
    },
  ];
  const button = (tool: Tool, place: number) => (
    <ToolButton key={tool.name} tool={tool} editor={editor} tabIndex={tabIndexAt(place)} />
  );
  return (
    <div className={classes.bar}>
      <div role="toolbar" aria-label="Text gestalten" className={classes.row} {...row}>
        {history.map(button)}
        <StyleMenu editor={editor} value={now.style} tabIndex={tabIndexAt(history.length)} />
        {looks.map((tool, place) => button(tool, history.length + 1 + place))}
      </div>
      <ChangeBar editor={editor} />
    </div>
  );
}
