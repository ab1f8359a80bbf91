import * as z from 'zod/mini';
import { changeReason } from './admin.ts';
import { CONTRACT_VERSION } from './limits.ts';

/** Characters of the id of a person: an issuer's address and a subject. */
const MAX_ID_CHARS = 800;
const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/**
 * The id of a person as their sign-in knows them: `entra TENANT OBJECT` with the ids of the directory, or
 * `oidc ISSUER SUBJECT` with the address of the issuer and the subject there.
 */
export const personId = z
  .string()
  .check(
    z.trim(),
    z.maxLength(MAX_ID_CHARS),
    z.regex(new RegExp(`^(?:entra ${GUID} ${GUID}|oidc [\\x21-\\x7e]+ [\\x21-\\x7e]+)$`)),
  );

/** `POST /api/admin/persons/export` and `/api/admin/persons/erase`: a person of one's own Kommune, and why. */
export const personRequest = z.strictObject({
  version: z.literal(CONTRACT_VERSION),
  person: personId,
  reason: changeReason,
});
export type PersonRequest = z.infer<typeof personRequest>;

/** A value that is stored about a person. */
const storedValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
export type StoredRecord = Record<string, z.infer<typeof storedValue>>;

/** Everything that is stored about a person (Art. 15 DSGVO), by the room that keeps it. */
export const personExport = z.object({
  version: z.number(),
  rooms: z.array(
    z.object({
      room: z.string(),
      /** What is kept there, and for how long, in German. */
      about: z.string(),
      records: z.array(z.record(z.string(), storedValue)),
    }),
  ),
});
export type PersonExport = z.infer<typeof personExport>;

/** What was erased (Art. 17 DSGVO): the number of records of each room. */
export const personErasure = z.object({
  version: z.number(),
  rooms: z.array(z.object({ room: z.string(), erased: z.int() })),
});
export type PersonErasure = z.infer<typeof personErasure>;
