import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bareDocx } from '../documents/testing/docx.ts';
import { faultsOf, someText } from '../knowledge/import/testing/bringing.ts';
import { tidyRuns } from '../knowledge/import/runs.store.ts';
import { onBothStores, onStore, type TestStore } from '../store/testing/both-stores.ts';
import { type RunningCommand, startCommand } from './testing/command.ts';

/** Real processes, each with its own reading thread. */
const PATIENCE_MS = 120_000;

const files: Readonly<Record<string, string | Uint8Array>> = {
  ...Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`klein${at}.md`, someText(`klein${at}`, 3)])),
  'ordnung.md': someText('ordnung', 240),
  'reisen.docx': bareDocx('<w:p><w:r><w:t>Dienstreisen sind vorher anzuzeigen.</w:t></w:r></w:p>'),
};
const SECTIONS = { klein: 3, 'ordnung.md': 240, 'reisen.docx': 1 };
const expected = Object.fromEntries(
  Object.keys(files).map((name) => [
    name,
    name.startsWith('klein') ? SECTIONS.klein : SECTIONS[name as 'ordnung.md'],
  ]),
);

/** How far `settled` looks back: everything that a killed process held counts as given up, as it does after an hour. */
const LATER = `update amtsfeder.import_run set lease = now() - interval '1 second';
  update amtsfeder.import_file set lease = now() - interval '1 second' where state = 'reading'`;

const importInto = (collection: string, folder: string, env: Record<string, string>): RunningCommand =>
  startCommand(['knowledge', 'import', '--collection', collection, '--kommune', 'lk-kusel', folder], env);

/** What of a collection does not fit together, once whatever a killed process held is given up. */
async function settled(store: TestStore, name: string) {
  await store.tamper(LATER);
  await store.within('verbund', tidyRuns);
  await store.tamper(`delete from amtsfeder.import_file where code = 'import_interrupted'`);
  const [row] = await store.tamper(`select id from amtsfeder.collection where name = $1`, [name]);
  return faultsOf(store, String(row?.id));
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-crash-'));
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

onStore('server', 'an import whose process is killed', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });

  /** Has the database pause where a row comes that fits, and waits until one does. */
  async function pauseAt(table: string, when: string) {
    await store.tamper(
      `create or replace function amtsfeder.pause() returns trigger language plpgsql as
         $$ begin perform pg_sleep(600); return new; end $$`,
    );
    await store.tamper(`create trigger pause before insert or update on amtsfeder.${table}
      for each row when (${when}) execute function amtsfeder.pause()`);
    const paused = `select pid from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`;
    return {
      async reached() {
        while ((await store.tamper(paused)).length === 0) await sleep(20);
      },
      async lift() {
        await store.tamper(`select pg_terminate_backend(pid) from (${paused}) one`);
        await store.tamper(`drop trigger pause on amtsfeder.${table}`);
      },
    };
  }

  it.each([
    ['a file is arriving', 'import_piece', 'true'],
    ['a document begins', 'document_version', 'true'],
    ['its sections are written', 'section', 'new.number = 120'],
    ['its original is kept', 'original_piece', 'true'],
    ['a file is settled', 'import_file', `new.state = 'added'`],
    ['the import ends', 'import_run', `new.state = 'done'`],
  ])(
    'has lost nothing and done nothing twice: while %s',
    async (_while, table, when) => {
      const name = `Absturz ${table}`;
      const pause = await pauseAt(table, when);
      const killed = importInto(name, folder, store.env);
      await pause.reached();
      expect((await killed.kill()).signal).toBe('SIGKILL');
      await pause.lift();
      await store.tamper(LATER);
      expect(await importInto(name, folder, store.env).ended).toMatchObject({ code: 0 });
      expect(await settled(store, name)).toEqual({ documents: expected, faults: [] });
    },
    PATIENCE_MS,
  );
});

onStore('embedded', 'an import whose process is killed, and the database with it', (open, fresh) => {
  it(
    'has lost nothing and done nothing twice, whenever that was',
    async () => {
      const database = await fresh();
      const begun = performance.now();
      expect(await importInto('ungestört', folder, database.env).ended).toMatchObject({ code: 0 });
      const whole = performance.now() - begun;
      const signals = [];
      const parts = [0.5, 0.7, 0.9];
      for (const part of parts) {
        const running = importInto(`Absturz ${part}`, folder, database.env);
        await sleep(whole * part);
        signals.push((await running.kill()).signal);
      }
      expect(signals).toContain('SIGKILL');
      const store = await open(database);
      await store.tamper(LATER);
      for (const part of parts) {
        const name = `Absturz ${part}`;
        expect(await importInto(name, folder, store.env).ended).toMatchObject({ code: 0 });
        expect(await settled(store, name)).toEqual({ documents: expected, faults: [] });
      }
    },
    PATIENCE_MS,
  );
});

onBothStores('a folder that two processes import at once', (open, fresh) => {
  it(
    'is imported once',
    async () => {
      const database = await fresh();
      const both = [1, 2].map(() => importInto('Zwei zugleich', folder, database.env).ended);
      expect(await Promise.all(both)).toMatchObject([{ code: 0 }, { code: 0 }]);
      const store = await open(database);
      expect(await store.tamper('select name from amtsfeder.collection')).toEqual([
        { name: 'Zwei zugleich' },
      ]);
      expect(await settled(store, 'Zwei zugleich')).toEqual({ documents: expected, faults: [] });
    },
    PATIENCE_MS,
  );
});
