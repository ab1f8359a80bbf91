import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import { toMarkdown } from '../../contract/markdown.ts';
import type { Address, Part, Source } from '../../contract/source.ts';
import { anchorOf, holdRange, moveAnchor, unchanged } from '../workspace/anchors.ts';
import { type DeskStore, idOn } from '../workspace/desk-store.ts';
import { beginDraft, type Desk, type DraftStart, layNewDocument, type Mail } from '../workspace/desk.ts';
import { docToBlocks } from '../workspace/doc-to-blocks.ts';
import { findText } from '../workspace/find-text.ts';
import { HeldText } from '../workspace/held-text.ts';
import { draftToSelf, replyAllDraft, replyDraft } from '../workspace/mail-draft.ts';
import {
  appendBlocks,
  appendSection,
  insertBlocks,
  type Placed,
  prependBlocks,
  replaceRange,
} from '../workspace/placing.ts';
import {
  line,
  mailSourceOf,
  quotedText,
  selectedBlocks,
  wordsOfThread,
} from '../workspace/source-of-desk.ts';
import { wordsOfDoc } from '../workspace/words-of-doc.ts';
import type { DocxMeta, PaperBlock } from '../output/docx-content.ts';
import { browserAttachments } from './browser-attachments.ts';
import { browserChanges, type OpenThing } from './browser-changes.ts';
import { writeComments } from './browser-comments.ts';
import { footnotesOn, withoutFootnotes } from './browser-footnotes.ts';
import { browserProvenances } from './browser-provenances.ts';
import { Reading } from './browser-reading.ts';
import type { Copy } from './clipboard.ts';
import type {
  ActionName,
  ChangeWriter,
  Host,
  Outcome,
  Overview,
  Remark,
  Result,
  Surface,
  Taken,
  Theme,
} from './host.ts';
import { HostError } from './host.ts';
import { settled } from './settle.ts';

/** What the host needs beside the desk. */
export interface BrowserServices {
  copy: Copy;
  /** Makes a DOCX file of a text and hands it to the person. */
  saveDocx(blocks: readonly PaperBlock[], meta: DocxMeta): Promise<void>;
  showPdf: Host['showPdf'];
  theme: { theme(): Theme; subscribe(listener: () => void): () => void };
  /** Who works here; empty strings until they have said it. */
  person(): Address;
  now(): Date;
}

const actionsOf: Record<Surface, ActionName[]> = {
  document: [
    'insert',
    'replace',
    'insert-section',
    'insert-top',
    'insert-end',
    'new-document',
    'copy',
    'save-docx',
  ],
  'mail-read': ['reply', 'reply-all', 'mail-to-self', 'copy', 'save-docx'],
  'mail-compose': ['insert', 'replace', 'copy', 'save-docx'],
};

const done: Outcome = { status: 'done' };

/** How single words are changed; null where nobody writes. */
const markingOf = { document: 'tracked', 'mail-read': null, 'mail-compose': 'plain' } as const;

/** Whose changes and comments those of the pane are. */
const AUTHOR = 'Amtsfeder';

function titleOn(desk: Desk, surface: Surface): string {
  switch (surface) {
    case 'document':
      return desk.document?.title ?? '';
    case 'mail-read':
      return desk.mail?.mail.subject ?? '';
    case 'mail-compose':
      return desk.draft.subject;
  }
}

function identityOn(desk: Desk, surface: Surface): string {
  switch (surface) {
    case 'document':
      return desk.document?.identity ?? '';
    case 'mail-read':
      return desk.mail?.identity ?? '';
    case 'mail-compose':
      return desk.draft.identity;
  }
}

/** What an answer refers to: read along with it, never written in. */
function threadOf(desk: Desk, surface: Surface): Mail | null {
  return surface === 'mail-compose' ? desk.draft.quoted : null;
}

function scrollTo(editor: Editor, position: number): void {
  // In the next frame, because the desk may only just have been brought to the front.
  requestAnimationFrame(() => {
    if (editor.isDestroyed) return;
    const { view } = editor;
    const dom = view.nodeDOM(position) ?? view.domAtPos(position).node;
    const element = dom instanceof Element ? dom : dom.parentElement;
    element?.scrollIntoView({ block: 'center' });
  });
}

/** Writes in one step that one Undo takes back, and without taking the focus from the pane. */
function write(editor: Editor, placed: Placed, keep: number | null = null): void {
  if (keep !== null) moveAnchor(placed.tr, keep, placed.from, placed.to);
  editor.view.dispatch(closeHistory(placed.tr));
  scrollTo(editor, placed.from);
}

function hold(editor: Editor, part: Part): number | null {
  const { doc, selection } = editor.state;
  const dispatch = editor.view.dispatch.bind(editor.view);
  if (part === 'whole') return holdRange(editor.state, dispatch, 0, doc.content.size);
  if (selection.ranges.length > 1) return null;
  return holdRange(editor.state, dispatch, selection.from, selection.to);
}

function rangesOf({ state }: Editor, part: Part): { from: number; to: number }[] {
  if (part === 'whole') return [{ from: 0, to: state.doc.content.size }];
  return state.selection.ranges.map(({ $from, $to }) => ({ from: $from.pos, to: $to.pos }));
}

function selectedWords(editor: Editor): number {
  const { doc, selection } = editor.state;
  return selection.ranges.reduce(
    (sum, { $from, $to }) => sum + ($from.pos === $to.pos ? 0 : wordsOfDoc(doc.cut($from.pos, $to.pos))),
    0,
  );
}

/**
 * The workspace as a host of the pane.
 * @param surface which of the desk's surfaces; each has a host of its own
 */
export function browserHost(surface: Surface, desk: DeskStore, services: BrowserServices): Host {
  const actions = new Set(actionsOf[surface]);
  const thing = (): number | null => idOn(desk.current(), surface);

  function openThing(): OpenThing | null {
    const editor = desk.editor(surface);
    const id = thing();
    return editor && id !== null ? { editor, id } : null;
  }

  function openEditor(): OpenThing {
    const open = openThing();
    if (!open) throw new HostError('nothing-open');
    return open;
  }

  // With the number of the thing in it, no two in one paper are the same, even when it was put away in between.
  let last = 0;
  const newMark = () => ({
    id: `${String(thing())}.${String((last += 1))}`,
    author: AUTHOR,
    at: services.now().toISOString(),
  });
  const marking = markingOf[surface];
  const changes: ChangeWriter | null = marking && browserChanges(marking, openThing, newMark);

  function overview(): Overview {
    const { editor } = openEditor();
    const thread = threadOf(desk.current(), surface);
    return {
      id: identityOn(desk.current(), surface),
      title: titleOn(desk.current(), surface),
      words: wordsOfDoc(editor.state.doc) + (thread ? wordsOfThread(thread) : 0),
      // A mail is always read as a whole: the newest message with what it quotes.
      selectedWords: surface === 'mail-read' ? 0 : selectedWords(editor),
    };
  }

  function skim(part: Part): Source {
    const { mail } = desk.current();
    const { editor } = openEditor();
    if (surface === 'mail-read' && mail) return mailSourceOf(mail.mail);
    const { doc, selection } = editor.state;
    if (part === 'selection' && selection.empty) throw new HostError('nothing-selected');
    const own = toMarkdown(part === 'whole' ? docToBlocks(doc) : selectedBlocks(editor));
    const thread = part === 'whole' ? threadOf(desk.current(), surface) : null;
    const full = thread ? `${own}\n\n${quotedText(thread)}`.trim() : own;
    if (full.length > MAX_SOURCE_CHARS) throw new HostError('too-long');
    const title = line(titleOn(desk.current(), surface));
    const margins = surface === 'document' ? (desk.current().document?.margins ?? '') : '';
    return { kind: 'document', title, part, text: full, ...(margins === '' ? {} : { margins }) };
  }

  function take(part: Part): Taken {
    const { editor, id } = openEditor();
    const source = skim(part);
    if (source.kind === 'mail') {
      return { source, part: 'whole', lines: null, anchor: new Reading(id, null, null) };
    }
    const held = hold(editor, part);
    const text = new HeldText(editor.state, (last += 1), rangesOf(editor, part));
    return { source, part, lines: text.lines, anchor: new Reading(id, held, text) };
  }

  function insert(result: Result, place: typeof insertBlocks): Outcome {
    if (surface === 'document' && thing() === null) {
      // Like Word, the workspace has an empty sheet ready where nothing is open.
      desk.change((now, live) => layNewDocument(now, result, live));
      return done;
    }
    const { editor } = openEditor();
    write(editor, place(editor.state, result.blocks));
    return done;
  }

  function replace(result: Result, taken: Taken | null): Outcome {
    const reading = taken?.anchor;
    if (!(reading instanceof Reading)) return { status: 'failed', why: 'nothing-selected' };
    if (reading.held === null) return { status: 'failed', why: 'unsupported' };
    if (reading.thing !== thing()) return { status: 'changed' };
    const { editor } = openEditor();
    const anchor = anchorOf(editor.state, reading.held);
    if (!anchor || !unchanged(editor.state, anchor)) return { status: 'changed' };
    write(editor, replaceRange(editor.state, anchor.from, anchor.to, result.blocks), reading.held);
    return done;
  }

  function begin(start: (mail: Mail) => DraftStart): Outcome {
    const { mail } = desk.current();
    if (!mail) return { status: 'failed', why: 'nothing-open' };
    desk.change((now, live) => beginDraft(now, start(mail.mail), live));
    desk.show();
    return done;
  }

  async function act(action: ActionName, wanted: Result, taken: Taken | null): Promise<Outcome> {
    if (!actions.has(action)) return { status: 'failed', why: 'unsupported' };
    const result = withoutFootnotes(wanted, footnotesOn(surface).has(action));
    switch (action) {
      case 'insert':
        return insert(result, insertBlocks);
      case 'insert-section':
        return insert(result, appendSection);
      case 'replace':
        return replace(result, taken);
      case 'insert-top':
        return insert(result, prependBlocks);
      case 'insert-end':
        return insert(result, appendBlocks);
      case 'new-document':
        desk.change((now, live) => layNewDocument(now, result, live));
        desk.show();
        return done;
      case 'reply':
        return begin((mail) => replyDraft(mail, result));
      case 'reply-all':
        return begin((mail) => replyAllDraft(mail, result, services.person().email));
      case 'mail-to-self':
        return begin(() => draftToSelf(result, services.person()));
      case 'copy':
        return (await services.copy(result.blocks)) ? done : { status: 'failed', why: 'clipboard-refused' };
      case 'save-docx':
        await services.saveDocx(result.blocks, { title: result.title });
        return done;
    }
  }

  function comment(taken: Taken, remarks: readonly Remark[]): Outcome {
    try {
      return writeComments(openThing(), taken, remarks, newMark);
    } catch {
      return { status: 'failed', why: 'host-error' };
    }
  }

  return {
    name: 'Arbeitsplatz',
    changes,
    comment: surface === 'document' ? async (taken, remarks) => comment(taken, remarks) : null,
    attachments: surface === 'mail-read' ? browserAttachments(() => desk.current().mail) : null,
    addToCalendar: null,
    openFile: null,
    showPdf: services.showPdf,
    footnotes: footnotesOn(surface),
    provenances: surface === 'document' ? browserProvenances(desk) : null,
    surface,
    actions,
    overview: async () => overview(),
    take: async (part) => take(part),
    skim: async (part) => skim(part),
    async perform(action, result, taken) {
      try {
        return await act(action, result, taken);
      } catch (error) {
        return { status: 'failed', why: error instanceof HostError ? error.code : 'host-error' };
      }
    },
    async reveal(text) {
      const editor = desk.editor(surface);
      const range = editor && findText(editor.state.doc, text);
      if (!editor || !range) return false;
      desk.show();
      editor.commands.setTextSelection(range);
      // A gap is there to be filled in: the next key press does it.
      if (editor.isEditable) editor.view.focus();
      scrollTo(editor, range.from);
      return true;
    },
    onChange(listener) {
      const selection = settled(() => listener('selection'));
      const stop = desk.listen(surface, (what) => (what === 'item' ? listener('item') : selection()));
      return () => {
        stop();
        selection.cancel();
      };
    },
    theme: () => services.theme.theme(),
    onThemeChange: (listener) => services.theme.subscribe(() => listener(services.theme.theme())),
    person: () => services.person(),
  };
}
