import { EditorContent, type JSONContent, useEditor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import type { Surface } from '../office/host.ts';
import { CommentList } from './CommentList.tsx';
import type { DeskStore } from './desk-store.ts';
import { paperExtensions } from './document-schema.ts';
import { EditorToolbar } from './EditorToolbar.tsx';
import { NoteList } from './NoteList.tsx';
import { usePaperStyles } from './paper-styles.ts';

interface Labelled {
  /** As the editor keeps it. */
  content: JSONContent;
  /** What a screen reader calls the text. */
  label: string;
}

function useText(content: JSONContent, editable: boolean, attributes: Record<string, string>) {
  // The options of the first render stay: what is typed later lives in the editor alone.
  const [options] = useState(() => ({
    extensions: paperExtensions(),
    content,
    editable,
    // A style element with text in it would need a gap in the content security policy.
    injectCSS: false,
    editorProps: { attributes: { lang: 'de', ...attributes } },
  }));
  return useEditor(options);
}

/** A text that is written in, with its small toolbar. Give it a `key`: it belongs to one thing on the desk. */
export function PaperEditor(props: Labelled & { store: DeskStore; surface: Surface; id: number }) {
  const { store, surface, id, content, label } = props;
  const editor = useText(content, true, {
    spellcheck: 'true',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': label,
    'aria-keyshortcuts': 'F6',
  });
  useEffect(() => store.attach(surface, id, editor), [store, surface, id, editor]);
  const { text } = usePaperStyles();
  return (
    <>
      <EditorToolbar editor={editor} />
      <CommentList editor={editor} />
      <EditorContent editor={editor} className={text} />
      <NoteList editor={editor} />
    </>
  );
}

/** A text that is only read; selectable, and reachable with the keyboard so that it can be scrolled. */
export function PaperText(
  props: Labelled & { shownOn?: { store: DeskStore; surface: Surface; id: number } },
) {
  const { content, label, shownOn } = props;
  const editor = useText(content, false, { role: 'document', tabindex: '0', 'aria-label': label });
  const { store, surface, id } = shownOn ?? {};
  useEffect(() => {
    if (store && surface && id !== undefined) return store.attach(surface, id, editor);
    return undefined;
  }, [store, surface, id, editor]);
  const { text } = usePaperStyles();
  return <EditorContent editor={editor} className={text} />;
}
