import { beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { listActs } from './acts.store.ts';
import { chainReader, readHeads } from './chain.store.ts';
import { auditKey } from './key.ts';
import { pruneChain } from './prune.store.ts';
import { recordSome } from './testing/acts.ts';
import { writeOldChain } from './testing/old-chain.ts';
import { verifyOne } from './verify-chains.ts';

const key = auditKey(Buffer.alloc(32, 'test key'));
const foreignKey = auditKey(Buffer.alloc(32, 'another key'));
const DAYS = 3_653;

onBothStores('the protocol after the legal time', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });
  const sequences = async (kommune: string) =>
    (await chainReader(store, kommune).after(0)).map(({ sequence }) => sequence);

  it('loses the beginning that is over it, says so, and is still whole', async () => {
    await writeOldChain(store, 'lk-kusel', [5_000, 4_000, 3_654, 3_652, 10]);
    const kept = await store.within('verbund', readHeads);
    expect(await pruneChain(store, 'lk-kusel', DAYS, key)).toEqual({ state: 'pruned', lines: 3 });
    expect(await sequences('lk-kusel')).toEqual([4, 5, 6]);
    const { lines } = await store.within({ kommune: 'lk-kusel' }, (db) =>
      listActs(db, 'lk-kusel', { limit: 1 }),
    );
    expect(lines).toEqual([
      expect.objectContaining({
        actor: { kind: 'job' },
        kind: 'audit.pruned',
        details: expect.objectContaining({ through: 3 }),
      }),
    ]);
    // Heads of before still hold, and so does what comes after.
    await recordSome(store, 'lk-kusel', 2);
    expect(await verifyOne(store, 'lk-kusel', key, kept)).toMatchObject({
      state: 'intact',
      head: { length: 8 },
    });
    expect(await pruneChain(store, 'lk-kusel', DAYS, key)).toEqual({ state: 'kept' });
  });

  it('can be pruned again, and verified only with the key of the house', async () => {
    await writeOldChain(store, 'vg-oberes-glantal', [5_000, 4_000, 400]);
    expect(await pruneChain(store, 'vg-oberes-glantal', DAYS, key)).toEqual({ state: 'pruned', lines: 2 });
    // Only the line that says so is younger.
    expect(await pruneChain(store, 'vg-oberes-glantal', 366, key)).toEqual({ state: 'pruned', lines: 1 });
    expect(await sequences('vg-oberes-glantal')).toEqual([4, 5]);
    expect(await verifyOne(store, 'vg-oberes-glantal', key)).toMatchObject({ state: 'intact' });
    expect(await verifyOne(store, 'vg-oberes-glantal', foreignKey)).toEqual({
      state: 'broken',
      sequence: 3,
      why: 'checkpoint',
    });
  });

  it('still shows a deletion at its new beginning', async () => {
    await store.tamper(
      `set amtsfeder.audit_unlocked = 'on'; set search_path = amtsfeder;
       delete from audit_line where kommune = 'vg-oberes-glantal' and sequence = 4;
       reset amtsfeder.audit_unlocked; reset search_path`,
    );
    expect(await verifyOne(store, 'vg-oberes-glantal', key)).toEqual({
      state: 'broken',
      sequence: 4,
      why: 'missing',
    });
  });

  it('keeps what is behind a younger line, and all until enough is over its time', async () => {
    await writeOldChain(store, 'donnersbergkreis', [10, 5_000]);
    expect(await pruneChain(store, 'donnersbergkreis', DAYS, key)).toEqual({ state: 'kept' });
    await writeOldChain(store, 'lk-kaiserslautern', [DAYS + 29, 10]);
    expect(await pruneChain(store, 'lk-kaiserslautern', DAYS, key)).toEqual({ state: 'kept' });
  });

  it('is not deleted from where it is broken', async () => {
    await writeOldChain(store, 'vg-kusel-altenglan', [5_000, 4_000, 10]);
    await store.tamper(
      `set amtsfeder.audit_unlocked = 'on'; set search_path = amtsfeder;
       update audit_line set reason = 'anders' where kommune = 'vg-kusel-altenglan' and sequence = 2;
       reset amtsfeder.audit_unlocked; reset search_path`,
    );
    expect(await pruneChain(store, 'vg-kusel-altenglan', DAYS, key)).toEqual({
      state: 'broken',
      sequence: 2,
    });
    expect(await sequences('vg-kusel-altenglan')).toEqual([1, 2, 3]);
  });

  it('is never younger than a year when it is deleted', async () => {
    await writeOldChain(store, 'vg-lauterecken-wolfstein', [300, 100]);
    await expect(pruneChain(store, 'vg-lauterecken-wolfstein', 200, key)).rejects.toMatchObject({
      cause: { code: 'P0001' },
    });
  });
});
