import { randomUUID } from 'node:crypto';
import type { Store } from '../../../store/store.ts';
import type { TestStore } from '../../../store/testing/both-stores.ts';
import type { Collection } from '../../collections/collection.ts';
import { createCollection } from '../../collections/collections.store.ts';
import { scopeOf } from '../../collections/scope.ts';
import { someFields } from '../../collections/testing/samples.ts';
import { type Bringing, bringFile } from '../bring.ts';
import { closeRun, openRun, type RunOpening } from '../runs.store.ts';

export const quiet = { warn: () => undefined, error: () => undefined };

const OPENING: RunOpening = { origin: 'upload', kind: 'regulation', validFrom: null, sourceAddress: null };

/** A collection of the tests, each of its own name. */
export function someCollection(store: Store, kommune: string | null = 'lk-kusel'): Promise<Collection> {
  return store.within(scopeOf({ kommune }), (db) =>
    createCollection(db, {
      kommune,
      fields: someFields({ name: randomUUID() }),
      actor: { kind: 'operator' },
      reason: 'Für einen Test angelegt',
    }),
  );
}

/** Brings files to an import of their own and closes it. @returns its id, and what became of bringing each */
export async function bringAll(
  store: Store,
  collection: Pick<Collection, 'id' | 'kommune'>,
  files: Readonly<Record<string, string | Uint8Array>>,
  opening: Partial<RunOpening> = {},
): Promise<{ run: string; brought: Record<string, Bringing['state']> }> {
  const scope = scopeOf(collection);
  const run = await store.within(scope, (db) => openRun(db, collection, { ...OPENING, ...opening }));
  const brought: Record<string, Bringing['state']> = {};
  for (const [name, bytes] of Object.entries(files)) {
    const coming = { name, sourceAddress: null };
    const { state } = await bringFile(store, run, coming, [Buffer.from(bytes)], 25 * 1024 * 1024);
    brought[name] = state;
  }
  await store.within(scope, (db) => closeRun(db, run.id));
  return { run: run.id, brought };
}

/** A Markdown text with so many sections, each with words of its own. */
export function someText(name: string, sections: number): string {
  const parts = Array.from(
    { length: sections },
    (_, at) =>
      `## § ${at + 1} Regel ${name} ${at}\n\nIn der Sache ${name} gilt Nummer ${at}: ${'Wer reist, zeigt es vorher an. '.repeat(4)}`,
  );
  return `# Ordnung ${name}\n\n${parts.join('\n\n')}\n`;
}

/** What of a collection does not fit together; empty where all is well. Names its files and how many sections each has. */
export async function faultsOf(
  store: Pick<TestStore, 'tamper'>,
  collection: string,
): Promise<{ documents: Record<string, number>; faults: unknown[] }> {
  const rows = await store.tamper(
    `select d.name, count(distinct v.id)::int as versions, bool_and(v.ready) as ready, max(v.sections)::int as said,
       (select count(*)::int from amtsfeder.section s where s.version = min(v.id::text)::uuid) as stored,
       (select count(*)::int from amtsfeder.section_index i where i.version = min(v.id::text)::uuid) as indexed,
       (select coalesce(sum(length(p.data)), 0)::int from amtsfeder.original_piece p where p.version = min(v.id::text)::uuid)
         as kept, max(v.bytes)::int as bytes
     from amtsfeder.document d left join amtsfeder.document_version v on v.document = d.id
     where d.collection = $1 group by d.id, d.name`,
    [collection],
  );
  const faults: unknown[] = rows.filter(
    ({ versions, ready, said, stored, indexed, kept, bytes }) =>
      versions !== 1 || ready !== true || said !== stored || stored !== indexed || kept !== bytes,
  );
  const left = await store.tamper(
    `select f.name, f.state from amtsfeder.import_file f where f.collection = $1
       and (f.state in ('arriving', 'waiting', 'reading', 'failed')
         or exists (select from amtsfeder.import_piece p where p.file = f.id))`,
    [collection],
  );
  const sums = await store.tamper(
    `select c.sections, (select count(*)::int from amtsfeder.section s where s.collection = $1) as stored
     from amtsfeder.search_collection c where c.collection = $1`,
    [collection],
  );
  const uneven = sums.filter(({ sections, stored }) => sections !== stored);
  return {
    documents: Object.fromEntries(rows.map(({ name, said }) => [String(name), Number(said)])),
    faults: [...faults, ...left, ...uneven],
  };
}
