import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noChoice } from '../contract/privacy.ts';
import { CONTRACT_VERSION } from '../contract/limits.ts';
import { taskEvent } from '../contract/events.ts';
import { type ScriptedProvider, startScriptedProvider } from '../backend/models/testing/scripted-provider.ts';
import { demoHeader, type Product, startProduct } from './product.ts';

/** What an operator does: start, configure, stop, and the command line. */

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const sample = (name: string) => inProject(`addin/workspace/samples/${name}`);
const run = promisify(execFile);

let provider: ScriptedProvider;
let folder: string;
beforeAll(async () => {
  provider = await startScriptedProvider();
  folder = await mkdtemp(join(tmpdir(), 'amtsfeder-'));
});
afterAll(() => provider.close());

/** Runs the command line and takes a failure as a result, too. */
async function amtsfeder(args: string[], env: Record<string, string> = {}) {
  const own = { PATH: process.env.PATH, AMTSFEDER_DATA_DIR: join(folder, 'data') };
  const options = { env: { ...own, ...env }, maxBuffer: 16 * 1024 * 1024 };
  try {
    const { stdout, stderr } = await run(
      process.execPath,
      [inProject('backend/cli/main.ts'), ...args],
      options,
    );
    return { code: 0, stdout, stderr };
  } catch (failure) {
    const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
    return { code, stdout, stderr };
  }
}

describe('starting', () => {
  it('refuses to listen beyond this machine and says why', async () => {
    await expect(startProduct({ HOST: '0.0.0.0' })).rejects.toThrow(/HOST: .*no sign-in/);
  });

  it('names everything that is wrong with its models, without a key', async () => {
    const file = join(folder, 'models.json');
    await writeFile(file, JSON.stringify([{ id: 'a', apiKey: 'geheim-123', provider: 'magic' }]));
    const start = startProduct({ AMTSFEDER_MODELS_FILE: file });
    await expect(start).rejects.toThrow(/AMTSFEDER_MODELS_FILE/);
    await expect(start).rejects.not.toThrow(/geheim-123/);
  });

  it('keeps the name of the built-in model for itself', async () => {
    const file = join(folder, 'taken.json');
    await writeFile(
      file,
      JSON.stringify([
        {
          id: 'ohne-modell',
          label: 'X',
          provider: 'openai',
          model: 'x',
          baseURL: provider.openaiURL,
          place: 'intern',
        },
      ]),
    );
    await expect(startProduct({ AMTSFEDER_MODELS_FILE: file })).rejects.toThrow(/ohne-modell is taken/);
  });

  it('says when the port is taken', async () => {
    const first = await startProduct();
    try {
      const { port } = new URL(first.url);
      await expect(startProduct({ PORT: port })).rejects.toThrow(/PORT: .*already in use/);
    } finally {
      await first.stop();
    }
  });
});

describe('stopping', () => {
  const ask = async (product: Product) =>
    fetch(new URL('api/tasks/instruct', product.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: await demoHeader(product) },
      body: JSON.stringify({
        version: CONTRACT_VERSION,
        model: null,
        author: { authority: '', unit: '', name: '', phone: '', email: '' },
        input: { source: { kind: 'nothing' }, instruction: 'Bitte schreiben' },
        turns: [],
        privacy: noChoice,
      }),
    });
  const settings = () => ({ OPENAI_API_KEY: 'x', OPENAI_BASE_URL: provider.openaiURL });

  it('lets a running answer end', async () => {
    const product = await startProduct({ ...settings(), SHUTDOWN_SECONDS: '10' });
    provider.script({ kind: 'answer', text: 'Wort '.repeat(20), chunks: 20, delayMs: 50 });
    const response = await ask(product);
    const [body] = await Promise.all([response.text(), product.stop()]);
    expect(body).toMatch(/event: done\n/);
  });

  it('breaks off an answer that takes longer than the limit, with a reason', async () => {
    const product = await startProduct({ ...settings(), SHUTDOWN_SECONDS: '0.2' });
    provider.script({
      kind: 'answer',
      text: 'Wort '.repeat(20),
      chunks: 20,
      fault: { at: 900, how: 'stall' },
    });
    const response = await ask(product);
    const [body] = await Promise.all([response.text(), product.stop()]);
    expect(body).toMatch(/"code":"shutting_down"/);
    expect(product.process.exitCode).toBe(0);
  });
});

describe('amtsfeder task', () => {
  it('prints the result of a task on a file', async () => {
    const { code, stdout } = await amtsfeder([
      'task',
      'summarise',
      '--input',
      sample('rundschreiben.docx'),
      '--form',
      'circular',
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/## Fristen[\s\S]*18\. Dezember 2026/);
  });

  it('prints the events of the contract as JSON lines', async () => {
    const { stdout } = await amtsfeder([
      'task',
      'reply',
      '--input',
      sample('buergeranfrage.eml'),
      '--points',
      'Ja, per E-Mail',
      '--json',
    ]);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => taskEvent.parse(JSON.parse(line)));
    expect(events[0]).toMatchObject({ type: 'start', task: 'reply' });
    expect(events.at(-1)).toMatchObject({ type: 'done' });
  });

  it('asks the model that is named', async () => {
    provider.script({ kind: 'answer', text: 'Von ChatGPT.' });
    const { stdout } = await amtsfeder(['task', 'summarise', '--input', sample('dienstanweisung.pdf')], {
      OPENAI_API_KEY: 'x',
      OPENAI_BASE_URL: provider.openaiURL,
    });
    expect(stdout).toBe('Von ChatGPT.\n');
    expect(provider.requests.at(-1)?.body).toContain('Homeoffice');
  });

  it.each([
    [['task', 'zaubern', '--input', 'x'], /reply, note, rewrite/],
    [['task', 'reply'], /--input/],
    [['task', 'reply', '--input', 'gibt-es-nicht.txt'], /cannot be read/],
    [['task', 'rewrite', '--input', sample('buergeranfrage.eml')], /not possible with this file/],
    [['task', 'reply', '--input', sample('anschreiben.docx'), '--tone', 'laut'], /input\.tone/],
    [['task', 'reply', '--wrong'], /--wrong/],
    [['zaubern'], /amtsfeder <command>/],
  ])('says what is wrong with %j', async (args, expected) => {
    const { code, stderr } = await amtsfeder(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(expected);
  });

  it('ends with 1 and a German sentence when the model fails', async () => {
    provider.script({ kind: 'status', status: 401, echo: true });
    const { code, stderr, stdout } = await amtsfeder(
      ['task', 'summarise', '--input', sample('bescheidtext.txt')],
      {
        OPENAI_API_KEY: 'sk-geheim-4711',
        OPENAI_BASE_URL: provider.openaiURL,
      },
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/Zugangsschlüssel/);
    expect(stderr + stdout).not.toContain('sk-geheim-4711');
  });
});

describe('amtsfeder models', () => {
  it('lists what is configured and whether it answers', async () => {
    const { code, stdout } = await amtsfeder(['models'], {
      OPENAI_API_KEY: 'x',
      OPENAI_BASE_URL: provider.openaiURL,
      GEMINI_API_KEY: 'x',
      GEMINI_BASE_URL: 'http://127.0.0.1:9',
    });
    expect(code).toBe(1);
    expect(stdout).toMatch(/gpt-5-mini.*antwortet\n/);
    expect(stdout).toMatch(/Gemini.*nicht erreichbar/);
    expect(stdout).toMatch(/Ohne Sprachmodell.*antwortet\n/);
  });
});

describe('amtsfeder manifests', () => {
  it('writes both for the address of an installation', async () => {
    const { code, stdout } = await amtsfeder([
      'manifests',
      '--origin',
      'https://ki.example.de',
      '--out',
      folder,
    ]);
    expect(code).toBe(0);
    const paths = stdout.trim().split('\n');
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      const manifest = await readFile(path, 'utf8');
      expect(manifest).toContain('https://ki.example.de/pane.html');
      expect(manifest).not.toContain('localhost');
    }
  });

  it.each(['http://ki.example.de', 'ki.example.de', 'https://ki.example.de/pfad'])(
    'refuses %s',
    async (origin) => {
      const { code, stderr } = await amtsfeder(['manifests', '--origin', origin, '--out', folder]);
      expect(code).toBe(2);
      expect(stderr).not.toBe('');
    },
  );
});

it('npm hands a signal on, so that a service manager can stop the product', async () => {
  const child = spawn('npm', ['run', '--silent', '--ignore-scripts', 'start'], {
    cwd: inProject('.'),
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  expect(output).toContain('Amtsfeder wird beendet');
});
