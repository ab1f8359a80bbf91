import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { parse } from 'yaml';
import { callsOf, numbers, seedCalls } from '../reports/testing/seed.ts';
import { lastClosedMonth } from '../reports/use.store.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { UsageError } from './errors.ts';
import { reportCommand } from './report-command.ts';
import type { CommandWorld } from './rules.ts';

const plan = `
modelKey: use
shares: []
positions:
  - { title: Plattform, cents: 600000, every: year, from: 2020-01, to: null, key: inhabitants }
references: []
`;

onBothStores('amtsfeder report', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'amtsfeder-report-'));
  const out = join(folder, 'report');
  const files: Record<string, string> = {
    plan: `version: 0\n${plan}`,
    stranger: `version: 0\n${plan.replace('shares: []', 'shares: [{ kommune: nowhere, weight: 1, plannedPersons: 1 }]')}`,
    unversioned: plan,
  };
  let month: string;
  let env: Record<string, string>;

  const run = async (...args: string[]): Promise<string> => {
    let written = '';
    const world: CommandWorld = {
      env,
      readFile(path) {
        const text = files[path];
        if (text === undefined) throw new Error('no such file');
        return text;
      },
      write: (text) => void (written += text),
    };
    expect(await reportCommand(args, world)).toBe(0);
    return written;
  };

  beforeAll(async () => {
    const store: TestStore = await open();
    ({ env } = store);
    month = await store.within('verbund', lastClosedMonth);
    const prices = { a: { input: 150_000, output: 600_000 } };
    await seedCalls(store, 'lk-kusel', `${month}-12`, callsOf(numbers(1, 7), 'a', 'FB 1', 'reply'), prices);
    await seedCalls(store, 'lk-kusel', `${month}-12`, callsOf([1], 'a', 'FB 1', 'note'), prices);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('use, withheld as in the API, in every format', async () => {
    const use = ['use', '--from', month, '--kommune', 'lk-kusel', '--by', 'task', '--format'];
    expect(await run(...use, 'csv')).toContain(
      `\r\nLandkreis Kusel;${month};übrige (zusammengefasst);5 bis 9;16;`,
    );
    expect(await run(...use, 'html')).toContain('<td>Landkreis Kusel</td>');
    expect(JSON.parse(await run(...use, 'json')).kommunen[0].months[0]).toMatchObject({
      persons: 7,
      calls: 16,
    });
    await run(...use, 'xlsx', '--out', out);
    expect(Object.keys((await JSZip.loadAsync(readFileSync(out))).files)).toContain(
      'xl/worksheets/sheet2.xml',
    );
  });

  test('a plan is entered by the operator, once for each version, and costs are divided by it', async () => {
    const enter = () => run('plan', '--file', 'plan', '--reason', 'Beschluss vom Mai');
    expect(parse(await enter())).toEqual({ ...parse(plan), version: 1 });
    await expect(enter()).rejects.toThrow(UsageError);
    expect(parse(await run('plan'))).toMatchObject({ version: 1 });

    const report = JSON.parse(await run('allocation', '--from', month, '--format', 'json'));
    expect(report.plan).toBe(1);
    expect(report.items[1]).toMatchObject({ title: 'Plattform', cents: 50_000 });
    expect(await run('comparison', '--from', month)).toContain('\r\nSumme;0,00;');
    expect(await run('forecast')).toContain('Prognose der Budgets, Verbund');
  });

  test('a wrong command line says what is wrong', async () => {
    for (const args of [
      ['persons'],
      ['use'],
      ['use', '--from', '2026-13'],
      ['use', '--from', month, '--by', 'person'],
      ['use', '--from', month, '--kommune', 'nowhere'],
      ['use', '--from', month, '--format', 'doc'],
      ['use', '--from', month, '--format', 'xlsx'],
      ['use', '--from', month, '--out', join(folder, 'no', 'such', 'folder')],
      ['allocation', '--from', month, '--key', 'height'],
      ['plan', '--file', 'nothing'],
      ['plan', '--file', 'plan', '--reason', 'kurz'],
      ['plan', '--file', 'stranger', '--reason', 'Beschluss vom Mai'],
      ['plan', '--file', 'unversioned', '--reason', 'Beschluss vom Mai'],
    ]) {
      await expect(run(...args)).rejects.toThrow(UsageError);
    }
  });
});
