import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { fileName, isTemporary } from './file-name.ts';

/** A file of a folder on this machine. */
export interface FolderFile {
  /** Its name in the collection: with its folders below the one that was named. */
  name: string;
  path: string;
  bytes: number;
  /** Changes with every change of the file, as far as its folder tells. */
  mark: string;
}

/** A folder as it was found. */
export interface FolderLook {
  files: FolderFile[];
  /** False where a part of it could not be read: then nobody knows what is gone. */
  complete: boolean;
}

/** Folders within folders; more is a mistake. */
const MAX_DEPTH = 40;

/**
 * The files in a folder and in those below it. Hidden and temporary ones are left out, and no link is followed: it might
 * lead to anywhere on this machine.
 * @param path of a folder, or of a single file
 * @throws where the path itself cannot be read
 */
export async function lookInto(path: string): Promise<FolderLook> {
  const root = await realpath(path);
  const own = await lstat(root);
  if (own.isFile()) {
    const file = await fileAt(root, basename(path));
    return { files: file === null ? [] : [file], complete: true };
  }
  const look: FolderLook = { files: [], complete: true };
  await walk(root, [], look);
  return look;
}

async function walk(root: string, below: readonly string[], look: FolderLook): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(join(root, ...below), { withFileTypes: true });
  } catch {
    look.complete = false;
    return;
  }
  // In one order everywhere, so that imports on two machines do the same.
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isTemporary(entry.name) || entry.isSymbolicLink()) continue;
    const inside = [...below, entry.name];
    if (entry.isDirectory()) {
      if (inside.length < MAX_DEPTH) await walk(root, inside, look);
      else look.complete = false;
    } else if (entry.isFile()) {
      const file = await fileAt(join(root, ...inside), inside.join('/'));
      if (file === null) look.complete = false;
      else look.files.push(file);
    }
  }
}

/** Null where it is gone by now, or cannot be named. */
async function fileAt(path: string, given: string): Promise<FolderFile | null> {
  const name = fileName(sep === '\\' ? given.replaceAll(sep, '/') : given);
  if (name === null) return null;
  try {
    const { size, mtimeMs, ino } = await lstat(path);
    return { name, path, bytes: size, mark: `${size} ${mtimeMs} ${ino}` };
  } catch {
    return null;
  }
}
