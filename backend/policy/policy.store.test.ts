import { beforeAll, expect, it } from '@jest/globals';
import type { PolicyOverrides, VerbundPolicy } from '../../contract/policy.ts';
import type { Actor } from '../audit/actor.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';

import {
  changeKommunePolicy,
  changeVerbundPolicy,
  kommunePolicyVersion,
  policyHistory,
  readKommunePolicy,
  readVerbundPolicy,
  verbundPolicyVersion,
} from './policy.store.ts';
import { changeOf, testStart } from './testing/samples.ts';
import { visitPolicy } from './visit.store.ts';

const admin: Actor = { kind: 'person', id: 'issuer#admin', name: 'Ute Beispiel', kommune: 'lk-kusel' };
const conflict = expect.objectContaining({ code: 'conflict' });

onBothStores('policy', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });

  const decide = (kommune: string, expected: number, value: PolicyOverrides, from = store) =>
    from.within({ kommune }, (db) =>
      changeKommunePolicy(db, kommune, testStart, { ...changeOf(expected, admin), value }),
    );
  const decideAll = (expected: number, value: VerbundPolicy) =>
    store.within('verbund', (db) => changeVerbundPolicy(db, testStart, { ...changeOf(expected), value }));
  const visit = async (kommune: string, from: Pick<TestStore, 'within'> = store) =>
    (await from.within({ kommune }, (db) => visitPolicy(db, kommune, testStart))).policy;

  it('is what the installation starts with until somebody decides', async () => {
    expect(await visit('lk-kusel')).toEqual(testStart);
    expect(await store.within('verbund', readVerbundPolicy)).toEqual({
      number: 0,
      value: { overrides: {}, locked: [] },
    });
  });

  it('holds at once on every replica, for the Kommune alone', async () => {
    const other = await store.another();
    await decide('lk-kusel', 0, { gender: 'pairs', mask: ['Projekt Uhu'] });
    expect(await visit('lk-kusel', other)).toMatchObject({ gender: 'pairs', mask: ['Projekt Uhu'] });
    expect(await visit('vg-lauterecken-wolfstein', other)).toEqual(testStart);

    await decideAll(0, { overrides: { aiNote: true, gender: 'colon' }, locked: ['aiNote'] });
    expect(await visit('lk-kusel', other)).toMatchObject({ gender: 'pairs', aiNote: true });
    expect(await visit('vg-lauterecken-wolfstein', other)).toMatchObject({ gender: 'colon', aiNote: true });
  });

  it('is asked in one statement', async () => {
    let statements = 0;
    await store.within({ kommune: 'lk-kusel' }, (db) => {
      const counting = new Proxy(db, {
        get(target, name) {
          if (name === 'execute') statements++;
          else throw new Error('not asked otherwise');
          return target.execute.bind(target);
        },
      });
      return visitPolicy(counting, 'lk-kusel', testStart);
    });
    expect(statements).toBe(1);
  });

  it('keeps each version with who, when and why, and tells what changed', async () => {
    await decide('vg-oberes-glantal', 0, { gender: 'pairs', models: ['llama'] });
    await decide('vg-oberes-glantal', 1, { gender: 'pairs', limits: { personPerMinute: 10 } });
    const [history, last, all] = await store.within({ kommune: 'vg-oberes-glantal' }, async (db) => [
      await policyHistory(db, 'vg-oberes-glantal'),
      await kommunePolicyVersion(db, 'vg-oberes-glantal', 2),
      await kommunePolicyVersion(db, 'vg-oberes-glantal', 2, 0),
    ]);
    const mark = {
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      actor: { kind: 'person', name: 'Ute Beispiel' },
      reason: 'Beschluss der Lenkungsgruppe',
    };
    expect(history).toEqual([
      { ...mark, number: 2 },
      { ...mark, number: 1 },
    ]);
    expect(last.value).toEqual({ gender: 'pairs', limits: { personPerMinute: 10 } });
    expect(last.changes).toEqual([
      { field: 'limits.personPerMinute', after: 10 },
      { field: 'models', before: ['llama'] },
    ]);
    expect(all.changes).toHaveLength(2);
    await expect(
      store.within({ kommune: 'vg-oberes-glantal' }, (db) =>
        kommunePolicyVersion(db, 'vg-oberes-glantal', 3),
      ),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('tells the protocol which fields, and no value', async () => {
    await decide('lk-donnersbergkreis', 0, { mask: ['Geheimprojekt'] });
    const rows = await store.tamper(
      `select kind, subject, details, actor from amtsfeder.audit_line where kommune = 'lk-donnersbergkreis'`,
    );
    expect(rows).toEqual([
      {
        kind: 'policy.changed',
        subject: 'lk-donnersbergkreis',
        details: '{"fields":"mask","version":1}',
        actor: expect.not.stringContaining('admin'),
      },
    ]);
    const versions = await store.tamper(
      `select actor from amtsfeder.kommune_policy where kommune = 'lk-donnersbergkreis'`,
    );
    expect(versions).toEqual([{ actor: rows[0]?.actor }]);
  });

  it('lets one of two writers win, and the other know', async () => {
    const other = (await store.another()) as TestStore;
    const before = (
      await store.within({ kommune: 'vg-kusel-altenglan' }, (db) =>
        readKommunePolicy(db, 'vg-kusel-altenglan'),
      )
    ).number;
    const outcomes = await Promise.allSettled(
      [store, other, store, other].map((from, index) =>
        decide('vg-kusel-altenglan', before, { limits: { personPerMinute: index + 1 } }, from),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      outcomes
        .filter(({ status }) => status === 'rejected')
        .map((each) => (each as PromiseRejectedResult).reason),
    ).toEqual([conflict, conflict, conflict]);
    // Whoever lost left no trace, in the protocol either.
    const acts = await store.tamper(
      `select 1 from amtsfeder.audit_line where kommune = 'vg-kusel-altenglan'`,
    );
    expect(acts).toHaveLength(1);
    await expect(decide('vg-kusel-altenglan', 7, {})).rejects.toEqual(conflict);
  });

  it('refuses what a bound or a lock stands against, and what a lock overtakes later does not count', async () => {
    const kommune = 'lk-kaiserslautern';
    await expect(
      decide(kommune, 0, { treatments: { restricted: { extern: 'masked' } } }),
    ).rejects.toMatchObject({
      code: 'policy_refused',
      fields: ['treatments.restricted.extern'],
    });
    await decide(kommune, 0, { treatments: { internal: { eu: 'plain' } } });
    const { number, value } = await store.within('verbund', readVerbundPolicy);
    await decideAll(number, { ...value, locked: [...value.locked, 'treatments.internal.eu'] });
    expect((await visit(kommune)).treatments.internal.eu).toBe('masked');
    await expect(decide(kommune, 1, { treatments: { internal: { eu: 'plain' } } })).rejects.toMatchObject({
      code: 'policy_refused',
      fields: ['treatments.internal.eu'],
    });
    await expect(
      decideAll(number + 1, { overrides: { treatments: { personal: { extern: 'plain' } } }, locked: [] }),
    ).rejects.toMatchObject({ code: 'policy_refused' });
    const { changes } = await store.within('verbund', (db) => verbundPolicyVersion(db, number + 1));
    expect(changes).toEqual([
      { field: 'locked', before: ['aiNote'], after: ['aiNote', 'treatments.internal.eu'] },
    ]);
  });

  it('is nobody else’s: two Kommunen with everything alike see nothing of each other', async () => {
    const twins = ['kommune-a', 'kommune-b'];
    for (const each of twins) await decide(each, 0, { gender: 'pairs', mask: [`nur ${each}`] });
    for (const [own, other] of [twins, twins.toReversed()] as [string, string][]) {
      const seen = await store.within({ kommune: own }, async (db) => ({
        last: await readKommunePolicy(db, other),
        history: await policyHistory(db, other),
        visit: (await visitPolicy(db, other, testStart)).policy.mask,
        all: (await db.execute('select distinct kommune from kommune_policy')).rows,
      }));
      expect(seen).toEqual({
        last: { number: 0, value: {} },
        history: [],
        visit: [],
        all: [{ kommune: own }],
      });
      await expect(
        store.within({ kommune: own }, (db) =>
          changeKommunePolicy(db, other, testStart, { ...changeOf(1), value: {} }),
        ),
      ).rejects.toEqual(conflict);
      await expect(
        store.within({ kommune: own }, (db) =>
          db.execute(
            `insert into kommune_policy (kommune, number, actor, reason, value) values ('${other}', 9, 'operator', 'zehn Buchstaben', '{}')`,
          ),
        ),
      ).rejects.toMatchObject({ name: 'StoreError' });
    }
  });

  it.each(['verbund_policy', 'kommune_policy', 'model_register'])(
    'cannot be changed afterwards by the backend: %s',
    async (table) => {
      for (const statement of [
        `update ${table} set reason = 'eine ganz andere Begründung'`,
        `delete from ${table}`,
        `truncate ${table}`,
      ]) {
        await expect(store.within('verbund', (db) => db.execute(statement))).rejects.toMatchObject({
          name: 'StoreError',
        });
      }
    },
  );

  it.each([
    `insert into verbund_policy (number, actor, reason, value) values (99, 'operator', 'zehn Buchstaben', '{}')`,
    `insert into model_register (model, number, actor, reason, facts, approval) values ('x', 1, 'operator', 'zehn Buchstaben', '{}', '{}')`,
  ])('is not the Verbund’s where a Kommune says so: %s', async (statement) => {
    await expect(store.within({ kommune: 'lk-kusel' }, (db) => db.execute(statement))).rejects.toMatchObject({
      name: 'StoreError',
    });
  });

  it('shows a Kommune what the Verbund decided, not who', async () => {
    const { number, value } = await store.within('verbund', readVerbundPolicy);
    await store.within('verbund', (db) =>
      changeVerbundPolicy(db, testStart, { ...changeOf(number, admin), value }),
    );
    const [forAll] = await store.within('verbund', (db) => policyHistory(db, null));
    const [forOne] = await store.within({ kommune: 'lk-kusel' }, (db) => policyHistory(db, null));
    expect(forAll?.actor).toEqual({ kind: 'person', name: 'Ute Beispiel' });
    expect(forOne).toEqual({ ...forAll, actor: { kind: 'person', name: '' } });
  });
});
