import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditQuery } from '../../contract/audit.ts';
import type { OpenStore } from '../store/open.ts';
import type { Scope } from '../store/store.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { listActs } from './acts.store.ts';
import { type Act, recordAct } from './audit.store.ts';
import { chainReader, readHeads } from './chain.store.ts';
import { auditKey } from './key.ts';
import { erika, recordAll, recordSome, someAct } from './testing/acts.ts';
import { verifyOne } from './verify-chains.ts';

const key = auditKey(Buffer.alloc(32, 'test key'));
const page = (more: Partial<AuditQuery> = {}): AuditQuery => ({ limit: 50, ...more });

onBothStores('the protocol', (open) => {
  let store: TestStore;
  let other: OpenStore;
  beforeAll(async () => {
    store = await open();
    other = await store.another();
  });
  const list = (kommune: string, more?: Partial<AuditQuery>) =>
    store.within({ kommune }, (db) => listActs(db, kommune, page(more)));

  it('tells what was done, by whom, when and why, the newest first', async () => {
    await recordAll(store, [
      someAct('lk-kusel'),
      someAct('lk-kusel', { actor: { kind: 'operator' }, kind: 'budget.changed', details: {} }),
    ]);
    const { lines, next } = await list('lk-kusel');
    expect(next).toBeNull();
    expect(lines).toEqual([
      expect.objectContaining({ sequence: 2, actor: { kind: 'operator' }, kind: 'budget.changed' }),
      {
        sequence: 1,
        at: expect.stringMatching(/^20\d\d-\d\d-\d\dT.*Z$/),
        actor: { kind: 'person', pseudonym: expect.any(String), name: 'Erika Probe' },
        kind: 'policy.changed',
        subject: 'limits.personPerMinute',
        details: { before: 20, after: 30, locked: false, note: null },
        reason: 'Mehr Anfragen in der Probezeit',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('is paged and filtered', async () => {
    await recordSome(store, 'vg-oberes-glantal', 5);
    await recordAll(store, [someAct('vg-oberes-glantal', { kind: 'model.approved' })]);
    const numbers = async (more: Partial<AuditQuery>) => {
      const { lines, next } = await list('vg-oberes-glantal', more);
      return [lines.map(({ sequence }) => sequence), next];
    };
    expect(await numbers({ limit: 4 })).toEqual([[6, 5, 4, 3], 3]);
    expect(await numbers({ limit: 4, before: 3 })).toEqual([[2, 1], null]);
    expect(await numbers({ kind: 'model.approved' })).toEqual([[6], null]);
    expect(await numbers({ from: '2999-01-01T00:00:00Z' })).toEqual([[], null]);
    expect(await numbers({ to: '2000-01-01T00:00:00Z' })).toEqual([[], null]);
  });

  it('keeps any text as it is, except what a database cannot hold', async () => {
    const odd = 'Grüße\u2028„“ \u{1f600} \u0001 \\ " \r\n';
    await recordAll(store, [
      someAct('donnersbergkreis', {
        subject: odd,
        reason: `${odd}\0\ud800`,
        details: { [odd]: odd, '\0': '\0', n: 1e21, small: 5e-324, minus: -0 },
      }),
    ]);
    expect(await verifyOne(store, 'donnersbergkreis', key)).toMatchObject({ state: 'intact' });
    const { lines } = await list('donnersbergkreis');
    expect(lines[0]).toMatchObject({ subject: odd, reason: `${odd}\ufffd\ufffd` });
    expect(lines[0]?.details).toEqual({ [odd]: odd, '\ufffd': '\ufffd', n: 1e21, small: 5e-324, minus: 0 });
  });

  it('has no line of a change that was rolled back, and no gap either', async () => {
    const before = await list('lk-kaiserslautern');
    await recordAll(store, [someAct('lk-kaiserslautern')]);
    await expect(
      store.within({ kommune: 'lk-kaiserslautern' }, async (db) => {
        await recordAct(db, someAct('lk-kaiserslautern'));
        throw new RangeError('the change failed');
      }),
    ).rejects.toThrow(RangeError);
    await recordAll(store, [someAct('lk-kaiserslautern')]);
    expect(before.lines).toEqual([]);
    expect((await list('lk-kaiserslautern')).lines.map(({ sequence }) => sequence)).toEqual([2, 1]);
    expect(await verifyOne(store, 'lk-kaiserslautern', key)).toMatchObject({ head: { length: 2 } });
  });

  it('is exact with many writers over two replicas', async () => {
    const writers = Array.from({ length: 24 }, (_, index) => index);
    const chains = ['vg-kusel-altenglan', 'vg-lauterecken-wolfstein'];
    await Promise.all(
      writers.map(async (writer) => {
        const replica = writer % 2 === 0 ? store : other;
        const kommune = chains[writer % 3 === 0 ? 0 : 1] ?? '';
        for (let turn = 0; turn < 4; turn++) {
          const act = someAct(kommune, { details: { writer, turn }, actor: actorOfWriter(writer) });
          const scope: Scope = turn % 2 === 0 ? { kommune } : 'verbund';
          await replica.within(scope, (db) => recordAct(db, act));
        }
      }),
    );
    const lengths = await Promise.all(
      chains.map(async (kommune) => {
        const verdict = await verifyOne(other, kommune, key);
        return verdict.state === 'intact' ? verdict.head.length : verdict;
      }),
    );
    expect(lengths).toEqual([8 * 4, 16 * 4]);
    const lines = await chainReader(store, chains[1] ?? '').after(0);
    expect(new Set(lines.map(({ details }) => details)).size).toBe(16 * 4);
    expect(new Set(lines.map(({ actor }) => actor)).size).toBe(3);
  });

  describe('is only ever added to', () => {
    const attempts = [
      `update audit_line set reason = 'nie geschehen'`,
      `delete from audit_line`,
      `truncate audit_line`,
      `delete from audit_head`,
      `truncate audit_head`,
      `insert into audit_checkpoint values ('lk-kusel', 1, '', '')`,
    ];

    it.each([
      ...attempts,
      `update audit_head set length = 0`,
      `insert into audit_head values ('x', 0, '')`,
      `select audit_prune('lk-kusel', 1, '', '')`,
    ])('by the backend: %s', async (attempt) => {
      for (const scope of [{ kommune: 'lk-kusel' }, 'verbund'] as const) {
        const tried = store.within(scope, (db) => db.execute(attempt));
        await expect(tried).rejects.toMatchObject({ cause: { code: '42501' } });
      }
    });

    it.each(attempts)('by the owner, unless on purpose: %s', async (attempt) => {
      const tried = store.query(`set search_path = amtsfeder; ${attempt}`);
      await expect(tried).rejects.toMatchObject({ cause: { code: 'P0001' } });
    });

    it('at its end', async () => {
      const insert = (sequence: number, kommune = 'lk-kusel') =>
        store.within({ kommune: 'lk-kusel' }, (db) =>
          db.execute(
            `insert into audit_line values ('${kommune}', ${sequence}, now(), 'operator', 'x', '', '{}', '', '')`,
          ),
        );
      await expect(insert(1)).rejects.toMatchObject({ cause: { code: 'P0001' } });
      await expect(insert(4)).rejects.toMatchObject({ cause: { code: 'P0001' } });
      await expect(insert(2, 'donnersbergkreis')).rejects.toMatchObject({ name: 'StoreError' });
    });

    it('by whoever may see the chain', async () => {
      const foreign: [Scope, Act][] = [
        [{ kommune: 'lk-kusel' }, someAct('donnersbergkreis')],
        [{ kommune: 'lk-kusel' }, someAct(null)],
        [{ kommune: 'lk-kusel' }, someAct(null, { actor: { kind: 'operator' } })],
      ];
      for (const [scope, act] of foreign) {
        await expect(store.within(scope, (db) => recordAct(db, act))).rejects.toMatchObject({
          cause: { code: '42501' },
        });
      }
    });
  });

  it('is seen by its Kommune and the Verbund alone', async () => {
    const seen = (scope: Scope) =>
      store.within(scope, async (db) => ({
        heads: (await readHeads(db)).map(({ kommune }) => kommune),
        lines: (await listActs(db, 'lk-kusel', page())).lines.length,
      }));
    expect(await seen({ kommune: 'lk-kusel' })).toEqual({ heads: ['lk-kusel'], lines: 2 });
    expect(await seen({ kommune: 'lk-kaiserslautern' })).toEqual({ heads: ['lk-kaiserslautern'], lines: 0 });
    expect((await seen('verbund')).heads.length).toBeGreaterThan(2);
  });

  it('calls a person by the name of today, and by another pseudonym in each chain', async () => {
    const before = await list('lk-kusel');
    await recordAll(store, [
      someAct('lk-kusel', { actor: { ...erika, name: 'Erika Neu' } }),
      someAct(null, { actor: { ...erika, name: 'Erika Neu' } }),
    ]);
    const after = await list('lk-kusel');
    const verbund = await store.within('verbund', (db) => listActs(db, null, page()));
    const of = (lines: typeof before.lines) => lines.map(({ actor }) => actor).at(-1);
    expect(of(after.lines)).toEqual({ ...of(before.lines), name: 'Erika Neu' });
    expect(of(verbund.lines)).toMatchObject({ name: 'Erika Neu' });
    expect(of(verbund.lines)).not.toEqual(of(after.lines));
  });
});

/** Two people and the operator take turns. */
function actorOfWriter(writer: number): Act['actor'] {
  if (writer % 4 === 0) return { kind: 'operator' };
  return { ...erika, id: `entra t1 writer-${writer % 2}` };
}
