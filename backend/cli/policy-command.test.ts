import { beforeAll, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { testFacts } from '../policy/testing/samples.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { policyCommand } from './policy-command.ts';
import { registerCommand } from './register-command.ts';

const REASON = ['--reason', 'Beschluss der Lenkungsgruppe'];
const wrong = (words: RegExp) =>
  expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(words) });

onBothStores('amtsfeder policy and register', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
  });

  /** What a command prints, beside the store that is open. */
  async function run(command: typeof policyCommand, line: string[], file: unknown = '', env = {}) {
    let printed = '';
    await command(line, {
      env: { ...store.env, ...env },
      readFile: (path) => {
        if (path !== '-') throw new Error('ENOENT');
        return typeof file === 'string' ? file : JSON.stringify(file);
      },
      write: (text) => void (printed += text),
    });
    return printed;
  }
  const policy = (line: string, file?: unknown) => run(policyCommand, [...line.split(' '), ...REASON], file);
  const register = (line: string, file?: unknown, env?: object) =>
    run(registerCommand, line === 'list' ? ['list'] : [...line.split(' '), ...REASON], file, env);

  it('prints what it reads again', async () => {
    expect(parse(await policy('show'))).toEqual({ version: 0, overrides: {}, locked: [] });
    const decided = { version: 0, overrides: { aiNote: true }, locked: ['aiNote'] };
    expect(await policy('set --file -', decided)).toBe('version 1\n');
    const shown = await policy('show');
    expect(parse(shown)).toEqual({ ...decided, version: 1 });
    expect(await policy('set --file -', shown)).toBe('version 2\n');

    const own = 'version: 0\noverrides:\n  gender: pairs\n  treatments: { social: { eu: refused } }\n';
    expect(await policy('set --kommune lk-kusel --file -', own)).toBe('version 1\n');
    expect(parse(await policy('show --kommune lk-kusel'))).toEqual({
      version: 1,
      overrides: { gender: 'pairs', treatments: { social: { eu: 'refused' } } },
    });
    expect(parse(await policy('show --kommune lk-kusel --effective'))).toMatchObject({
      gender: 'pairs',
      aiNote: true,
    });
    expect(parse(await policy('show --effective'))).toMatchObject({ gender: 'neutral', aiNote: true });
  });

  it('tells who changed what, and brings it back', async () => {
    await policy('set --kommune lk-kusel --file -', { version: 1, overrides: { gender: 'colon' } });
    expect(await policy('diff --kommune lk-kusel --number 2')).toBe(
      'gender\t"pairs"\t"colon"\ntreatments.social.eu\t"refused"\t-\n',
    );
    expect(await policy('diff --kommune lk-kusel --number 2 --against 0')).toBe('gender\t-\t"colon"\n');
    expect(await policy('restore --kommune lk-kusel --number 1')).toBe('version 3\n');
    const [first = '', , last = ''] = (await policy('history --kommune lk-kusel')).split('\n');
    expect(first).toMatch(/^3\t\d{4}-\d\d-\d\dT[\d:.]+Z\toperator\tBeschluss der Lenkungsgruppe$/);
    expect(last).toMatch(/^1\t/);
    expect(await policy('restore --number 1')).toBe('version 3\n');
    expect(await policy('diff --number 2')).toBe('');
  });

  it.each<[string, unknown, RegExp]>([
    ['set --file -', { version: 1, overrides: {}, locked: [] }, /somebody has changed it since/],
    [
      'set --kommune lk-kusel --file -',
      { version: 3, overrides: { aiNote: false } },
      /stands against: aiNote$/,
    ],
    [
      'set --kommune lk-kusel --file -',
      { version: 3, overrides: { gender: 'geheim' } },
      /missing: overrides\.gender$/,
    ],
    ['set --kommune lk-kusel --file -', 'version: [', /neither valid YAML nor JSON/],
    ['set --kommune lk-kusel --file geheim', '', /cannot be read/],
    ['set --kommune lk-kusel', '', /--file FILE is missing/],
    ['set --kommune lk-geheim --file -', '', /--kommune: one of lk-kusel, /],
    ['restore --number 99', '', /no such version/],
    ['diff --number eins', '', /--number NUMBER/],
    ['delete', '', /policy: one of show, set/],
  ])('refuses, in words that repeat nothing: %s', async (line, file, words) => {
    const fault = await policy(line, file).catch((thrown: unknown) => thrown);
    expect(fault).toEqual(wrong(words));
    expect(String(fault)).not.toContain('geheim');
  });

  it('wants a reason', async () => {
    const line = ['set', '--file', '-', '--reason', 'darum'];
    const file = { version: 3, overrides: {}, locked: [] };
    await expect(run(policyCommand, line, file)).rejects.toEqual(wrong(/--reason TEXT/));
  });

  it('registers a model, from what is configured to its approval and back', async () => {
    const env = {
      OPENAI_API_KEY: 'sk-geheim-0123456789',
      OPENAI_BASE_URL: 'https://ki.example.de/v1',
      OPENAI_MODEL: 'llama-3.3',
      AMTSFEDER_MODEL_HOSTS: 'ki.example.de',
    };
    const shown = parse(await register('show openai', '', env));
    expect(shown).toMatchObject({
      version: 0,
      facts: { place: 'extern', protocol: 'openai', model: 'llama-3.3', host: 'ki.example.de' },
    });
    await expect(register('set openai --file -', shown, env)).rejects.toEqual(
      wrong(/facts\.provider, facts\.region$/),
    );
    const facts = testFacts({ place: 'extern' });
    expect(await register('set openai --file -', { version: 0, facts }, env)).toBe('version 1\n');
    expect(await register('approve openai --until 2099-12-31', '', env)).toBe('version 2\n');
    const list = await register('list', '', env);
    expect(list).toContain('openai\textern\tapproved\t2099-12-31\t0.50/2.00\t-\n');
    expect(list).toContain('ohne-modell\tintern\tbuilt-in\t-\t0.00/0.00\t-\n');
    expect(await register('withdraw openai', '', env)).toBe('version 3\n');
    expect(await register('list')).toContain('openai\textern\tnot-configured\t-\t0.50/2.00\t-\n');
    expect(await register('show openai')).toMatch(/^# \{"state":"withdrawn"\}\nversion: 3\nfacts:\n/);
    expect((await register('history openai')).split('\n')).toHaveLength(4);
  });

  it.each<[string, unknown, RegExp]>([
    [
      'set openai --file -',
      { version: 3, facts: testFacts({ notes: 'sk-geheim-0123456789abcdef' }) },
      /missing: facts\.notes$/,
    ],
    ['approve openai --until morgen', '', /--until DAY/],
    ['approve openai --until 2020-01-01', '', /missing or past: until$/],
    ['approve niemand --until 2099-12-31', '', /no such version or entry/],
    ['history niemand', '', /not registered/],
    ['show niemand', '', /neither registered nor configured/],
    ['show sk-geheim-0123456789abcdef', '', /the id of a model/],
    ['approve', '', /--help/],
    ['loben openai', '', /register: one of list, show/],
  ])('refuses, in words that repeat nothing: %s', async (line, file, words) => {
    const fault = await register(line, file).catch((thrown: unknown) => thrown);
    expect(fault).toEqual(wrong(words));
    expect(String(fault)).not.toContain('geheim');
  });

  it('keeps the protocol', async () => {
    const acts = await store.tamper(
      `select kommune, kind, subject, actor from amtsfeder.audit_line order by at`,
    );
    expect(acts).toHaveLength(9);
    expect(new Set(acts.map(({ actor }) => actor))).toEqual(new Set(['operator']));
  });
});
