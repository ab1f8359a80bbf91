import { raw, type RequestHandler } from 'express';
import * as z from 'zod';
import { roles } from '../../contract/identity.ts';
import { MAX_FILE_BYTES, MAX_LINE_CHARS } from '../../contract/limits.ts';
import type { OpenedFile } from '../../contract/documents.ts';
import { DocumentError } from '../documents/errors.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';
import { whileThere } from './while-there.ts';

const query = z.object({ name: z.string().min(1).max(MAX_LINE_CHARS) });

/** Reads a file; @throws DocumentError. */
export type FileReader = (bytes: Uint8Array, name: string, signal: AbortSignal) => Promise<OpenedFile>;

/** `POST /api/documents?name=…`: reads the file in the body. Nothing of it is kept. */
export function documentRoutes(readFile: FileReader): Route[] {
  return [
    {
      method: 'post',
      path: '/documents',
      access: roles,
      body: fileBody(),
      async handle(request, response) {
        const named = query.safeParse(request.query);
        if (!named.success) throw new ProblemError(400, 'invalid_request');
        const body: unknown = request.body;
        // An empty body is left undefined by the parser.
        const bytes = body instanceof Uint8Array ? body : new Uint8Array();
        try {
          response.json(await readFile(bytes, named.data.name, whileThere(response)));
        } catch (fault) {
          if (fault instanceof DocumentError) throw new ProblemError(422, fault.code);
          throw fault;
        }
      },
    },
  ];
}

function fileBody(): RequestHandler {
  const anyBody = raw({ type: () => true, limit: MAX_FILE_BYTES });
  return (request, response, next) => {
    anyBody(request, response, (fault?: unknown) =>
      next(isTooLarge(fault) ? new ProblemError(413, 'file_too_large') : fault),
    );
  };
}

function isTooLarge(fault: unknown): boolean {
  return fault instanceof Error && 'type' in fault && fault.type === 'entity.too.large';
}
