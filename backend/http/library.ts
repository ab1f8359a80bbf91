import { json } from 'express';
import * as z from 'zod/mini';
import {
  favouriteChange,
  type LibraryItem,
  type LibraryList,
  ownPromptChange,
  ownPromptRemoval,
} from '../../contract/agents/library.ts';
import { roles } from '../../contract/identity.ts';
import { CONTRACT_VERSION, MAX_LINE_CHARS } from '../../contract/limits.ts';
import type { LibraryDesk } from '../agents/library/desk.ts';
import { parseBody } from './body.ts';
import { orRefused } from './library-refusals.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

/** Bytes of an own Anweisung with its variables. */
const MAX_BYTES = 256 * 1024;

const asked = z.object({ suche: z._default(z.string().check(z.maxLength(MAX_LINE_CHARS)), '') });
/** The content is read by the library, which says what is wrong with it. */
const ownChange = z.extend(ownPromptChange, { content: z.unknown() });

/** `/api/library`: what everybody may use, and what they keep for themselves. */
export function libraryRoutes(desk: LibraryDesk): Route[] {
  const body = json({ limit: MAX_BYTES });
  return [
    {
      method: 'get',
      path: '/library',
      access: roles,
      async handle({ query }, response, person) {
        const words = asked.safeParse(query);
        if (!words.success) throw new ProblemError(400, 'invalid_request');
        const items = await desk.list(person, words.data.suche);
        response.json({ version: CONTRACT_VERSION, items } satisfies LibraryList);
      },
    },
    {
      method: 'post',
      path: '/library/own',
      access: roles,
      body,
      handle: ({ body: sent }, response, person) =>
        orRefused(response, async () => {
          const { content } = parseBody(ownChange, sent);
          const item = await desk.addOwn(person, content);
          response.status(201).json({ version: CONTRACT_VERSION, ...item } satisfies LibraryItem);
        }),
    },
    {
      method: 'put',
      path: '/library/own/:id',
      access: roles,
      body,
      handle: ({ params, body: sent }, response, person) =>
        orRefused(response, async () => {
          const { content } = parseBody(ownChange, sent);
          const item = await desk.changeOwn(person, params.id, content);
          response.json({ version: CONTRACT_VERSION, ...item } satisfies LibraryItem);
        }),
    },
    {
      method: 'delete',
      path: '/library/own/:id',
      access: roles,
      body,
      handle: ({ params, body: sent }, response, person) =>
        orRefused(response, async () => {
          parseBody(ownPromptRemoval, sent);
          await desk.removeOwn(person, params.id);
          response.status(204).end();
        }),
    },
    {
      method: 'get',
      path: '/library/:id',
      access: roles,
      handle: ({ params }, response, person) =>
        orRefused(response, async () => {
          const item = await desk.item(person, params.id);
          response.json({ version: CONTRACT_VERSION, ...item } satisfies LibraryItem);
        }),
    },
    ...(
      [
        ['put', true],
        ['delete', false],
      ] as const
    ).map(([method, favourite]): Route => ({
      method,
      path: '/library/:id/favourite',
      access: roles,
      body,
      handle: ({ params, body: sent }, response, person) =>
        orRefused(response, async () => {
          parseBody(favouriteChange, sent);
          await desk.setFavourite(person, params.id, favourite);
          response.status(204).end();
        }),
    })),
  ];
}
