import { json } from 'express';
import { roles } from '../../contract/identity.ts';
import { sharepointOpening } from '../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { GraphError } from '../identity/graph-error.ts';
import type { Graph } from '../identity/graph.ts';
import type { Identity } from '../identity/identity.ts';
import { openFolder } from '../knowledge/sharepoint/folder.ts';
import { sharepointCode, type SharepointImports } from '../knowledge/sharepoint/imports.ts';
import type { Store } from '../store/store.ts';
import { parseBody } from './body.ts';
import { openFor } from './knowledge-import.ts';
import { reachCollection } from './knowledge-reach.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';
import { whileThere } from './while-there.ts';

/** What the import of SharePoint needs. */
export interface SharepointRouteParts {
  store: Store;
  identity: Pick<Identity, 'signedIn'>;
  graph: Graph;
  imports: Pick<SharepointImports, 'start'>;
}

const MAX_BODY_BYTES = 8_192;
const STATUS = { 'not-connected': 409, refused: 403, expired: 403, missing: 404, unavailable: 503 } as const;

/**
 * `POST /api/admin/knowledge/collections/:id/sharepoint`: a folder with everything below it that the person may read, for
 * whoever may edit the collection.
 */
export function knowledgeSharepointRoutes({
  store,
  identity,
  graph,
  imports,
}: SharepointRouteParts): Route[] {
  return [
    {
      method: 'post',
      path: '/admin/knowledge/collections/:id/sharepoint',
      access: roles,
      body: json({ limit: MAX_BODY_BYTES }),
      async handle(request, response, person) {
        const { kind, validFrom, address } = parseBody(sharepointOpening, request.body);
        await reachCollection(store, person, request.params.id, 'edit');
        try {
          const session = await graph.open(await identity.signedIn(request), 'Files.Read.All');
          const folder = await openFolder(session, address, whileThere(response));
          const opening = { kind, validFrom, origin: 'sharepoint', sourceAddress: folder.address } as const;
          const run = await openFor(store, person, request.params.id, opening);
          imports.start(run, session, folder);
          response.status(201).json({ version: CONTRACT_VERSION, id: run.id });
        } catch (fault) {
          if (!(fault instanceof GraphError)) throw fault;
          throw new ProblemError(STATUS[fault.fault], sharepointCode(fault.fault));
        }
      },
    },
  ];
}
