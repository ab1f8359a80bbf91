import { once } from 'node:events';
import { basename } from 'node:path/posix';
import { roles } from '../../contract/identity.ts';
import { mayRead } from '../knowledge/collections/rights.ts';
import { collectionById } from '../knowledge/collections/collections.store.ts';
import { originalOf, originalPiece } from '../knowledge/import/originals.store.ts';
import type { Store } from '../store/store.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';
import { whileThere } from './while-there.ts';

/**
 * `GET /api/knowledge/versions/:id/original`: the file that a version was read from, to whoever may read its collection. It
 * is handed over to be kept, never to be shown as a page: it may hold whatever its author wanted.
 */
export function knowledgeOriginalRoutes({ store }: { store: Store }): Route[] {
  return [
    {
      method: 'get',
      path: '/knowledge/versions/:id/original',
      access: roles,
      async handle({ params }, response, person) {
        const scope = { kommune: person.kommune };
        const original = await store.within(scope, async (db) => {
          const found = await originalOf(db, params.id);
          const collection = found === null ? null : await collectionById(db, found.collection);
          return collection !== null && mayRead(person, collection) ? found : null;
        });
        if (original === null) throw new ProblemError(404, 'not_found');
        const { version, name, format, bytes } = original;
        response.set({
          'Content-Type': format === 'pdf' ? 'application/pdf' : 'application/octet-stream',
          'Content-Length': String(bytes),
          'Content-Disposition': dispositionOf(basename(name)),
          'X-Content-Type-Options': 'nosniff',
          'Content-Security-Policy': "sandbox; default-src 'none'",
        });
        const gone = whileThere(response);
        // Piece by piece, each a transaction of its own: a slow reader keeps nobody from the database.
        for (let piece = 0, sent = 0; sent < bytes && !gone.aborted; piece++) {
          const data = await store.within(scope, (db) => originalPiece(db, version, piece));
          if (data === null) {
            // Removed in the middle: what was sent must not pass for the whole.
            response.destroy();
            return;
          }
          sent += data.length;
          if (!response.write(data)) await once(response, 'drain', { signal: gone }).catch(() => undefined);
        }
        response.end();
      },
    },
  ];
}

/** The name of a file for whoever keeps it (RFC 6266; RFC 8187 for what is beyond ASCII). */
function dispositionOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
