import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import type { Collection } from '../collections/collection.ts';
import { bringFile } from './bring.ts';
import { createImporter, type Importer } from './importer.ts';
import { filesOf, summariesOf } from './report.store.ts';
import { closeRun, openRun, runById, tidyRuns } from './runs.store.ts';
import { quiet, someCollection } from './testing/bringing.ts';

const MEGABYTE = 1024 * 1024;

onBothStores('bringing files', (open) => {
  let store: TestStore;
  let collection: Collection;
  let importer: Importer | undefined;
  beforeAll(async () => {
    store = await open();
    collection = await someCollection(store);
  });
  afterEach(() => importer?.close());
  const opening = { origin: 'upload', kind: 'other', validFrom: null, sourceAddress: null } as const;
  const scope = { kommune: 'lk-kusel' };
  const start = () => store.within(scope, (db) => openRun(db, collection, opening));
  const coming = (name: string) => ({ name, sourceAddress: null });

  it('says what is there already, and what takes another’s name', async () => {
    const run = await start();
    const bring = (bytes: Buffer) => bringFile(store, run, coming('x.bin'), [bytes], 10 * MEGABYTE);
    const long = Buffer.alloc(3 * MEGABYTE + 7, 'Wort ');
    expect(await bring(long)).toMatchObject({ state: 'waiting', bytes: long.length });
    expect(await bring(long)).toMatchObject({ state: 'there' });
    expect(await bring(Buffer.concat([long, Buffer.from('!')]))).toEqual({ state: 'name-taken' });
    expect(await bring(Buffer.from('kurz'))).toEqual({ state: 'name-taken' });
    await store.within(scope, (db) => closeRun(db, run.id));
    await expect(bring(Buffer.from('zu spät'))).rejects.toMatchObject({ name: 'RunGone' });
  });

  it('leaves nothing of a file that breaks off or is too large', async () => {
    const run = await start();
    async function* broken() {
      yield await Promise.resolve(Buffer.alloc(2 * MEGABYTE));
      throw new Error('the line is cut');
    }
    await expect(bringFile(store, run, coming('ab.bin'), broken(), 9 * MEGABYTE)).rejects.toThrow('cut');
    const large = [Buffer.alloc(2 * MEGABYTE), Buffer.alloc(2 * MEGABYTE)];
    expect(await bringFile(store, run, coming('gross.bin'), large, 3 * MEGABYTE)).toEqual({
      state: 'too-large',
    });
    expect(await store.tamper('select name from amtsfeder.import_file where run = $1', [run.id])).toEqual([]);
  });

  it('ends for whoever went away in the middle', async () => {
    const run = await start();
    await bringFile(store, run, coming('da.txt'), [Buffer.from('Der Brunnen läuft.')], MEGABYTE);
    await store.tamper(
      `insert into amtsfeder.import_file (run, collection, kommune, name, bytes, state) values ($1, $2, 'lk-kusel', 'halb', 0, 'arriving')`,
      [run.id, collection.id],
    );
    await store.tamper(`update amtsfeder.import_run set lease = now() - interval '1 second' where id = $1`, [
      run.id,
    ]);
    await store.within('verbund', tidyRuns);
    importer = createImporter({ store, log: quiet, againMs: 20 });
    await importer.finished(run.id);
    const { files } = await store.within(scope, (db) => filesOf(db, run.id, null));
    expect(Object.fromEntries(files.map(({ name, outcome }) => [name, outcome]))).toMatchObject({
      'da.txt': { state: 'added' },
      halb: { state: 'failed', code: 'import_interrupted' },
    });
    const found = await store.within(scope, (db) => runById(db, run.id));
    const [summary] = await store.within(scope, async (db) => summariesOf(db, found === null ? [] : [found]));
    expect(summary).toMatchObject({
      state: 'done',
      counts: { added: 1, failed: 1, waiting: 0, sections: 1 },
    });
  });
});
