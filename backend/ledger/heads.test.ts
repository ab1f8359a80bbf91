import { beforeAll, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { createPseudonym } from '../identity/pseudonym.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { discardSalts, eraseHeads, headKey, headsOf } from './heads.store.ts';
import {
  clerk,
  entry,
  opening,
  testLedger,
  testModels,
  testPrices,
  testPseudonym,
  testSecret,
} from './testing/books.ts';

onBothStores('head counts', (open) => {
  let store: TestStore;
  let kommunen = 0;
  const someone = (id = clerk.id, kommune = `vg-heads-${++kommunen}`) => ({ ...clerk, id, kommune });
  const call = async (person: typeof clerk) =>
    (await testLedger(store).for(person, testPrices).open(opening())).close(entry(1, 1));
  const rowsOf = async (kommune: string) =>
    (
      await store.query(
        `select month::text, department, task, model, encode(pseudonym, 'hex') as pseudonym
          from amtsfeder.head where kommune = $1 order by model, pseudonym`,
        [kommune],
      )
    ).rows;
  /** Sets the books of a Kommune and the salt back by a month, as if time had passed. */
  const monthPasses = async () => {
    await store.tamper(`update amtsfeder.head set month = month - interval '1 month'`);
    await store.tamper(`update amtsfeder.head_salt set month = month - interval '1 month'`);
  };

  beforeAll(async () => {
    store = await open();
  });

  it('count each person once for a task and a model', async () => {
    const anke = someone();
    await call(anke);
    await call(anke);
    await call(someone('tenant#bert', anke.kommune));
    const rows = await rowsOf(anke.kommune);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ department: 'Soziales', task: 'reply', model: 'dear' });
    expect(rows[0]?.pseudonym).not.toBe(rows[1]?.pseudonym);
  });

  it('count who was turned away, and who was answered by another model', async () => {
    const anke = someone();
    const ledger = testLedger(store).for(anke, testPrices);
    await ledger.refuse(entry(0, 0, '', { charges: [], outcome: 'class_refused' }));
    const line = await ledger.open(opening({ models: [testModels.dear, testModels.cheap] }));
    await line.close(entry(1, 1, 'cheap'));
    expect((await rowsOf(anke.kommune)).map(({ model }) => model)).toEqual(['', 'cheap']);
  });

  it('make one salt, however many replicas begin a month', async () => {
    await store.tamper('delete from amtsfeder.head_salt');
    const other = await store.another();
    const anke = someone();
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const ledger = testLedger(index % 2 === 0 ? store : other).for(anke, testPrices);
        await (await ledger.open(opening())).close(entry(1, 1));
      }),
    );
    expect((await store.tamper('select * from amtsfeder.head_salt')).length).toBe(1);
    expect(await rowsOf(anke.kommune)).toHaveLength(1);
  });

  it('can be told to a person and erased while the month runs', async () => {
    const anke = someone();
    const bert = someone('tenant#bert', anke.kommune);
    await call(anke);
    await call(bert);
    const key = headKey(anke, testPseudonym);
    const seen = () => store.within({ kommune: anke.kommune }, (db) => headsOf(db, anke.kommune, key));
    expect(await seen()).toEqual([
      {
        month: expect.stringMatching(/^\d{4}-\d{2}-01$/),
        department: 'Soziales',
        task: 'reply',
        model: 'dear',
      },
    ]);
    const erase = () => store.within({ kommune: anke.kommune }, (db) => eraseHeads(db, anke.kommune, key));
    await expect(
      store.within({ kommune: 'vg-other' }, (db) => headsOf(db, anke.kommune, key)),
    ).rejects.toThrow();
    expect(await erase()).toBe(1);
    expect(await seen()).toEqual([]);
    expect(await rowsOf(anke.kommune)).toHaveLength(1);
  });

  it('tell nobody who it was once the salt is gone, not even with the secret of the installation', async () => {
    const anke = someone();
    await call(anke);
    const [before] = await rowsOf(anke.kommune);
    // As long as the salt is there, whoever has it, the secret and the ids of all persons finds her.
    const link = (salt: Buffer, key: Buffer) => {
      const hash = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
      return hash(salt, hash(salt, key)).toString('hex');
    };
    const key = headKey(anke, createPseudonym(testSecret));
    const salts = () => store.tamper('select salt from amtsfeder.head_salt');
    const [{ salt } = { salt: null }] = await salts();
    expect(link(salt as Buffer, key)).toBe(before?.pseudonym);

    await monthPasses();
    await store.within('verbund', discardSalts);
    expect(await salts()).toEqual([]);
    // Everything that is left of her in the whole database, and everything that the installation knows.
    const [after] = await rowsOf(anke.kommune);
    expect(after?.pseudonym).toBe(before?.pseudonym);
    const known = [key, Buffer.from(testSecret), Buffer.from(anke.id), Buffer.alloc(0)];
    const guesses = known.flatMap((one) => [link(one, key), link(Buffer.alloc(32), one), link(one, one)]);
    expect(guesses).not.toContain(before?.pseudonym);
    expect(await store.within({ kommune: anke.kommune }, (db) => headsOf(db, anke.kommune, key))).toEqual([]);

    // The next month has another salt: the same person is another number.
    await call(anke);
    const rows = await rowsOf(anke.kommune);
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ pseudonym }) => pseudonym)).size).toBe(2);
  });

  it('count nobody any more for a month whose salt is gone', async () => {
    const anke = someone();
    const line = await testLedger(store)
      .for(anke, testPrices)
      .open(opening({ models: [testModels.dear, testModels.cheap] }));
    await monthPasses();
    await store.tamper(`update amtsfeder.call set day = day - interval '1 month' where kommune = $1`, [
      anke.kommune,
    ]);
    await store.within('verbund', discardSalts);
    await line.close(entry(1, 1, 'cheap'));
    expect(await rowsOf(anke.kommune)).toEqual([]);
  });

  it('count nobody twice where the salt was lost, as after a backup is put back', async () => {
    const anke = someone();
    await call(anke);
    await store.tamper('delete from amtsfeder.head_salt');
    await call(anke);
    expect(await rowsOf(anke.kommune)).toHaveLength(1);
  });

  it('keep the salt of the running month', async () => {
    await call(someone());
    expect(await store.within('verbund', discardSalts)).toBe(0);
  });
});
