/** @jest-environment node */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import type { Configuration, webpack as Webpack } from 'webpack';

// As a namespace it would name all its outdated parts and warn of each.
const webpack = createRequire(import.meta.url)('webpack') as typeof Webpack;

/** The script as classic Outlook loads it. */
let script = '';
let page = '';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsfeder-launch-'));
  const file = join(import.meta.dirname, '../../webpack.config.js');
  const { default: configurations } = (await import(file)) as {
    default: (env: object, options: { mode: string }) => Configuration[];
  };
  const launch = configurations({}, { mode: 'production' }).find(({ name }) => name === 'launch');
  if (launch === undefined) throw new Error('no configuration for launch');
  await new Promise<void>((resolve, reject) => {
    webpack({ ...launch, cache: false, output: { ...launch.output, path: folder } }, (error, stats) => {
      if (error !== null || stats?.hasErrors()) reject(error ?? new Error(stats?.toString()));
      else resolve();
    });
  });
  script = await readFile(join(folder, 'launch.js'), 'utf8');
  page = await readFile(join(folder, 'launch.html'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs the script where nothing is that came after ECMAScript 2016, and no DOM. */
function load(): (event: unknown) => void {
  const handlers = new Map<string, (event: unknown) => void>();
  const done =
    (value: unknown) =>
    (...args: unknown[]) =>
      (args.at(-1) as (result: unknown) => void)({ status: 'succeeded', value });
  const Office = {
    actions: { associate: (name: string, handler: (event: unknown) => void) => handlers.set(name, handler) },
    context: {
      requirements: { isSetSupported: () => false },
      mailbox: {
        item: {
          subject: { getAsync: done('Antwort [[Bitte ergänzen: Aktenzeichen]]') },
          body: {
            getAsync: done(
              '<p>Termin: [[Bitte erg&auml;nzen: Datum]]</p><div id="divRplyFwdMsg">[[alt]]</div>',
            ),
          },
          getAttachmentsAsync: done([]),
        },
      },
    },
  };
  const newer = `
    for (const name of ['matchAll', 'replaceAll', 'padStart', 'padEnd', 'trimStart', 'trimEnd', 'at'])
      delete String.prototype[name];
    for (const name of ['at', 'flat', 'flatMap', 'findLast', 'toSorted', 'toReversed', 'with'])
      delete Array.prototype[name];
    for (const name of ['entries', 'values', 'fromEntries', 'hasOwn', 'groupBy']) delete Object[name];
    delete Promise.prototype.finally; delete Promise.withResolvers; delete Promise.allSettled;`;
  runInNewContext(`${newer}\n${script}`, { Office, setTimeout: () => 0 });
  const [handler] = handlers.values();
  if (handler === undefined) throw new Error('no handler');
  return handler;
}

describe('the script that Outlook starts on sending', () => {
  it('is ECMAScript 2016 without conditional operators, in one file', () => {
    const messages = new Linter().verify(script, {
      languageOptions: { ecmaVersion: 2016, sourceType: 'script' },
      rules: { 'no-ternary': 'error' },
    });
    expect(messages).toEqual([]);
    expect(script).not.toMatch(/\b(?:import\s?\(|importScripts|require\s?\(|document\.)/);
  });

  it('finds what is missing in an engine as old as that', () => {
    const answers: unknown[] = [];
    load()({ completed: (options: unknown) => answers.push(options) });
    expect(answers).toEqual([
      {
        allowEvent: false,
        errorMessage: 'Diese Angaben fehlen noch:\n– Aktenzeichen (im Betreff)\n– Datum',
      },
    ]);
  });

  it('stands behind office.js in its page', () => {
    const sources = [...page.matchAll(/<script( [^>]*)?>/g)].map(([tag]) => tag);
    expect(sources).toEqual([
      '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js">',
      '<script src="launch.js">',
    ]);
  });
});
