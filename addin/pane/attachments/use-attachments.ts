import { useEffect, useState } from 'react';
import { MAX_ATTACHMENTS, MAX_LINE_CHARS } from '../../../contract/limits.ts';
import type { Attachment } from '../../../contract/source.ts';
import { type AttachedFile, type Attachments, HostError, type HostErrorCode } from '../../office/host.ts';
import { type Backend, BackendError } from '../backend.ts';
import type { ErrorCode } from '../../../contract/errors.ts';

/** Where one file stands. */
export type FileState =
  | { name: 'offered' }
  | { name: 'reading' }
  | { name: 'read'; text: string }
  /** Cannot be read at all; `why` says what it is. */
  | { name: 'unreadable'; why: 'image' | 'inline' | 'link' | 'item' | 'format' }
  | { name: 'failed'; why: { from: 'backend'; code: ErrorCode } | { from: 'host'; code: HostErrorCode } };

export interface FileOnMail {
  file: AttachedFile;
  state: FileState;
}

export interface AttachmentsUse {
  files: readonly FileOnMail[];
  /** Whether another file may be drawn in. */
  hasRoom: boolean;
  /** Draws a file in or leaves it out again. */
  toggle: (id: string) => void;
  /** The texts of the files that were drawn in. */
  texts: () => Attachment[];
  /** True while a file is being read: an answer now would not know it. */
  busy: boolean;
}

const READABLE = /\.(?:pdf|docx|eml|txt|csv|md|html?)$/i;
const IMAGE = /\.(?:png|jpe?g|gif|bmp|tiff?|heic|webp|svg)$/i;

/** What can be said of a file before it is read. */
function beginningOf({ kind, name }: AttachedFile): FileState {
  if (kind !== 'file') return { name: 'unreadable', why: kind };
  if (IMAGE.test(name)) return { name: 'unreadable', why: 'image' };
  return READABLE.test(name) ? { name: 'offered' } : { name: 'unreadable', why: 'format' };
}

const none: readonly FileOnMail[] = [];

/**
 * The files of the open mail, and which of them are read along.
 * @param key of what is open; each mail has its own choice
 */
export function useAttachments(
  attachments: Attachments | null,
  backend: Backend,
  key: string | null,
): AttachmentsUse {
  const [all, setAll] = useState<Record<string, readonly FileOnMail[]>>({});
  const files = key === null ? none : (all[key] ?? none);

  useEffect(() => {
    if (attachments === null || key === null) return;
    let current = true;
    attachments.list().then(
      (list) => {
        if (!current) return;
        const found = list.map((file) => ({ file, state: beginningOf(file) }));
        setAll((before) => (before[key] === undefined ? { ...before, [key]: found } : before));
      },
      // A host that cannot say what hangs on the mail is like one without attachments.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [attachments, key]);

  const set = (of: string, id: string, state: FileState) =>
    setAll((before) => ({
      ...before,
      [of]: (before[of] ?? none).map((one) => (one.file.id === id ? { ...one, state } : one)),
    }));
  const [reading] = useState(() => ({ stop: new AbortController() }));
  useEffect(() => () => reading.stop.abort(), [reading]);
  const chosen = files.filter(({ state }) => state.name === 'read' || state.name === 'reading');

  return {
    files,
    hasRoom: chosen.length < MAX_ATTACHMENTS,
    toggle: (id) => {
      const wanted = files.find(({ file }) => file.id === id);
      if (wanted === undefined || attachments === null || key === null) return;
      const { state, file } = wanted;
      if (state.name === 'unreadable' || state.name === 'reading') return;
      if (state.name === 'read') {
        set(key, id, { name: 'offered' });
        return;
      }
      set(key, id, { name: 'reading' });
      void readFile(attachments, backend, file, reading.stop.signal).then((next) => set(key, id, next));
    },
    texts: () =>
      files.flatMap(({ file, state }) =>
        state.name === 'read' ? [{ name: file.name.slice(0, MAX_LINE_CHARS), text: state.text }] : [],
      ),
    busy: chosen.some(({ state }) => state.name === 'reading'),
  };
}

async function readFile(
  attachments: Attachments,
  backend: Backend,
  { id, name }: AttachedFile,
  signal: AbortSignal,
): Promise<FileState> {
  try {
    const bytes = await attachments.read(id);
    return { name: 'read', text: await backend.read(bytes, name, signal) };
  } catch (fault) {
    if (fault instanceof BackendError) return { name: 'failed', why: { from: 'backend', code: fault.code } };
    return {
      name: 'failed',
      why: { from: 'host', code: fault instanceof HostError ? fault.code : 'host-error' },
    };
  }
}
