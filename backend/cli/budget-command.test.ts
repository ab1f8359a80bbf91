import { beforeAll, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { budgetCommand } from './budget-command.ts';

onBothStores('amtsfeder budget', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });

  const run = async (...args: string[]) => {
    let written = '';
    const code = await budgetCommand(args, {
      env: store.env,
      readFile: () => '',
      write: (text) => (written += text),
    });
    return { code, written };
  };
  const why = ['--reason', 'Beschluss vom 3. Mai'];

  it('sets, changes, lists and removes a budget', async () => {
    const set = await run('set', '--kommune', 'lk-kusel', '--period', 'month', '--amount', '1500,5', ...why);
    expect(set.written).toMatch(/\tversion 1\n$/);
    const again = await run('set', '--kommune', 'lk-kusel', '--period', 'month', '--amount', '1600', ...why);
    expect(again.written).toBe(set.written.replace('version 1', 'version 2'));
    await run(
      'set',
      '--period',
      'year',
      '--amount',
      '6250',
      '--on-exhausted',
      'warn',
      '--model',
      'gpt',
      ...why,
    );

    const [id = ''] = set.written.split('\t');
    const { written } = await run('list');
    expect(written.split('\n').map((line) => line.split('\t').slice(1))).toEqual([
      ['verbund', 'verbund', '*', 'gpt', 'year', '6.250,00 €', '-', '-', '-', 'warn', ''],
      ['lk-kusel', 'verbund', '*', '*', 'month', '1.600,00 €', '0,00 €', '0,00 €', '0 %', 'stop', ''],
      [],
    ]);
    expect((await run('remove', '--id', id, ...why)).written).toBe('removed\n');
    expect((await run('list', '--kommune', 'lk-kusel')).written).toBe('');
    await expect(run('remove', '--id', id, ...why)).rejects.toThrow('no such budget');
  });

  it('writes who did it into the protocol', async () => {
    const { rows } = await store.query(
      `select distinct actor from amtsfeder.audit_line where kind = 'budget.changed'`,
    );
    expect(rows).toEqual([{ actor: 'operator' }]);
  });

  it.each([
    [['set', '--period', 'month', '--amount', '1,234', ...why], '--amount'],
    [['set', '--period', 'week', '--amount', '1', ...why], '--period'],
    [['set', '--period', 'month', '--amount', '1'], '--reason'],
    [['set', '--period', 'month', '--amount', '1', '--department', 'Bauen', ...why], '--kommune'],
    [['list', '--kommune', 'lk-nowhere'], '--kommune'],
    [['remove', '--id', '7', ...why], '--id'],
    [['spend'], 'one of list, set, remove'],
  ])('says what is wrong with %j', async (args, told) => {
    await expect(run(...args)).rejects.toThrow(told);
  });
});
