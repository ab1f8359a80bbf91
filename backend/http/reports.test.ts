import express, { type Express } from 'express';
import request from 'supertest';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { Role } from '../../contract/identity.ts';
import { type Month, type ReportPlan, useReport, type UseReport } from '../../contract/reports.ts';
import type { VerbundKommune } from '../identity/verbund.ts';
import { groupCells } from '../reports/grouping.ts';
import { monthsOf } from '../reports/months.ts';
import { Attacker, type Prices } from '../reports/testing/attacker.ts';
import { cellsOf, type SeenCall } from '../reports/testing/months-of-use.ts';
import { callsOf, numbers, seedCalls } from '../reports/testing/seed.ts';
import { lastClosedMonth } from '../reports/use.store.ts';
import { allViews } from '../reports/views.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { problemHandler } from './problem.ts';
import { reportRoutes } from './reports.ts';
import { apiRouter } from './route.ts';

const KUSEL = 'lk-kusel';
const OTHER = 'donnersbergkreis';
const kommunen: VerbundKommune[] = [
  { id: KUSEL, name: 'Landkreis Kusel', inhabitants: 71_000, departments: [] },
  { id: OTHER, name: 'Donnersbergkreis', inhabitants: 76_000, departments: [] },
];
const prices: Prices = {
  a: { input: 150_000, output: 600_000 },
  b: { input: 2_500_000, output: 10_000_000 },
  house: { input: 0, output: 0 },
};

/** A month of a small house: some of everything is under five. */
const calls: SeenCall[] = [
  ...callsOf(numbers(1, 9), 'a', 'FB 1', 'reply'),
  ...callsOf([1, 2], 'a', 'FB 1', 'note', 3),
  ...callsOf(numbers(10, 16), 'a', 'FB 2', 'reply', 5),
  ...callsOf([10], 'a', 'FB 2', 'instruct', 9),
  ...callsOf([3, 12, 17], 'b', 'FB 1', 'note', 4),
  ...callsOf(numbers(1, 6), 'house', '=FB 3', 'summarise'),
];
const cells = cellsOf(calls, prices);

const plan: ReportPlan = {
  modelKey: 'use',
  shares: [
    { kommune: KUSEL, weight: 1, plannedPersons: 100 },
    { kommune: OTHER, weight: 1, plannedPersons: 80 },
  ],
  positions: [
    { title: 'Plattform', cents: 625_000, every: 'year', from: '2026-01', to: null, key: 'inhabitants' },
  ],
  references: [
    {
      kind: 'licence',
      title: 'Lizenz',
      centsPerPerson: 2_800,
      persons: 'counted',
      from: '2026-01',
      to: null,
    },
  ],
};

onBothStores('reports', (open) => {
  let store: TestStore;
  let app: Express;
  let months: [Month, Month, Month];
  const period = () => `from=${months[0]}&to=${months[1]}`;

  beforeAll(async () => {
    store = await open();
    const last = await store.within('verbund', lastClosedMonth);
    months = [
      ...monthsOf('2020-01', last).slice(-2),
      ...monthsOf(last, '2099-12').slice(1, 2),
    ] as typeof months;
    for (const month of months) await seedCalls(store, KUSEL, `${month}-01`, calls, prices);
    await seedCalls(store, OTHER, `${months[0]}-01`, callsOf([1, 2], 'b', 'FB 1', 'reply'), prices);
    app = express()
      .use(
        apiRouter(reportRoutes({ store, kommunen }), (asked) =>
          Promise.resolve({
            id: 'somebody',
            kommune: asked.get('x-kommune') ?? KUSEL,
            department: '',
            roles: [(asked.get('x-role') ?? 'staff') as Role],
            name: 'Anke Albrecht',
            email: '',
          }),
        ),
      )
      .use(problemHandler(() => undefined));
  });

  const get = (path: string, role: Role, kommune = KUSEL) =>
    request(app).get(`/admin/reports/${path}`).set('x-role', role).set('x-kommune', kommune);
  const useOf = async (query: string, role: Role, path = `use/${KUSEL}`): Promise<UseReport> => {
    const { body } = await get(`${path}?${query}`, role).expect(200);
    return useReport.parse(body);
  };

  test('who has every answer there is works out no figure of one to four persons', async () => {
    const attackers = [months[0], months[1]].map(() => new Attacker(cells, groupCells(cells), prices));
    for (const by of allViews) {
      const own = await useOf(`${period()}&by=${by.join()}`, 'local-admin');
      const all = await useOf(`${period()}&by=${by.join()}`, 'verbund-admin', 'use');
      // The Verbund sees no other figures than the house itself: there is no difference to work with.
      expect(all.kommunen.find(({ kommune }) => kommune === KUSEL)).toEqual(own.kommunen[0]);
      const [told] = own.kommunen;
      for (const [index, attacker] of attackers.entries()) {
        const month = told?.months[index];
        if (month === undefined) throw new Error('no month');
        const single = await useOf(`from=${month.month}&to=${month.month}&by=${by.join()}`, 'auditor');
        expect(single.kommunen[0]?.months).toEqual([month]);
        attacker.read(month, by);
      }
      // A range is the sum of its months.
      const published = told?.months.filter((month) => month.state === 'published') ?? [];
      expect(published).toHaveLength(2);
      expect(told?.published.calls).toBe(published.reduce((sum, { calls: count }) => sum + count, 0));
      expect(told?.published.cents).toBe(published.reduce((sum, { cents }) => sum + cents, 0));
      for (const row of told?.published.rows ?? []) {
        const parts = published.flatMap(({ rows }) =>
          rows.filter(({ values }) => JSON.stringify(values) === JSON.stringify(row.values)),
        );
        expect(row.calls).toBe(parts.reduce((sum, part) => sum + part.calls, 0));
      }
    }
    expect(attackers.flatMap((attacker) => attacker.found())).toEqual([]);
  });

  test('rows add up to the month, in calls and to the cent', async () => {
    for (const by of allViews) {
      const { kommunen: told } = await useOf(`${period()}&by=${by.join()}`, 'data-protection');
      for (const month of told[0]?.months ?? []) {
        if (month.state !== 'published') throw new Error(month.state);
        expect(month.calls).toBe(calls.length);
        expect(month.rows.reduce((sum, row) => sum + row.calls, 0)).toBe(month.calls);
        expect(month.rows.reduce((sum, row) => sum + row.cents, 0)).toBe(month.cents);
      }
    }
  });

  test('asking again while somebody works tells nothing new', async () => {
    const [, closed, running] = months;
    const ask = () => useOf(`from=${closed}&to=${running}&by=model,department,task`, 'local-admin');
    const before = await ask();
    expect(before.kommunen[0]?.months[1]).toEqual({ month: running, state: 'open' });
    for (const day of [`${closed}-02`, `${running}-01`]) {
      await seedCalls(store, KUSEL, day, callsOf([30], 'a', 'FB 2', 'reply'), prices);
      expect(await ask()).toEqual(before);
    }
  });

  test('under five persons: what is owed, and nothing of the use', async () => {
    const { kommunen: told } = await useOf(period(), 'verbund-admin', 'use');
    const few = told.find(({ kommune }) => kommune === OTHER);
    // Four calls: 2 × 1,001 and 2 × 1,002 tokens in, 4 × 200 out.
    const cents = Math.round((4_006 * 2.5 + 800 * 10) / 10_000);
    expect(few?.months[0]).toEqual({ month: months[0], state: 'withheld', cents });
    expect(few?.published).toEqual({ calls: 0, inputTokens: 0, outputTokens: 0, cents: 0, rows: [] });
  });

  test('exports hold the same figures, and what looks like a formula is none', async () => {
    const path = `use/${KUSEL}?${period()}&by=department`;
    const csv = await get(`${path}&format=csv`, 'local-admin').expect(200);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toBe(
      `attachment; filename="nutzung-${KUSEL}-${months[0]}-${months[1]}.csv"`,
    );
    const { kommunen: told } = await useOf(`${period()}&by=department`, 'local-admin');
    const rows = told[0]?.months.flatMap((month) => (month.state === 'published' ? month.rows : [])) ?? [];
    for (const { calls: count, persons, values } of rows) {
      const name = values[0] === '=FB 3' ? "'=FB 3" : (values[0] ?? 'übrige (zusammengefasst)');
      expect(csv.text).toContain(`;${name};${persons?.from} bis ${persons?.to};${count};`);
    }
    const html = await get(`${path}&format=html`, 'local-admin').expect(200);
    expect(html.headers['content-security-policy']).toContain("default-src 'none'");
    expect(html.text).not.toContain('<script');
    const xlsx = await get(`${path}&format=xlsx`, 'local-admin').buffer().expect(200);
    expect(xlsx.headers['content-type']).toContain('spreadsheetml');
  });

  test('who may see what', async () => {
    const paths = ['use', 'allocation', 'comparison', 'forecast'];
    for (const path of paths) {
      await get(`${path}?${period()}`, 'verbund-admin').expect(200);
      await get(`${path}/${OTHER}?${period()}`, 'verbund-admin').expect(200);
      await get(`${path}/nowhere?${period()}`, 'verbund-admin').expect(404);
      for (const role of ['local-admin', 'auditor', 'data-protection'] as const) {
        await get(`${path}/${KUSEL}?${period()}`, role).expect(200);
        await get(`${path}/${OTHER}?${period()}`, role).expect(404);
        await get(`${path}?${period()}`, role).expect(403);
      }
      await get(`${path}/${KUSEL}?${period()}`, 'staff').expect(403);
    }
    await get('plan', 'local-admin').expect(403);
  });

  test('what is asked for is checked', async () => {
    for (const query of [
      '',
      'from=2026-11',
      'from=2026-13&to=2026-13',
      'from=2026-02&to=2026-01',
      'from=2020-01&to=2026-01',
      'from=2026-01-05&to=2026-01-06',
      `${period()}&by=person`,
      `${period()}&by=`,
      `${period()}&format=exe`,
      `${period()}&by=model&by=task`,
    ]) {
      await get(`use/${KUSEL}?${query}`, 'local-admin').expect(400);
    }
  });

  test('a plan is entered, told in the protocol, and divides what was spent', async () => {
    const put = (expectedVersion: number, role: Role = 'verbund-admin', given: object = plan) =>
      request(app).put('/admin/reports/plan').set('x-role', role).send({
        version: CONTRACT_VERSION,
        expectedVersion,
        reason: 'Beschluss der Steuerungsgruppe',
        plan: given,
      });
    await put(0, 'local-admin').expect(403);
    await put(0, 'verbund-admin', {
      ...plan,
      shares: [{ kommune: 'nowhere', weight: 1, plannedPersons: 1 }],
    }).expect(400);
    const first = await put(0).expect(200);
    expect(first.body).toMatchObject({ number: 1, plan, mark: { reason: 'Beschluss der Steuerungsgruppe' } });
    await put(0).expect(409);
    const acts = await store.tamper(
      `select kind from amtsfeder.audit_line where kind = 'allocation.changed'`,
    );
    expect(acts).toHaveLength(1);

    const { body } = await get(`allocation?from=${months[0]}&to=${months[2]}`, 'verbund-admin').expect(200);
    expect(body.openMonths).toEqual([months[2]]);
    expect(body.items.map(({ title }: { title: string }) => title)).toEqual(['Sprachmodelle', 'Plattform']);
    for (const [index, item] of body.items.entries()) {
      const sum = body.shares.reduce(
        (all: number, share: { cents: number[] }) => all + (share.cents[index] ?? 0),
        0,
      );
      expect(sum).toBe(item.cents);
    }
    const { body: own } = await get(`allocation/${OTHER}?${period()}`, 'local-admin', OTHER).expect(200);
    expect(own.shares).toEqual([body.shares[1]]);
    expect(own.items.map(({ cents }: { cents: number }) => cents)).toEqual(body.shares[1].cents);
    expect(JSON.stringify(own)).not.toContain(KUSEL);
  });

  test('the comparison leaves out who had under five persons', async () => {
    const { body } = await get(`comparison?from=${months[0]}&to=${months[0]}`, 'verbund-admin').expect(200);
    expect(body.kommunen[1]).toEqual({ kommune: OTHER, state: 'withheld' });
    // 17 persons at 28 €.
    expect(body.kommunen[0]).toMatchObject({ kommune: KUSEL, state: 'compared', elsewhere: 17 * 2_800 });
    expect(body.total.elsewhere).toBe(17 * 2_800);
    const { body: own } = await get(`comparison/${OTHER}?${period()}`, 'auditor', OTHER).expect(200);
    expect(JSON.stringify(own)).not.toContain(KUSEL);
  });
});
