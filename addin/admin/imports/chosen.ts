import type { ChosenFile } from './uploads.ts';

/** Files and folders as they were chosen or dropped. */
export interface Chosen {
  files: ChosenFile[];
  /** Files that systems and programs leave behind, which are no documents. */
  left: number;
}

const LEFT_BEHIND = /(?:^|\/)(?:\.|~\$)|(?:^|\/)(?:thumbs\.db|desktop\.ini)$/i;

/** What a person chose: a folder gives its name to all that is in it, which is taken off again. */
export function chosenFiles(list: Iterable<File>): Chosen {
  return sorted([...list].map((file) => ({ name: file.webkitRelativePath || file.name, file })));
}

/**
 * What a person dropped, folders with all that is in them.
 * @param items must be read at once: the browser empties them after the event
 */
export async function droppedFiles(items: Iterable<DataTransferItem>): Promise<Chosen> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const found: ChosenFile[] = [];
  for (const entry of entries) await gather(entry, found);
  return sorted(found);
}

/** Adds files to others; one that is there already is not sent twice. */
export function withMore(before: Chosen, more: Chosen): Chosen {
  const all = new Map([...before.files, ...more.files].map((one) => [one.name, one]));
  return { files: [...all.values()], left: before.left + more.left };
}

function sorted(found: ChosenFile[]): Chosen {
  const files = found.filter(({ name }) => !LEFT_BEHIND.test(name));
  const top = files[0]?.name.split('/')[0] ?? '';
  // All from one folder: it is the imported one, and its own name says nothing.
  const inOne = files.every(({ name }) => name.startsWith(`${top}/`));
  return {
    files: inOne ? files.map(({ name, file }) => ({ name: name.slice(top.length + 1), file })) : files,
    left: found.length - files.length,
  };
}

async function gather(entry: FileSystemEntry, found: ChosenFile[]): Promise<void> {
  const name = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
    if (file !== null) found.push({ name, file });
    return;
  }
  if (!isFolder(entry)) return;
  const reader = entry.createReader();
  for (;;) {
    // A hundred at a time, until there are none.
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return;
    for (const inner of some) await gather(inner, found);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
