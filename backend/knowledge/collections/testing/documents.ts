import type { TestStore } from '../../../store/testing/both-stores.ts';

/** A document of the tests, as an import would leave it. */
export interface SomeDocument {
  kommune: string | null;
  collection: string;
  name: string;
  /** Texts of its sections. */
  texts: readonly string[];
  validFrom?: string;
  validTo?: string | null;
  ready?: boolean;
  /** Days ago that it was imported. */
  age?: number;
  reviewOn?: string | null;
  addresses?: readonly string[];
  nearKeys?: readonly number[];
}

/** Enters a document, or a further version of it, with its sections, past every check. */
export async function enterDocument(
  store: TestStore,
  some: SomeDocument,
): Promise<{ document: string; version: string; sections: number[] }> {
  const { kommune, collection, name, texts, validFrom = '2024-01-01', validTo = null } = some;
  const { ready = true, age = 0, reviewOn = null, addresses = [], nearKeys = [] } = some;
  const [document] = await store.tamper(
    `insert into amtsfeder.document (id, kommune, collection, name, kind, origin, review_on)
     values (gen_random_uuid(), $1, $2, $3, 'regulation', 'upload', $4)
     on conflict (collection, name) do update set kind = excluded.kind returning id`,
    [kommune, collection, name, reviewOn],
  );
  const [version] = await store.tamper(
    `insert into amtsfeder.document_version (id, kommune, collection, document, number, title, format, hash, bytes, valid_from,
       valid_to, imported_at, sections, addresses, analyser, ready)
     select gen_random_uuid(), $1, $2, $3, count(*) + 1, 'Titel: ' || $4, 'markdown', sha256(convert_to($4, 'UTF8')), 3, $5, $6,
       now() - $7 * interval '1 day', $8, $9, 1, $10 from amtsfeder.document_version where document = $3 returning id`,
    [kommune, collection, document?.id, name, validFrom, validTo, age, texts.length, addresses, ready],
  );
  const sections = await store.tamper(
    `insert into amtsfeder.section (kommune, collection, version, number, path, text, same_key, near_keys)
     select $1, $2, $3, n - 1, array['§ ' || n], t, sha256(convert_to(t, 'UTF8')), $5
     from unnest($4::text[]) with ordinality x (t, n) returning id::integer as id`,
    [kommune, collection, version?.id, texts, nearKeys],
  );
  await store.tamper(
    `insert into amtsfeder.original_piece (version, piece, kommune, data) values ($1, 0, $2, '\\x0a')`,
    [version?.id, kommune],
  );
  return {
    document: String(document?.id),
    version: String(version?.id),
    sections: sections.map(({ id }) => Number(id)),
  };
}
