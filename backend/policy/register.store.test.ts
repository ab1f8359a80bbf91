import { beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import type { Actor } from '../audit/actor.ts';
import {
  approveModel,
  changeFacts,
  readMarkedRegister,
  readRegister,
  registerVersions,
  withdrawApproval,
} from './register.store.ts';
import { changeOf, priceOn, testFacts, testStart } from './testing/samples.ts';
import { visitPolicy } from './visit.store.ts';

const admin: Actor = { kind: 'person', id: 'issuer#admin', name: 'Ute Beispiel', kommune: 'lk-kusel' };

onBothStores('model register', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });

  const write = (model: string, expected: number, more = {}) =>
    store.within('verbund', (db) =>
      changeFacts(db, model, { ...changeOf(expected, admin), facts: testFacts(more) }),
    );
  const approve = (model: string, expected: number, until = '2099-12-31') =>
    store.within('verbund', (db) => approveModel(db, model, { ...changeOf(expected), until }));
  const withdraw = (model: string, expected: number) =>
    store.within('verbund', (db) => withdrawApproval(db, model, changeOf(expected)));
  const lastOf = async (model: string) =>
    (await store.within({ kommune: 'lk-kusel' }, readRegister)).find((entry) => entry.model === model);

  it('is empty in the beginning', async () => {
    expect(await store.within({ kommune: 'lk-kusel' }, readRegister)).toEqual([]);
    const { register, today } = await store.within({ kommune: 'lk-kusel' }, (db) =>
      visitPolicy(db, 'lk-kusel', testStart),
    );
    expect(register).toEqual([]);
    expect(today).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('keeps what is known, and each state of it', async () => {
    await write('llama', 0);
    await approve('llama', 1);
    await write('llama', 2, { pricing: [priceOn('2026-01-01', 500_000), priceOn('2027-01-01', 400_000)] });
    expect(await lastOf('llama')).toMatchObject({
      number: 3,
      approval: { state: 'approved', until: '2099-12-31' },
    });
    await write('llama', 3, { subProcessors: ['Irgendwer Inc.'] });
    expect(await lastOf('llama')).toMatchObject({ number: 4, approval: { state: 'none' } });
    await approve('llama', 4);
    await withdraw('llama', 5);
    // Only an approval lifts it.
    await write('llama', 6, { region: 'Berlin' });
    expect((await lastOf('llama'))?.approval).toEqual({ state: 'withdrawn' });

    const versions = await store.within('verbund', (db) => registerVersions(db, 'llama'));
    expect(versions.map(({ mark, approval }) => [mark.number, mark.actor.kind, approval.state])).toEqual([
      [7, 'person', 'withdrawn'],
      [6, 'operator', 'withdrawn'],
      [5, 'operator', 'approved'],
      [4, 'person', 'none'],
      [3, 'person', 'approved'],
      [2, 'operator', 'approved'],
      [1, 'person', 'none'],
    ]);
    const acts = await store.tamper(
      `select kind, details from amtsfeder.audit_line where subject = 'llama' order by sequence`,
    );
    expect(acts.map(({ kind }) => kind)).toEqual([
      'register.changed',
      'model.approved',
      'register.changed',
      'register.changed',
      'model.approved',
      'model.withdrawn',
      'register.changed',
    ]);
    expect(acts[3]?.details).toBe('{"approval":"none","fields":"pricing, subProcessors","version":4}');
  });

  it('is the same in one statement at a visit', async () => {
    await write('zwei', 0, { host: 'zwei.example.de' });
    const { register } = await store.within({ kommune: 'lk-kusel' }, (db) =>
      visitPolicy(db, 'lk-kusel', testStart),
    );
    expect(register).toEqual(await store.within({ kommune: 'lk-kusel' }, readRegister));
    const { entries } = await store.within('verbund', readMarkedRegister);
    expect(entries.map(({ entry }) => entry)).toEqual(register);
    expect(entries[1]?.mark).toMatchObject({ number: 1, actor: { kind: 'person', name: 'Ute Beispiel' } });
  });

  it('keeps as many prices as the register may have', async () => {
    const pricing = Array.from({ length: 200 }, (_, index) => priceOn(`${1900 + index}-01-01`, index));
    await write('teuer', 0, { pricing });
    expect((await lastOf('teuer'))?.facts.pricing).toEqual(pricing);
  });

  it('refuses an approval for which something is missing', async () => {
    await write('unfertig', 0, { avvDate: null, pricing: [] });
    await expect(approve('unfertig', 1, '2020-01-01')).rejects.toMatchObject({
      code: 'approval_incomplete',
      fields: ['avvDate', 'pricing', 'until'],
    });
    await expect(approve('gibt-es-nicht', 0)).rejects.toMatchObject({ code: 'not_found' });
    await expect(withdraw('gibt-es-nicht', 0)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lets one of two writers win', async () => {
    await write('drei', 0);
    const outcomes = await Promise.allSettled([approve('drei', 1), withdraw('drei', 1), write('drei', 1)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await lastOf('drei'))?.number).toBe(2);
    await expect(write('drei', 1)).rejects.toMatchObject({ code: 'conflict' });
  });
});
