import { json, type Request } from 'express';
import * as z from 'zod/mini';
import { roles } from '../../contract/identity.ts';
import {
  type ImportFile,
  importClosing,
  importOpening,
  type ImportReport,
  type importReports,
} from '../../contract/knowledge.ts';
import { CONTRACT_VERSION, MAX_FILE_BYTES, MAX_LINE_CHARS } from '../../contract/limits.ts';
import { actorOf } from '../audit/actor.ts';
import { recordAct } from '../audit/audit.store.ts';
import type { Person } from '../identity/person.ts';
import type { Collection } from '../knowledge/collections/collection.ts';
import { scopeOf } from '../knowledge/collections/scope.ts';
import { type Bringing, bringFile } from '../knowledge/import/bring.ts';
import { fileName } from '../knowledge/import/file-name.ts';
import { RunGone } from '../knowledge/import/files.store.ts';
import type { Importer } from '../knowledge/import/importer.ts';
import { filesOf, summariesOf } from '../knowledge/import/report.store.ts';
import {
  closeRun,
  lastRuns,
  openRun,
  type OpenRun,
  type Run,
  runById,
} from '../knowledge/import/runs.store.ts';
import { type Db, type Store, StoreError } from '../store/store.ts';
import { parseBody } from './body.ts';
import { collectionFor } from './knowledge-reach.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

/** What the routes of imports need. */
export interface ImportRouteParts {
  store: Store;
  /** Told at once of files that wait. */
  importer: Pick<Importer, 'wake'>;
  /** Whether there is a way to SharePoint for whoever asks. */
  hasSharepoint(request: Request): Promise<boolean>;
}

const MAX_BODY_BYTES = 8_192;
const LAST_RUNS = 20;
const fileQuery = z.object({ name: z.string().check(z.minLength(1), z.maxLength(MAX_LINE_CHARS)) });
const pageQuery = z.object({ after: z.optional(z.string().check(z.maxLength(MAX_LINE_CHARS + 2))) });

/**
 * Imports by upload: see `importOpening` of the contract, for whoever may edit the collection.
 */
export function knowledgeImportRoutes({ store, importer, hasSharepoint }: ImportRouteParts): Route[] {
  const body = json({ limit: MAX_BODY_BYTES });
  const reports = (person: Person, id: unknown, after: string | undefined) =>
    store.within({ kommune: person.kommune }, async (db): Promise<ImportReport> => {
      const { run } = await runFor(db, person, id);
      const [summary] = await summariesOf(db, [run]);
      if (summary === undefined) throw new ProblemError(404, 'not_found');
      return { version: CONTRACT_VERSION, ...summary, ...(await filesOf(db, run.id, after ?? null)) };
    });
  return [
    {
      method: 'post',
      path: '/admin/knowledge/collections/:id/imports',
      access: roles,
      body,
      async handle({ params, body: asked }, response, person) {
        const { kind, validFrom } = parseBody(importOpening, asked);
        const run = await openFor(store, person, params.id, { kind, validFrom, origin: 'upload' });
        response.status(201).json({ version: CONTRACT_VERSION, id: run.id });
      },
    },
    {
      method: 'post',
      path: '/admin/knowledge/imports/:id/files',
      access: roles,
      async handle(request, response, person) {
        const named = fileQuery.safeParse(request.query);
        const name = named.success ? fileName(named.data.name) : null;
        if (name === null) throw new ProblemError(400, 'invalid_request');
        const run = await store.within({ kommune: person.kommune }, async (db) => {
          const found = await runFor(db, person, request.params.id);
          if (found.run.state !== 'open' || found.run.origin !== 'upload')
            throw new ProblemError(409, 'import_closed');
          return found.run;
        });
        if (request.headers['content-encoding'] !== undefined) throw new ProblemError(400, 'invalid_request');
        const coming = { name, sourceAddress: null };
        const answer = answerOf(name, await brought(store, run, coming, request));
        importer.wake();
        response.json(answer);
      },
    },
    {
      method: 'post',
      path: '/admin/knowledge/imports/:id/close',
      access: roles,
      body,
      async handle({ params, body: asked }, response, person) {
        parseBody(importClosing, asked);
        const { run, collection } = await store.within({ kommune: person.kommune }, (db) =>
          runFor(db, person, params.id),
        );
        await store.within(scopeOf(collection), (db) => closeRun(db, run.id));
        importer.wake();
        response.json(await reports(person, params.id, undefined));
      },
    },
    {
      method: 'get',
      path: '/admin/knowledge/imports/:id',
      access: roles,
      async handle({ params, query }, response, person) {
        const page = pageQuery.safeParse(query);
        if (!page.success) throw new ProblemError(400, 'invalid_request');
        response.json(await reports(person, params.id, page.data.after));
      },
    },
    {
      method: 'get',
      path: '/admin/knowledge/collections/:id/imports',
      access: roles,
      async handle(request, response, person) {
        const imports = await store.within({ kommune: person.kommune }, async (db) => {
          const collection = await collectionFor(db, person, request.params.id, 'edit');
          return summariesOf(db, await lastRuns(db, collection.id, LAST_RUNS));
        });
        const sharepoint = await hasSharepoint(request);
        response.json({ version: CONTRACT_VERSION, imports, sharepoint } satisfies z.infer<
          typeof importReports
        >);
      },
    },
  ];
}

async function runFor(db: Db, person: Person, id: unknown): Promise<{ run: Run; collection: Collection }> {
  const named = z.uuid().safeParse(id);
  const run = named.success ? await runById(db, named.data) : null;
  if (run === null) throw new ProblemError(404, 'not_found');
  return { run, collection: await collectionFor(db, person, run.collection, 'edit') };
}

/**
 * Opens an import for a person, and tells the protocol.
 * @throws ProblemError as `collectionFor`
 */
export async function openFor(
  store: Store,
  person: Person,
  id: unknown,
  opening: Omit<Parameters<typeof openRun>[2], 'sourceAddress'> & { sourceAddress?: string },
): Promise<OpenRun> {
  const collection = await store.within({ kommune: person.kommune }, (db) =>
    collectionFor(db, person, id, 'edit'),
  );
  return store.within(scopeOf(collection), async (db) => {
    const run = await openRun(db, collection, { sourceAddress: null, ...opening });
    await recordAct(db, {
      actor: actorOf(person),
      kommune: collection.kommune,
      kind: 'import.started',
      subject: collection.id,
      details: { import: run.id, origin: opening.origin, kind: opening.kind, validFrom: opening.validFrom },
      reason: '',
    });
    return run;
  });
}

async function brought(
  store: Store,
  run: OpenRun,
  coming: { name: string; sourceAddress: null },
  request: Request,
): Promise<Bringing> {
  try {
    return await bringFile(store, run, coming, request, MAX_FILE_BYTES);
  } catch (fault) {
    if (fault instanceof RunGone) throw new ProblemError(409, 'import_closed');
    // Whoever sent it went away in the middle.
    if (!request.complete && !(fault instanceof StoreError)) throw new ProblemError(400, 'invalid_request');
    throw fault;
  }
}

function answerOf(name: string, brought: Bringing): ImportFile {
  switch (brought.state) {
    case 'too-large':
      throw new ProblemError(413, 'file_too_large');
    case 'name-taken':
      throw new ProblemError(409, 'import_name_taken');
    case 'unchanged':
      return { name, bytes: brought.bytes, outcome: { state: 'unchanged' } };
    case 'waiting':
    case 'there':
      return { name, bytes: brought.bytes, outcome: { state: 'waiting' } };
  }
}
