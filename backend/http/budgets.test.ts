import { beforeAll, expect, it } from '@jest/globals';
import express, { type Express } from 'express';
import request from 'supertest';
import { type Budget, budgetList } from '../../contract/budget.ts';
import { problem } from '../../contract/errors.ts';
import type { Role } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { clerk, entry, opening, testLedger, testPrices } from '../ledger/testing/books.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { budgetRoutes } from './budgets.ts';
import { problemHandler } from './problem.ts';
import { apiRouter } from './route.ts';

const kommunen = ['lk-kusel', 'donnersbergkreis', 'vg-oberes-glantal'];

/** The routes; who asks stands in a header: `local-admin@lk-kusel`. */
function appOn(store: TestStore): Express {
  return express()
    .use(
      apiRouter(budgetRoutes({ store, kommunen }), (asked) => {
        const [role, kommune = ''] = String(asked.headers['x-who']).split('@');
        return Promise.resolve({
          id: `test#${role}-${kommune}`,
          kommune,
          department: '',
          roles: [role as Role],
          name: 'Erika Muster',
          email: 'erika@example.de',
        });
      }),
    )
    .use(
      problemHandler((fault) => {
        throw fault;
      }),
    );
}

const amount = (amountCents: number, more: object = {}) => ({
  version: CONTRACT_VERSION,
  expectedVersion: 0,
  reason: 'Beschluss vom 3. Mai',
  department: null,
  model: null,
  period: 'month',
  amountCents,
  onExhausted: 'stop',
  ...more,
});

onBothStores('the routes of budgets', (open) => {
  let store: TestStore;
  let app: Express;
  beforeAll(async () => {
    store = await open();
    app = appOn(store);
  });

  const as = (who: string) => ({
    list: async (path = ''): Promise<Budget[]> => {
      const { body } = await request(app).get(`/admin/budgets${path}`).set('x-who', who).expect(200);
      return budgetList.parse(body).budgets;
    },
    get: (path: string) => request(app).get(`/admin/budgets${path}`).set('x-who', who),
    put: (path: string, body: object) =>
      request(app).put(`/admin/budgets${path}`).set('x-who', who).send(body),
    remove: (path: string, body: object) =>
      request(app).delete(`/admin/budgets${path}`).set('x-who', who).send(body),
  });
  const removal = (expectedVersion: number) => ({
    version: CONTRACT_VERSION,
    expectedVersion,
    reason: 'Nicht mehr nötig',
  });
  const kusel = () => as('local-admin@lk-kusel');
  const verbund = () => as('verbund-admin@lk-kusel');

  it('set a budget and tell what it has spent and warned of', async () => {
    const person = { ...clerk, kommune: 'donnersbergkreis' };
    const admin = as('local-admin@donnersbergkreis');
    await admin.put('/donnersbergkreis', amount(2)).expect(200);
    const ledger = testLedger(store).for(person, testPrices);
    await (await ledger.open(opening())).close(entry(0, 1_600));
    const running = await ledger.open(opening({ inputTokens: 0, outputTokens: 100 }));
    expect(await admin.list()).toEqual([
      {
        id: expect.any(String),
        kommune: 'donnersbergkreis',
        owner: 'kommune',
        department: null,
        model: null,
        period: 'month',
        amountCents: 2,
        onExhausted: 'stop',
        number: 1,
        begins: expect.stringMatching(/^\d{4}-\d{2}-01$/),
        spentMicroEuro: 16_000,
        reservedMicroEuro: 1_000,
        percent: 80,
        warnings: [{ level: 80, at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/) }],
      },
    ]);
    await running.close(entry(0, 0));
    // A level that is no longer reached is warned of anew when it is.
    await admin.put('/donnersbergkreis', amount(100, { expectedVersion: 1 })).expect(200);
    expect(await admin.list()).toEqual([expect.objectContaining({ number: 2, percent: 1, warnings: [] })]);
    await admin.put('/donnersbergkreis', amount(1, { expectedVersion: 2 })).expect(200);
    const levels = (await admin.list())[0]?.warnings.map(({ level }) => level);
    expect(levels).toEqual([80, 100]);
  });

  it('refuse a change of what somebody else has changed meanwhile', async () => {
    const scope = { period: 'year', department: 'Bauen' };
    await kusel().put('/lk-kusel', amount(1_000, scope)).expect(200);
    const { body } = await kusel().put('/lk-kusel', amount(2_000, scope)).expect(409);
    expect(problem.parse(body).code).toBe('conflict');
    await kusel()
      .put('/lk-kusel', amount(2_000, { ...scope, expectedVersion: 1 }))
      .expect(200);
    const [budget] = (await kusel().list()).filter(({ department }) => department === 'Bauen');
    await kusel().remove(`/lk-kusel/${budget?.id}`, removal(1)).expect(409);
    await kusel().remove(`/lk-kusel/${budget?.id}`, removal(2)).expect(200);
    expect((await kusel().list()).filter(({ department }) => department === 'Bauen')).toEqual([]);
  });

  it('take one of several who change at once', async () => {
    const tried = await Promise.all(
      [1_000, 2_000, 3_000, 4_000].map((cents) =>
        kusel().put('/lk-kusel', amount(cents, { model: 'gpt', period: 'total' })),
      ),
    );
    expect(tried.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  it('keep what the Verbund set for a Kommune from the Kommune, which sees it', async () => {
    const scope = { period: 'total', department: 'Soziales' };
    await verbund().put('/vg-oberes-glantal', amount(5_000, scope)).expect(200);
    const local = as('local-admin@vg-oberes-glantal');
    const [given] = await local.list();
    expect(given).toMatchObject({ owner: 'verbund', amountCents: 5_000 });
    await local.remove(`/vg-oberes-glantal/${given?.id}`, removal(1)).expect(409);
    await local.put('/vg-oberes-glantal', amount(9_000, { ...scope, expectedVersion: 1 })).expect(409);
    await local.put('/vg-oberes-glantal', amount(9_000, scope)).expect(200);
    expect((await local.list()).map(({ owner, amountCents }) => [owner, amountCents])).toEqual([
      ['verbund', 5_000],
      ['kommune', 9_000],
    ]);
  });

  it('leave budgets of the Verbund to its administration', async () => {
    await verbund()
      .put('/verbund', amount(10_000, { period: 'year' }))
      .expect(200);
    const [budget] = await verbund().list('/verbund');
    expect(budget).toMatchObject({ kommune: null, owner: 'verbund' });
    expect((await verbund().list()).some(({ id }) => id === budget?.id)).toBe(true);
    for (const role of ['local-admin', 'auditor', 'data-protection']) {
      const other = as(`${role}@lk-kusel`);
      await other.get('/verbund').expect(403);
      expect((await other.list()).some(({ kommune }) => kommune === null)).toBe(false);
    }
    await kusel().put('/verbund', amount(1)).expect(403);
    await kusel().remove(`/verbund/${budget?.id}`, removal(1)).expect(403);
    await kusel().remove(`/lk-kusel/${budget?.id}`, removal(1)).expect(409);
    await verbund().remove(`/verbund/${budget?.id}`, removal(1)).expect(200);
  });

  it('let nobody reach another Kommune, and staff none', async () => {
    await as('local-admin@donnersbergkreis').get('/lk-kusel').expect(404);
    await as('local-admin@donnersbergkreis').put('/lk-kusel', amount(1)).expect(404);
    await as('auditor@lk-kusel').put('/lk-kusel', amount(1)).expect(403);
    await as('staff@lk-kusel').get('').expect(403);
    await verbund().get('/no-such-kommune').expect(404);
    await verbund().put('/no-such-kommune', amount(1)).expect(404);
  });

  it.each([
    ['no reason', { reason: '' }, 422],
    ['a negative amount', { amountCents: -1 }, 400],
    ['half a cent', { amountCents: 0.5 }, 400],
    ['more than there is', { amountCents: 1e15 }, 400],
    ['another period', { period: 'week' }, 400],
    ['an empty Fachbereich', { department: ' ' }, 400],
    ['a sign that no database holds', { department: 'a\u0000b' }, 400],
    ['another end', { onExhausted: 'ask' }, 400],
  ])('refuse %s', async (_what, wrong, status) => {
    await kusel()
      .put('/lk-kusel', amount(1, { period: 'total', ...wrong }))
      .expect(status);
  });

  it('refuse a Fachbereich of the Verbund, and what is no id', async () => {
    await verbund()
      .put('/verbund', amount(1, { department: 'Bauen' }))
      .expect(400);
    await verbund().remove('/verbund/x', removal(1)).expect(404);
  });

  it('write each change into the protocol, with who and why', async () => {
    const { rows } = await store.query(
      `select kind, reason, details from amtsfeder.audit_line where kommune = 'vg-oberes-glantal' order by sequence`,
    );
    expect(rows.map((row) => [row.kind, row.reason])).toEqual([
      ['budget.changed', 'Beschluss vom 3. Mai'],
      ['budget.changed', 'Beschluss vom 3. Mai'],
    ]);
    expect(JSON.parse(String(rows[0]?.details))).toMatchObject({ beforeCents: null, afterCents: 5_000 });
  });
});
