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
}

/** A text that was read, and the host's own memory of where it stood. */
export interface Taken {
  source: Source;
  part: Part;
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
  /** A draft that answers the sender opens. */
  | 'reply'
  /** A draft that answers everybody opens. */
  | 'reply-all'
  /** A new mail to oneself opens. */
  | 'mail-to-self'
  | 'copy'
  /** A file is saved; only the workspace can. */
  | 'save-docx';

/** A result, ready to leave the pane. */
export interface Result {
  blocks: Block[];
  /** Title for a new mail or a file. */
  title: string;
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
  overview(): Promise<Overview>;
  /** @throws HostError */
  take(part: Part): Promise<Taken>;
  /** Never throws; `taken` is what `replace` puts the result in the place of. */
  perform(action: ActionName, result: Result, taken: Taken | null): Promise<Outcome>;
  /** Selects the first occurrence of a text in the document; false where it is not there or the host cannot. */
  reveal(text: string): Promise<boolean>;
  /** Called when the selection, the text or the open mail changes. Returns how to stop listening. */
  onChange(listener: (what: 'selection' | 'item') => void): () => void;
  theme(): Theme;
  onThemeChange(listener: (theme: Theme) => void): () => void;
  /** The person as the host knows them; empty strings where it does not. */
  person(): { name: string; email: string };
}
