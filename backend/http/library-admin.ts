import { json, type Response } from 'express';
import * as z from 'zod/mini';
import {
  type AdminItem,
  type AdminList,
  contentCheck,
  type ContentReport,
  draftChange,
  draftRemoval,
  type examplesReport,
  examplesRequest,
  fileReading,
  libraryCopy,
  libraryCreation,
  libraryDecision,
  submission,
  type VersionView,
  withdrawal,
} from '../../contract/agents/library.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { Role } from '../../contract/identity.ts';
import type { ItemView, Keeping } from '../agents/library/keeping.ts';
import type { Library } from '../agents/library/library.ts';
import type { Writing } from '../agents/library/writing.ts';
import { parseBody } from './body.ts';
import { askedVersion, parseChange } from './changes.ts';
import { orRefused } from './library-refusals.ts';
import type { Route } from './route.ts';
import { whileThere } from './while-there.ts';

/** Bytes of a Vorlage in Base64 and what stands around it. */
const MAX_BYTES = 4 * 1024 * 1024;

const READ: readonly Role[] = ['local-admin', 'verbund-admin', 'data-protection', 'auditor'];
const WRITE: readonly Role[] = ['local-admin', 'verbund-admin'];
const DECIDE: readonly Role[] = ['local-admin', 'verbund-admin', 'data-protection'];

/** The contents are read by the library, which says what is wrong with them. */
const creation = z.extend(libraryCreation, { content: z.unknown() });
const change = z.extend(draftChange, { content: z.unknown() });
const examples = z.extend(examplesRequest, { agent: z.unknown() });

/** `/api/admin/library`: for those who write and approve what others use. */
export function libraryAdminRoutes({ keeping, writing }: Pick<Library, 'keeping' | 'writing'>): Route[] {
  return [...readingRoutes(keeping), ...checkingRoutes(writing), ...writingRoutes(writing)];
}

function readingRoutes(keeping: Keeping): Route[] {
  return [
    {
      method: 'get',
      path: '/admin/library',
      access: READ,
      async handle(_request, response, person) {
        const items = await keeping.list(person);
        response.json({ version: CONTRACT_VERSION, items } satisfies AdminList);
      },
    },
    {
      method: 'get',
      path: '/admin/library/:id',
      access: READ,
      handle: ({ params }, response, person) =>
        orRefused(response, async () => sendItem(response, await keeping.view(person, params.id))),
    },
    {
      method: 'get',
      path: '/admin/library/:id/versions/:number',
      access: READ,
      handle: (request, response, person) =>
        orRefused(response, async () => {
          const { number, against } = askedVersion(request);
          const other = against === undefined || against === 0 ? null : against;
          const view = await keeping.version(person, request.params.id, number, other);
          response.json({ version: CONTRACT_VERSION, ...view } satisfies VersionView);
        }),
    },
    {
      method: 'get',
      path: '/admin/library/:id/versions/:number/file',
      access: READ,
      handle: (request, response, person) =>
        orRefused(response, async () => {
          const { number } = askedVersion(request);
          const { name, type, bytes } = await keeping.file(person, request.params.id, number);
          response.attachment(name).type(type).send(Buffer.from(bytes));
        }),
    },
  ];
}

function checkingRoutes(writing: Writing): Route[] {
  const body = json({ limit: MAX_BYTES });
  return [
    {
      method: 'post',
      path: '/admin/library/read',
      access: WRITE,
      body,
      async handle({ body: sent }, response, person) {
        const { text } = parseBody(fileReading, sent);
        const report = await writing.read(person, text);
        response.json({ version: CONTRACT_VERSION, ...report } satisfies ContentReport);
      },
    },
    {
      method: 'post',
      path: '/admin/library/check',
      access: WRITE,
      body,
      async handle({ body: sent }, response, person) {
        const { content } = parseBody(contentCheck, sent);
        const report = await writing.check(person, content);
        response.json({ version: CONTRACT_VERSION, ...report } satisfies ContentReport);
      },
    },
    {
      method: 'post',
      path: '/admin/library/examples',
      access: WRITE,
      body,
      handle: ({ body: sent }, response, person) =>
        orRefused(response, async () => {
          const { agent, model } = parseBody(examples, sent);
          const reports = await writing.examples(person, agent, model, whileThere(response));
          const answer: z.infer<typeof examplesReport> = { version: CONTRACT_VERSION, reports };
          response.json(answer);
        }),
    },
  ];
}

function writingRoutes(writing: Writing): Route[] {
  const body = json({ limit: MAX_BYTES });
  return [
    {
      method: 'post',
      path: '/admin/library',
      access: WRITE,
      body,
      handle: ({ body: sent }, response, person) =>
        orRefused(response, async () => {
          const { owner, content } = parseBody(creation, sent);
          sendItem(response.status(201), await writing.create(person, owner, content));
        }),
    },
    {
      method: 'put',
      path: '/admin/library/:id/draft',
      access: WRITE,
      body,
      handle: ({ params, body: sent }, response, person) =>
        orRefused(response, async () => {
          const { revision, content } = parseBody(change, sent);
          sendItem(response, await writing.saveDraft(person, params.id, { revision, content }));
        }),
    },
    {
      method: 'delete',
      path: '/admin/library/:id/draft',
      access: WRITE,
      body,
      handle: ({ params, body: sent }, response, person) =>
        orRefused(response, async () => {
          await writing.dropDraft(person, params.id, parseBody(draftRemoval, sent));
          response.status(204).end();
        }),
    },
    {
      method: 'post',
      path: '/admin/library/:id/submit',
      access: WRITE,
      body,
      handle: ({ params, body: sent }, response, person) =>
        orRefused(response, async () => {
          const handed = parseChange(submission, sent);
          sendItem(response, await writing.submit(person, params.id, handed, whileThere(response)));
        }),
    },
    {
      method: 'post',
      path: '/admin/library/:id/decision',
      access: DECIDE,
      body,
      handle: ({ params, body: sent }, response, person) =>
        orRefused(response, async () => {
          sendItem(response, await writing.decide(person, params.id, parseChange(libraryDecision, sent)));
        }),
    },
    {
      method: 'post',
      path: '/admin/library/:id/withdraw',
      access: DECIDE,
      body,
      handle: ({ params, body: sent }, response, person) =>
        orRefused(response, async () => {
          const { reason } = parseChange(withdrawal, sent);
          sendItem(response, await writing.withdraw(person, params.id, reason));
        }),
    },
    {
      method: 'post',
      path: '/admin/library/:id/copy',
      access: WRITE,
      body,
      handle: ({ params, body: sent }, response, person) =>
        orRefused(response, async () => {
          const { owner } = parseBody(libraryCopy, sent);
          sendItem(response.status(201), await writing.copy(person, params.id, owner));
        }),
    },
  ];
}

function sendItem(response: Response, item: ItemView): void {
  response.json({ version: CONTRACT_VERSION, ...item } satisfies AdminItem);
}
