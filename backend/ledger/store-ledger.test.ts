import { beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import {
  budgetsOf,
  callsOf,
  chargesOf,
  clerk,
  entry,
  opening,
  setTestBudget,
  testLedger,
  testModels,
  testPrices,
} from './testing/books.ts';

onBothStores('the ledger in the store', (open) => {
  let store: TestStore;
  let kommunen = 0;
  /** A person of a Kommune of their own, so that tests do not see each other. */
  const someone = () => ({ ...clerk, kommune: `vg-test-${++kommunen}` });

  beforeAll(async () => {
    store = await open();
  });

  it('enters a call before and settles it after', async () => {
    const person = someone();
    const line = await testLedger(store).for(person, testPrices).open(opening());
    expect(line.models).toEqual(['dear']);
    expect(await callsOf(store, person.kommune)).toEqual([
      expect.objectContaining({ state: 'reserved', outcome: null }),
    ]);

    await expect(line.close(entry(300, 70))).resolves.toEqual({ costMicroEuro: 1_450 });
    expect(await callsOf(store, person.kommune)).toEqual([
      expect.objectContaining({
        department: 'Soziales',
        task: 'reply',
        model: 'dear',
        state: 'settled',
        outcome: 'done',
        data_class: 'personal',
        treatment: 'masked',
        lease: null,
      }),
    ]);
    expect(await chargesOf(store, person.kommune)).toEqual([
      { model: 'dear', input_tokens: 300, output_tokens: 70, cost: '1450000000', estimated: false },
    ]);
  });

  it('holds no person and nothing of a reason', async () => {
    const person = { ...someone(), department: 'Jugend\u0000\u0007amt' };
    const ledger = testLedger(store).for(person, testPrices);
    await (await ledger.open(opening())).close(entry(1, 1));
    await ledger.refuse(entry(0, 0, '', { charges: [], outcome: 'class_reason_missing' }));
    const rows = JSON.stringify(await callsOf(store, person.kommune));
    expect(rows).toContain('Jugend  amt');
    expect(rows).not.toContain('anke');
    expect((await callsOf(store, person.kommune)).flatMap((row) => Object.keys(row))).not.toContain('person');
  });

  it('rounds what is shown up, keeps what is counted exact, and says where a price is missing', async () => {
    const person = someone();
    const ledger = testLedger(store).for(person, testPrices);
    const cheap = await ledger.open(opening({ models: [testModels.cheap] }));
    await expect(cheap.close(entry(1, 1, 'cheap'))).resolves.toEqual({ costMicroEuro: 1 });
    const free = await ledger.open(opening({ models: [testModels.house] }));
    await expect(free.close(entry(9, 9, 'house'))).resolves.toEqual({ costMicroEuro: 0 });
    const unknown = await ledger.open(opening({ models: [testModels.unpriced] }));
    await expect(unknown.close(entry(9, 9, 'unpriced'))).resolves.toEqual({ costMicroEuro: null });
    expect((await chargesOf(store, person.kommune)).map(({ cost }) => cost)).toEqual(['750004', '0', null]);
  });

  it('believes no impossible figure of a provider', async () => {
    const person = someone();
    const line = await testLedger(store).for(person, testPrices).open(opening());
    await line.close(entry(-5, Number.NaN));
    const other = await testLedger(store).for(person, testPrices).open(opening());
    await other.close(entry(1e30, 1.7));
    expect(await chargesOf(store, person.kommune)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ input_tokens: 0, output_tokens: 0 }),
        expect.objectContaining({ input_tokens: 100_000_000, output_tokens: 1 }),
      ]),
    );
  });

  it('enters one charge for each model that was asked', async () => {
    const person = someone();
    const line = await testLedger(store)
      .for(person, testPrices)
      .open(opening({ models: [testModels.dear, testModels.cheap] }));
    await line.close(
      entry(0, 0, 'cheap', {
        charges: [
          { model: 'dear', inputTokens: 10, outputTokens: 0, estimated: true },
          { model: 'cheap', inputTokens: 20, outputTokens: 5, estimated: false },
        ],
      }),
    );
    expect(await callsOf(store, person.kommune)).toEqual([expect.objectContaining({ model: 'cheap' })]);
    expect((await chargesOf(store, person.kommune)).map(({ model }) => model)).toEqual(['cheap', 'dear']);
  });

  it('settles once, however often it is told to', async () => {
    const person = someone();
    await setTestBudget(store, person.kommune, 100);
    const line = await testLedger(store).for(person, testPrices).open(opening());
    await Promise.all([line.close(entry(300, 70)), line.close(entry(900, 90)), line.close(entry(300, 70))]);
    await line.close(entry(5, 5));
    expect(await chargesOf(store, person.kommune)).toHaveLength(1);
    expect((await budgetsOf(store, person.kommune))[0]).toMatchObject({
      spentMicroEuro: 1_450,
      reservedMicroEuro: 0,
    });
  });

  it('enters a call that no model was asked for, at no cost', async () => {
    const person = someone();
    await testLedger(store)
      .for(person, testPrices)
      .refuse(entry(0, 0, '', { charges: [], outcome: 'class_refused', dataClass: null, treatment: null }));
    expect(await callsOf(store, person.kommune)).toEqual([
      expect.objectContaining({ state: 'settled', outcome: 'class_refused', model: '' }),
    ]);
    expect(await chargesOf(store, person.kommune)).toEqual([]);
  });

  it('changes nothing in the scope of another Kommune, and not by a statement of its own', async () => {
    const person = someone();
    const ledger = testLedger({
      ...store,
      within: (_scope, work) => store.within({ kommune: 'lk-other' }, work),
    });
    await expect(ledger.for(person, testPrices).open(opening())).rejects.toThrow('failed');
    await expect(
      store.within({ kommune: 'lk-other' }, (db) => db.execute(`delete from call`)),
    ).rejects.toThrow('failed');
    await expect(
      store.within('verbund', (db) => db.execute(`update budget_state set spent = 0`)),
    ).rejects.toThrow('failed');
    await expect(store.within('verbund', (db) => db.execute(`select * from head_salt`))).rejects.toThrow(
      'failed',
    );
  });
});
