import type { JSONContent } from '@tiptap/core';
import type { FileNotice, OpenedFile } from '../../contract/documents.ts';
import type { Block } from '../../contract/rich.ts';
import { digest } from '../office/digest.ts';
import type { Provenance, Surface } from '../office/host.ts';

export type Mail = Extract<OpenedFile, { kind: 'mail' }>;

/** A document on the desk. `blocks` is what it was opened with; what is typed lives in its editor. */
export interface Paper {
  /** Number of what lies on the desk now; a new one when it is laid there again. */
  id: number;
  /** What it is known by when it is opened or laid on the desk again. */
  identity: string;
  title: string;
  blocks: Block[];
  /** Headers and footers of the file that it was opened from; they are not shown. */
  margins: string;
  notices: FileNotice[];
  changed: boolean;
  /** What its editor held when it was put away, changes and comments included; null as long as it was not. */
  written: JSONContent | null;
  /** Which texts in it were made with AI. */
  provenances: Provenance[];
}

/** What a document begins with. */
export type PaperStart = Pick<Paper, 'title' | 'blocks' | 'notices' | 'changed'> & {
  margins?: string | undefined;
};

/** What a new mail begins with. */
export interface DraftStart {
  to: string;
  cc: string;
  subject: string;
  blocks: Block[];
  /** The mail that is answered. */
  quoted: Mail | null;
}

/** A mail that is being written; it never leaves the desk by itself. */
export interface Draft extends DraftStart {
  id: number;
  identity: string;
  /** Whether a person typed in it. */
  changed: boolean;
}

export type PutAway = { kind: 'document'; paper: Paper } | { kind: 'draft'; draft: Draft };

/** All that lies on the desk. Each surface keeps its own, so nothing is lost by looking at another. */
export interface Desk {
  surface: Surface;
  document: Paper | null;
  /** `file` is what the mail was opened from. */
  mail: { id: number; identity: string; mail: Mail; file: File | null } | null;
  draft: Draft;
  /** What had to make room though a person had written in it; the newest first. */
  putAway: PutAway[];
  nextId: number;
}

/** Two drafts may begin alike, so each has its number. */
function draftIdentity(id: number, subject: string): string {
  return `draft ${id} ${subject}`;
}

/** A file is known by what stands in it, an empty sheet only by its number. */
function paperIdentity(id: number, { title, blocks }: Pick<Paper, 'title' | 'blocks'>): string {
  return hasText(blocks) ? digest(JSON.stringify([title, blocks])) : `sheet ${id} ${title}`;
}

const blankDraft: DraftStart = { to: '', cc: '', subject: '', blocks: [], quoted: null };

/** The empty desk of the first start. */
export const emptyDesk: Desk = {
  surface: 'document',
  document: null,
  mail: null,
  draft: { ...blankDraft, id: 1, identity: draftIdentity(1, ''), changed: false },
  putAway: [],
  nextId: 2,
};

/** What the editors hold at this moment; null where there is none. Whoever replaces something hands it in. */
export interface Live {
  document: JSONContent | null;
  draft: Block[] | null;
}

function hasText(blocks: Block[]): boolean {
  return blocks.some(
    (block) => block.type !== 'paragraph' || block.runs.some((run) => run.text.trim() !== ''),
  );
}

function worthKeeping(draft: Draft): boolean {
  return draft.changed || hasText(draft.blocks) || [draft.to, draft.cc, draft.subject].some(Boolean);
}

function putAwayPaper(desk: Desk, paper: Paper, live: Live): PutAway[] {
  return [
    { kind: 'document', paper: { ...paper, written: live.document ?? paper.written } },
    ...desk.putAway,
  ];
}

function putAwayDocument(desk: Desk, live: Live): PutAway[] {
  return desk.document?.changed ? putAwayPaper(desk, desk.document, live) : desk.putAway;
}

function putAwayDraft(desk: Desk, live: Live): PutAway[] {
  const draft = { ...desk.draft, blocks: live.draft ?? desk.draft.blocks };
  return worthKeeping(draft) ? [{ kind: 'draft', draft }, ...desk.putAway] : desk.putAway;
}

/** Turns to another surface; what lies on the others stays. */
export function turnTo(desk: Desk, surface: Surface): Desk {
  return { ...desk, surface };
}

function laid(desk: Desk, start: PaperStart, putAway: PutAway[]): Desk {
  const identity = paperIdentity(desk.nextId, start);
  return {
    ...desk,
    surface: 'document',
    document: {
      ...start,
      margins: start.margins ?? '',
      id: desk.nextId,
      identity,
      written: null,
      provenances: [],
    },
    putAway,
    nextId: desk.nextId + 1,
  };
}

/** Lays a document on the desk. A changed one that lay there is put away, not lost. */
export function layDocument(desk: Desk, document: PaperStart, live: Live): Desk {
  return laid(desk, document, putAwayDocument(desk, live));
}

/** Lays a text of the pane on the desk as a document of its own. What lay there is put away, changed or not. */
export function layNewDocument(
  desk: Desk,
  { title, blocks }: Pick<Paper, 'title' | 'blocks'>,
  live: Live,
): Desk {
  const putAway = desk.document ? putAwayPaper(desk, desk.document, live) : desk.putAway;
  return laid(desk, { title, blocks, notices: [], changed: true }, putAway);
}

/** Lays a mail to be read on the desk. Nobody writes in it, so the one before is simply gone. */
export function layMail(desk: Desk, mail: Mail, file: File | null): Desk {
  const { subject, from, date, blocks } = mail;
  const identity = digest(JSON.stringify([subject, from, date, blocks]));
  return {
    ...desk,
    surface: 'mail-read',
    mail: { id: desk.nextId, identity, mail, file },
    nextId: desk.nextId + 1,
  };
}

/**
 * Lays an opened file where it belongs.
 * @param file what it was read from; that of a mail is kept for its attachments
 */
export function layFile(desk: Desk, opened: OpenedFile, file: File | null, live: Live): Desk {
  if (opened.kind === 'mail') return layMail(desk, opened, file);
  const { title, blocks, margins, notices } = opened;
  return layDocument(desk, { title, blocks, margins, notices, changed: false }, live);
}

/** Begins a new mail. A draft that lay there with anything in it is put away. */
export function beginDraft(desk: Desk, start: Partial<DraftStart>, live: Live): Desk {
  return {
    ...desk,
    surface: 'mail-compose',
    draft: {
      ...blankDraft,
      ...start,
      id: desk.nextId,
      identity: draftIdentity(desk.nextId, start.subject ?? ''),
      changed: false,
    },
    putAway: putAwayDraft(desk, live),
    nextId: desk.nextId + 1,
  };
}

/** What the person typed into the lines above a draft. */
export function addressDraft(desk: Desk, lines: Partial<Pick<Draft, 'to' | 'cc' | 'subject'>>): Desk {
  return { ...desk, draft: { ...desk.draft, ...lines, changed: true } };
}

/** Notes that a person or an action changed the text on a surface. The same desk comes back where that is known. */
export function markChanged(desk: Desk, surface: Surface): Desk {
  if (surface === 'document' && desk.document && !desk.document.changed) {
    return { ...desk, document: { ...desk.document, changed: true } };
  }
  if (surface === 'mail-compose' && !desk.draft.changed) {
    return { ...desk, draft: { ...desk.draft, changed: true } };
  }
  return desk;
}

/** Notes which texts of the document were made with AI. */
export function setProvenances(desk: Desk, provenances: readonly Provenance[]): Desk {
  if (!desk.document) return desk;
  return { ...desk, document: { ...desk.document, provenances: [...provenances], changed: true } };
}

/** Notes that the document was saved as a file. */
export function markSaved(desk: Desk): Desk {
  return desk.document ? { ...desk, document: { ...desk.document, changed: false } } : desk;
}

export function idOf(item: PutAway): number {
  return item.kind === 'document' ? item.paper.id : item.draft.id;
}

/** Title of something that was put away, for a menu. */
export function titleOf(item: PutAway): string {
  if (item.kind === 'document') return item.paper.title || 'Dokument ohne Namen';
  return item.draft.subject || 'E-Mail ohne Betreff';
}

/** Lays something that was put away on the desk again; what lies in its place is put away in turn. */
export function takeBack(desk: Desk, id: number, live: Live): Desk {
  const item = desk.putAway.find((each) => idOf(each) === id);
  if (!item) return desk;
  const rest = desk.putAway.filter((each) => each !== item);
  // The number is new because an editor belongs to one: the old text must not be shown in the editor of another.
  const newId = desk.nextId;
  const base = { ...desk, nextId: newId + 1 };
  if (item.kind === 'document') {
    const putAway = putAwayDocument({ ...desk, putAway: rest }, live);
    return { ...base, surface: 'document', document: { ...item.paper, id: newId }, putAway };
  }
  const putAway = putAwayDraft({ ...desk, putAway: rest }, live);
  return { ...base, surface: 'mail-compose', draft: { ...item.draft, id: newId }, putAway };
}

/** Whether leaving the page would lose something that a person wrote. */
export function wouldLose(desk: Desk): boolean {
  const lost = (item: PutAway) => item.kind === 'draft' || item.paper.changed;
  return Boolean(desk.document?.changed) || desk.draft.changed || desk.putAway.some(lost);
}
