import type { ConversationOf } from '../../contract/conversation.ts';
import type { Block } from '../../contract/rich.ts';
import type { Part, Source } from '../../contract/source.ts';

/** Where the pane is open. Word and the workspace's document are one surface: the same tasks, the same actions. */
export type Surface = 'document' | 'mail-read' | 'mail-compose';

/** What the pane says it reads; cheap enough to be asked at every change of the selection. */
export interface Overview {
  /** Tells the open item from every other, and is the same when it is opened again. Never shown, and kept only hashed. */
  id: string;
  /** Subject of the mail or name of the document; empty where it has none yet. */
  title: string;
  /** Words of the whole text, or null where counting it would take long. */
  words: number | null;
  /** Words of the selection; 0 where nothing is selected. */
  selectedWords: number;
  /** The conversation in the person's mailbox that it belongs to, where one is known. Never shown, never kept. */
  conversation?: ConversationOf;
}

/** A paragraph of a text that was read, as plain text. */
export interface Line {
  /** `\v` is a line break within the paragraph; there is no `\n`. */
  text: string;
  /** Characters at the beginning that the document makes itself, such as the number of a list; they can't be changed. */
  fixed: number;
  /** Set where the document draws the sign of a list before it that is no part of the text, such as a bullet. */
  inList?: true;
}

/** A text that was read, and the host's own memory of where it stood. */
export interface Taken {
  source: Source;
  part: Part;
  /** The same text paragraph by paragraph, where single words of it can be changed; null where they can't. */
  lines: readonly Line[] | null;
  /** The host's own; nobody else looks into it. */
  anchor: unknown;
}

/** What a result can be done with. */
export type ActionName =
  /** At the cursor; in Word after the selection. */
  | 'insert'
  /** In the place of what was read. */
  | 'replace'
  /** In a new section at the end of the document. */
  | 'insert-section'
  /** Above everything else in the document. */
  | 'insert-top'
  /** Below everything else, without a new page. */
  | 'insert-end'
  /** In a document of its own, which opens. */
  | 'new-document'
  /** A draft that answers the sender opens. */
  | 'reply'
  /** A draft that answers everybody opens. */
  | 'reply-all'
  /** A new mail to oneself opens. */
  | 'mail-to-self'
  | 'copy'
  /** A file is saved; only the workspace can. */
  | 'save-docx';

/** A remark on a passage of the source. */
export interface Remark {
  /** A piece of the source, exactly as it stands there (Markdown, perhaps over several paragraphs). */
  passage: string;
  /** Plain text. */
  text: string;
}

/** A result, ready to leave the pane. */
export interface Result {
  /** Footnotes among them become numbers in brackets with a list at the end where `Host.footnotes` lacks the action. */
  blocks: Block[];
  /** Title for a new mail or a file. */
  title: string;
}

/** A stretch of a text that was read and what shall stand in its place; UTF-16 offsets in its lines joined by `\n`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** How a change is seen in the document afterwards. */
export type Marking =
  /** By the program's own change tracking (WordApi 1.4). */
  | 'tracked'
  /** By revision marks that are written into the text (WordApi 1.1 to 1.3). */
  | 'revisions'
  /** Not at all: the new words simply stand there. */
  | 'plain';

/** What became of one edit. */
export type EditOutcome =
  | { status: 'done' }
  /** The paragraph is no longer as it was read; nothing was written. */
  | { status: 'changed' }
  /** There is something that must not be written over: a link, a field, a picture, a locked text. */
  | { status: 'protected' }
  /** The host did not answer in time: it may or may not have happened. */
  | { status: 'unconfirmed' }
  | { status: 'failed'; why: HostErrorCode };

/** Changes single words of a text that was read, and takes them back. All changes of a document stand in one queue. */
export interface ChangeWriter {
  readonly marking: Marking;
  /** Whether the edits of one call are written all or not at all; otherwise each stands for itself. */
  readonly isAtomic: boolean;
  /** One outcome for each edit, in their order; edits don't overlap. Never throws. */
  apply(taken: Taken, edits: readonly Edit[]): Promise<EditOutcome[]>;
  /** Takes back all that `apply` has written for this text. `changed` where a person has edited it since. */
  takeBack(taken: Taken): Promise<Outcome>;
}

/** A file that hangs on the open mail. */
export interface AttachedFile {
  id: string;
  name: string;
  /** Bytes, as far as the host knows. */
  size: number;
  /** `file` can be asked for its bytes; a picture within the text, a cloud link or a mail that hangs on it may not. */
  kind: 'file' | 'inline' | 'link' | 'item';
}

/** The files of the open mail. */
export interface Attachments {
  /** @throws HostError */
  list(): Promise<AttachedFile[]>;
  /** @throws HostError `unsupported` for what has no bytes */
  read(id: string): Promise<Uint8Array>;
}

/** An entry for a calendar: a whole day. */
export interface CalendarEntry {
  title: string;
  /** ISO 8601 calendar date. */
  date: string;
  /** Plain text. */
  notes: string;
}

/** What a document carries about a text of ours: never its content, a person only where they signed for it. */
export interface Provenance {
  /** Name and version of the product. */
  tool: string;
  task: string;
  model: string;
  provider: string;
  /** Kommune; empty where it is not known. */
  authority: string;
  /** ISO 8601. */
  at: string;
  /** "geprüft durch … am …", once a person has said so. */
  reviewed: { by: string; at: string } | null;
}

/** Marks in the document itself that tell which texts were made with AI (EU AI Act, Art. 50). */
export interface Provenances {
  /** @throws HostError */
  read(): Promise<Provenance[]>;
  /** Replaces what stands there. */
  write(all: readonly Provenance[]): Promise<Outcome>;
}

/** What became of an action. Nothing is claimed that the host did not confirm. */
export type Outcome =
  | { status: 'done' }
  /** The text changed since it was read; nothing was written. */
  | { status: 'changed' }
  /** The host did not answer in time: it may or may not have happened. */
  | { status: 'unconfirmed' }
  /** The direct way was closed, so the text is on the clipboard; `why` says which limit. */
  | { status: 'copied-instead'; why: HostErrorCode }
  /** A draft is open but empty, for the text is too long for it; it is on the clipboard. */
  | { status: 'opened-and-copied' }
  | { status: 'failed'; why: HostErrorCode };

export type HostErrorCode =
  | 'timeout'
  | 'read-only'
  | 'too-long'
  | 'nothing-selected'
  | 'nothing-open'
  | 'unsupported'
  | 'clipboard-refused'
  | 'host-error';

/** Thrown by `overview` and `take`. Its message holds no content. */
export class HostError extends Error {
  readonly code: HostErrorCode;
  constructor(code: HostErrorCode) {
    super(code);
    this.name = 'HostError';
    this.code = code;
  }
}

export type Theme = 'light' | 'dark' | 'contrast';

/** Word, Outlook or the workspace, as the pane sees it. */
export interface Host {
  /** Product name for sentences: "Word", "Outlook", "Arbeitsplatz". */
  readonly name: string;
  readonly surface: Surface;
  /** Actions this host can perform at all; the pane picks and orders them for the task. */
  readonly actions: ReadonlySet<ActionName>;
  /** Actions that make real footnotes of those of a result. */
  readonly footnotes: ReadonlySet<ActionName>;
  overview(): Promise<Overview>;
  /** @throws HostError */
  take(part: Part): Promise<Taken>;
  /**
   * A text only to judge what it is; its form may be missing. Unlike `take` it leaves nothing behind that the document, or the host, would have to remember.
   * @throws HostError
   */
  skim(part: Part): Promise<Source>;
  /** Never throws; `taken` is what `replace` puts the result in the place of. */
  perform(action: ActionName, result: Result, taken: Taken | null): Promise<Outcome>;
  /**
   * Selects the first occurrence of a text in the document; false where it is not there or the host cannot.
   * @param text of any length, over any number of paragraphs; Markdown signs and the kind of white space don't matter
   */
  reveal(text: string): Promise<boolean>;
  /** Null where single words of what is open can't be changed. */
  readonly changes: ChangeWriter | null;
  /** Writes comments beside the passages that they are about; null where the host has no comments. */
  readonly comment: ((taken: Taken, remarks: readonly Remark[]) => Promise<Outcome>) | null;
  /** Null where nothing can hang on what is open, or the host can't read it. */
  readonly attachments: Attachments | null;
  /** Opens the form for an appointment; null where the host has no calendar. */
  readonly addToCalendar: ((entry: CalendarEntry) => Promise<Outcome>) | null;
  /** Opens a DOCX file as a document of its own, beside what is open; null where the host has no way to. */
  readonly openFile: ((file: Blob) => Promise<Outcome>) | null;
  /**
   * Opens a PDF file at a page (from 1) in a window of its own; false where the browser did not. Called within the click.
   * Null where the host's browser can't show what the pane has loaded.
   */
  readonly showPdf: ((file: Promise<Blob>, page: number | null) => Promise<boolean>) | null;
  /** Null where the host can't keep such marks. */
  readonly provenances: Provenances | null;
  /** Called when the selection, the text or the open mail changes. Returns how to stop listening. */
  onChange(listener: (what: 'selection' | 'item') => void): () => void;
  theme(): Theme;
  onThemeChange(listener: (theme: Theme) => void): () => void;
  /** The person as the host knows them; empty strings where it does not. */
  person(): { name: string; email: string };
}
