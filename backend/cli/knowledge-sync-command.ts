import { realpath, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { scopeOf } from '../knowledge/collections/scope.ts';
import type { Collection } from '../knowledge/collections/collection.ts';
import { type FolderFile, lookInto } from '../knowledge/import/folder.ts';
import type { RunOpening } from '../knowledge/import/runs.store.ts';
import { markGone, markThere, removeGone, vanished } from '../knowledge/import/sources.store.ts';
import { type Store, StoreError } from '../store/store.ts';
import { readArguments } from './arguments.ts';
import { withData } from './data-folder.ts';
import { UsageError } from './errors.ts';
import { makeCollection, namedCollection } from './knowledge-collection.ts';
import {
  dayOf,
  importInto,
  type ImportWorld,
  kindOf,
  thisTerminal,
  withReopening,
} from './knowledge-import-command.ts';
import { pathFrom } from './paths.ts';
import { withStore } from './with-house.ts';

const OPTIONS = {
  collection: { type: 'string' },
  data: { type: 'string' },
  kommune: { type: 'string' },
  kind: { type: 'string', default: 'other' },
  'valid-from': { type: 'string' },
  watch: { type: 'boolean', default: false },
  remove: { type: 'boolean', default: false },
} as const;

/** Between two looks with `--watch`. */
const LOOK_MS = 60_000;
/** A file that is as it was this much before is no longer being written. */
const REST_MS = 1_500;
const REMOVED = 'Im überwachten Ordner gelöscht (knowledge sync --remove)';

/**
 * `amtsfeder knowledge sync --collection NAME [--watch] [--remove] FOLDER`: makes a collection follow a folder. New and
 * changed files are imported; those that are gone are marked, or removed with `--remove`. With `--watch` it looks again
 * every minute, until it is ended. Exit code 1 where a file could not be read.
 * @param args without `knowledge sync`
 */
export async function knowledgeSyncCommand(
  args: string[],
  world: ImportWorld = thisTerminal,
  ended: AbortSignal = signalled(),
): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS, 1);
  const folder = await folderAt(pathFrom(world.env, positionals[0] ?? ''));
  const opening: RunOpening = {
    origin: 'folder',
    kind: kindOf(values.kind),
    validFrom: dayOf(values['valid-from']),
    sourceAddress: folder,
  };
  /** Files that need no look: they are as they were when they were last imported. */
  const settled = new Map<string, string>();
  const once = () =>
    withReopening(withData(world.env, values.data), (env) =>
      withStore(env, async ({ store, verbund }) => {
        const named = await namedCollection(store, verbund, values);
        if (named.found === null) world.tell(`Die Sammlung wird angelegt: ${named.name}\n`);
        const collection = named.found ?? (await makeCollection(store, named.name, named.owner));
        return syncOnce(store, collection, opening, { folder, remove: values.remove, settled, world, ended });
      }),
    );
  let code = await once();
  while (values.watch && !ended.aborted) {
    await sleep(LOOK_MS, undefined, { signal: ended }).catch(() => undefined);
    if (ended.aborted) break;
    try {
      code = await once();
    } catch (fault) {
      if (!(fault instanceof StoreError)) throw fault;
      world.tell('Die Datenbank ist nicht erreichbar; der nächste Versuch folgt in einer Minute.\n');
    }
  }
  return code;
}

interface SyncParts {
  folder: string;
  remove: boolean;
  settled: Map<string, string>;
  world: ImportWorld;
  ended: AbortSignal;
}

async function syncOnce(
  store: Store,
  collection: Collection,
  opening: RunOpening,
  { folder, remove, settled, world, ended }: SyncParts,
): Promise<number> {
  const look = await lookInto(folder);
  const fresh = look.files.filter(({ name, mark }) => settled.get(name) !== mark);
  const { resting, moving } = await atRest(folder, fresh, ended);
  if (moving > 0) world.tell(`${moving} Dateien werden gerade geschrieben und warten.\n`);
  const code = resting.length === 0 ? 0 : await importInto(store, collection, opening, resting, world);
  for (const { name, mark } of resting) settled.set(name, mark);
  const scope = scopeOf(collection);
  const names = look.files.map(({ name }) => name);
  const there = new Set(names);
  await store.within(scope, (db) => markThere(db, collection.id, names));
  if (!look.complete) {
    world.tell('Ein Teil des Ordners ließ sich nicht lesen; fehlende Dateien werden nicht vermerkt.\n');
    return 1;
  }
  const gone = await store.within(scope, (db) => vanished(db, collection.id, folder, names));
  if (gone.length > 0) world.write(`${remove ? 'entfernt' : 'Quelle fehlt'} ${gone.length}\n`);
  if (!remove) await store.within(scope, (db) => markGone(db, gone));
  else for (const id of gone) await store.within(scope, (db) => removeGone(db, id, REMOVED));
  for (const name of settled.keys()) if (!there.has(name)) settled.delete(name);
  return code;
}

/** Files that do not change any more; the others wait for the next look. */
async function atRest(
  folder: string,
  files: readonly FolderFile[],
  ended: AbortSignal,
): Promise<{ resting: FolderFile[]; moving: number }> {
  const young: FolderFile[] = [];
  const resting: FolderFile[] = [];
  for (const file of files) {
    const found = await stat(file.path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > REST_MS) resting.push(file);
    else young.push(file);
  }
  if (young.length === 0) return { resting, moving: 0 };
  await sleep(REST_MS, undefined, { signal: ended }).catch(() => undefined);
  const now = new Map((await lookInto(folder)).files.map((file) => [file.name, file.mark]));
  const still = young.filter(({ name, mark }) => now.get(name) === mark);
  return { resting: [...resting, ...still], moving: young.length - still.length };
}

async function folderAt(path: string): Promise<string> {
  try {
    const root = await realpath(path);
    if ((await stat(root)).isDirectory()) return root;
  } catch {
    // Told below.
  }
  throw new UsageError('knowledge sync: FOLDER is no folder that can be read');
}

function signalled(): AbortSignal {
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.abort());
  return ended.signal;
}
