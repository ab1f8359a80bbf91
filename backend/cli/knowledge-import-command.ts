import { errorText } from '../../contract/errors.ts';
import { isoDay } from '../../contract/admin.ts';
import { type DocumentKind, documentKind, documentKinds } from '../../contract/knowledge.ts';
import type { ImportReport } from '../../contract/knowledge.ts';
import { recordAct } from '../audit/audit.store.ts';
import { createLog } from '../http/log.ts';
import type { Collection } from '../knowledge/collections/collection.ts';
import { scopeOf } from '../knowledge/collections/scope.ts';
import { type FolderFile, lookInto } from '../knowledge/import/folder.ts';
import { createImporter } from '../knowledge/import/importer.ts';
import { type FolderImport, importFolder } from '../knowledge/import/import-folder.ts';
import { filesOf, summariesOf } from '../knowledge/import/report.store.ts';
import { runById, type RunOpening } from '../knowledge/import/runs.store.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store.ts';
import { readArguments } from './arguments.ts';
import { withData } from './data-folder.ts';
import { UsageError } from './errors.ts';
import { makeCollection, namedCollection } from './knowledge-collection.ts';
import { pathFrom } from './paths.ts';
import { withStore } from './with-house.ts';

/** What the commands that import need of their surroundings. */
export interface ImportWorld {
  env: Record<string, string | undefined>;
  /** What was done. */
  write(text: string): void;
  /** How far it is; null where nobody looks on. */
  tell(text: string): void;
}

export const thisTerminal: ImportWorld = {
  env: process.env,
  write: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(text),
};

const OPTIONS = {
  collection: { type: 'string' },
  data: { type: 'string' },
  kommune: { type: 'string' },
  kind: { type: 'string', default: 'other' },
  'valid-from': { type: 'string' },
} as const;

/** The embedded store goes with the command that started it; another one that works beside it opens it anew. */
const MOST_OPENINGS = 20;
const PATIENCE = { againMs: 500, patienceMs: 3_000 };
const PROGRESS_MS = 2_000;

/**
 * `amtsfeder knowledge import --collection NAME [--data DIR] [--kommune ID|verbund] [--kind KIND] [--valid-from DAY] PATH…`:
 * imports files and folders with everything below them. Exit code 1 where a file could not be read.
 * @param args without `knowledge import`
 */
export async function knowledgeImportCommand(
  args: string[],
  world: ImportWorld = thisTerminal,
): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS, 'any');
  if (positionals.length === 0) throw new UsageError('knowledge import: PATH… is missing');
  const kind = kindOf(values.kind);
  const validFrom = dayOf(values['valid-from']);
  const files = await filesAt(positionals.map((path) => pathFrom(world.env, path)));
  const opening: RunOpening = { origin: 'folder', kind, validFrom, sourceAddress: null };
  return withReopening(withData(world.env, values.data), async (env) =>
    withStore(env, async ({ store, verbund }) => {
      const named = await namedCollection(store, verbund, values);
      if (named.found === null) world.tell(`Die Sammlung wird angelegt: ${named.name}\n`);
      const collection = named.found ?? (await makeCollection(store, named.name, named.owner));
      return importInto(store, collection, opening, files, world);
    }),
  );
}

/** Imports files, waits until they are read, and says what became of them. @returns the exit code */
export async function importInto(
  store: Store,
  collection: Collection,
  opening: RunOpening,
  files: readonly FolderFile[],
  world: ImportWorld,
): Promise<number> {
  const importer = createImporter({ store, log: createLog('silent'), ...PATIENCE });
  const scope = scopeOf(collection);
  let looked = 0;
  let last = 0;
  const progress = (words: string) => {
    if (performance.now() - last < PROGRESS_MS) return;
    last = performance.now();
    world.tell(`${words}\n`);
  };
  try {
    const done = await importFolder(store, collection, opening, files, importer, () => {
      progress(`${++looked} von ${files.length} Dateien übernommen`);
    });
    if (done.run === null) return conclude(world, done, null, []);
    const run = done.run;
    await store.within(scope, (db) =>
      recordAct(db, {
        actor: { kind: 'operator' },
        kommune: collection.kommune,
        kind: 'import.started',
        subject: collection.id,
        details: { import: run, origin: opening.origin, files: files.length },
        reason: 'Import auf der Kommandozeile',
      }),
    );
    const summary = () =>
      store.within(scope, async (db) => {
        const found = await runById(db, run);
        return found === null ? null : ((await summariesOf(db, [found]))[0] ?? null);
      });
    const watch = setInterval(() => {
      void summary().then(
        (now) =>
          now !== null && progress(`${now.counts.waiting} Dateien warten, ${now.counts.sections} Abschnitte`),
        () => undefined,
      );
    }, PROGRESS_MS);
    try {
      await importer.finished(run);
    } finally {
      clearInterval(watch);
    }
    const { files: first } = await store.within(scope, (db) => filesOf(db, run, null));
    const failed = first.flatMap(({ name, outcome }) =>
      outcome.state === 'failed' ? [`${name}\t${errorText(outcome.code)}`] : [],
    );
    return conclude(world, done, await summary(), failed);
  } finally {
    await importer.close();
  }
}

function conclude(
  world: ImportWorld,
  { unchanged, unreadable }: FolderImport,
  summary: Pick<ImportReport, 'counts'> | null,
  failed: readonly string[],
): number {
  const words = {
    unreadable: 'Die Datei lässt sich nicht öffnen.',
    'name-taken': errorText('import_name_taken'),
  };
  for (const line of failed) world.write(`${line}\n`);
  for (const { name, why } of unreadable) world.write(`${name}\t${words[why]}\n`);
  const counts = summary?.counts ?? { added: 0, replaced: 0, unchanged: 0, failed: 0, sections: 0 };
  const all = counts.failed + unreadable.length;
  const more = counts.failed - failed.length;
  if (more > 0) world.write(`… und ${more} weitere\n`);
  world.write(
    `neu ${counts.added}, ersetzt ${counts.replaced}, unverändert ${counts.unchanged + unchanged}, ` +
      `nicht gelesen ${all}, Abschnitte ${counts.sections}\n`,
  );
  return all === 0 ? 0 : 1;
}

/** The files of several paths; of two with one name the first. @throws UsageError */
async function filesAt(paths: readonly string[]): Promise<FolderFile[]> {
  const files: FolderFile[] = [];
  for (const path of paths) {
    const look = await lookInto(path).catch(() => null);
    if (look === null) throw new UsageError('knowledge import: a PATH cannot be read');
    if (!look.complete) throw new UsageError('knowledge import: a folder below a PATH cannot be read');
    for (const file of look.files) files.push(file);
  }
  if (files.length === 0) throw new UsageError('knowledge import: there is no file at PATH…');
  return files;
}

/**
 * Does it again where the embedded store went with another command, or was busy with it for too long: what is done is not
 * done twice.
 * @throws StoreError
 */
export async function withReopening<T>(
  env: Record<string, string | undefined>,
  work: (env: Record<string, string | undefined>) => Promise<T>,
): Promise<T> {
  for (let opening = 1; ; opening++) {
    try {
      return await work(env);
    } catch (fault) {
      const passing = fault instanceof StoreError && (fault.why === 'unreachable' || fault.why === 'slow');
      const embedded = env.DATABASE_URL === undefined || env.DATABASE_URL === '';
      if (!passing || !embedded || opening === MOST_OPENINGS) throw fault;
    }
  }
}

/** @throws UsageError */
export function kindOf(given: string): DocumentKind {
  const kind = documentKind.safeParse(given);
  if (!kind.success) throw new UsageError(`--kind: one of ${Object.keys(documentKinds).join(', ')}`);
  return kind.data;
}

/** @throws UsageError */
export function dayOf(given: string | undefined): string | null {
  if (given === undefined) return null;
  const day = isoDay.safeParse(given);
  if (!day.success) throw new UsageError('--valid-from: a day such as 2026-01-31');
  return day.data;
}
