import { Extension, Mark, mergeAttributes } from '@tiptap/core';
import { Fragment, type Mark as PmMark, type Node, Slice } from '@tiptap/pm/model';
import { type EditorState, Plugin } from '@tiptap/pm/state';

/** Who changed the text, and when: what Word keeps of a tracked change, too. */
export interface Change {
  /** The same for all that belongs to one change: what it strikes out and what it puts in. */
  id: string;
  author: string;
  /** ISO 8601. */
  at: string;
}

export type ChangeKind = 'insertion' | 'deletion';

export const kinds: readonly ChangeKind[] = ['insertion', 'deletion'];

/** Attributes of a paragraph that say that the break before it was put in or struck out. */
export const BREAKS = { insertion: 'insertedBreak', deletion: 'deletedBreak' } as const;

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'id' in value;
}

/** The change of one kind that a piece of text belongs to. */
export function changeOf(node: Node, kind: ChangeKind): Change | null {
  const attrs: unknown = node.marks.find((mark) => mark.type.name === kind)?.attrs;
  return isChange(attrs) ? attrs : null;
}

/** A change of a break: no two breaks have the same. */
export interface BreakChange extends Change {
  /** Tells the breaks of one change apart. */
  part: string;
}

/** The change of one kind that the break before a paragraph belongs to. */
export function breakOf(textblock: Node, kind: ChangeKind): Change | null {
  const value: unknown = textblock.attrs[BREAKS[kind]];
  return isChange(value) ? value : null;
}

/** The marks of a text that are its look and not its history. */
export function withoutChanges(marks: readonly PmMark[]): PmMark[] {
  return marks.filter(({ type }) => type.name !== 'insertion' && type.name !== 'deletion');
}

function changeMark(kind: ChangeKind, tag: 'ins' | 'del', done: string) {
  return Mark.create({
    name: kind,
    // What a person types at its edge is theirs.
    inclusive: false,
    addAttributes: () => ({
      id: { default: '', rendered: false },
      author: { default: '', rendered: false },
      at: { default: '', rendered: false },
    }),
    // A struck out text that is pasted must not come back to life, nor be taken for text in strikethrough.
    parseHTML: () => (kind === 'deletion' ? [{ tag: 'del[data-change]', ignore: true, priority: 100 }] : []),
    renderHTML: ({ mark, HTMLAttributes }) => [
      tag,
      mergeAttributes(HTMLAttributes, {
        'data-change': String(mark.attrs['id']),
        title: `${done} von ${String(mark.attrs['author'])}`,
      }),
      0,
    ],
  });
}

const breakAttribute = (name: string) => ({
  default: null,
  keepOnSplit: false,
  parseHTML: () => null,
  renderHTML: (attrs: Record<string, unknown>) => (attrs[name] ? { [`data-${name.toLowerCase()}`]: '' } : {}),
});

function settled(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.isInline) {
      if (!changeOf(node, 'deletion')) nodes.push(node.mark(withoutChanges(node.marks)));
      return;
    }
    const attrs = node.isTextblock
      ? { ...node.attrs, [BREAKS.insertion]: null, [BREAKS.deletion]: null }
      : node.attrs;
    nodes.push(node.type.create(attrs, settled(node.content), node.marks));
  });
  return Fragment.from(nodes);
}

/** Breaks that a person made by dividing a paragraph: the second part has all that the first has. */
function copiedBreaks(doc: Node): { pos: number; kind: ChangeKind }[] {
  const copies: { pos: number; kind: ChangeKind }[] = [];
  const seen = new Set<string>();
  doc.descendants((node, pos) => {
    for (const kind of node.isTextblock ? kinds : []) {
      const change = breakOf(node, kind);
      const name = change && JSON.stringify([kind, change]);
      if (name !== null && seen.has(name)) copies.push({ pos, kind });
      else if (name !== null) seen.add(name);
    }
    return !node.isTextblock;
  });
  return copies;
}

/** The marks that a typed letter would have. */
function typedMarks({ selection, storedMarks }: EditorState): readonly PmMark[] {
  const { empty, $from } = selection;
  if (!empty || !$from.parent.isTextblock) return [];
  return storedMarks ?? $from.marks();
}

/** Keeps changes where they were made: what is copied is plain, and so is what a person types within one. */
const plainHands = Extension.create({
  name: 'plainHands',
  // Before the editor's own way to make plain text, which would take the struck out words along.
  priority: 1_000,
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading'],
      attributes: {
        [BREAKS.insertion]: breakAttribute(BREAKS.insertion),
        [BREAKS.deletion]: breakAttribute(BREAKS.deletion),
      },
    },
  ],
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, state) {
        const copies = transactions.some((tr) => tr.docChanged) ? copiedBreaks(state.doc) : [];
        const marks = typedMarks(state);
        const plain = withoutChanges(marks);
        if (copies.length === 0 && plain.length === marks.length) return null;
        const { tr } = state;
        for (const { pos, kind } of copies) tr.setNodeAttribute(pos, BREAKS[kind], null);
        return tr.setStoredMarks(plain);
      },
      props: {
        transformCopied: (slice) => new Slice(settled(slice.content), slice.openStart, slice.openEnd),
        clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, '\n\n', '\n'),
      },
    }),
  ],
});

/** Tracked changes in the paper, as Word has them. */
export const changeMarks = [
  changeMark('insertion', 'ins', 'Eingefügt'),
  changeMark('deletion', 'del', 'Gelöscht'),
  plainHands,
];
