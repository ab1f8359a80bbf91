import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { recogniserThread } from './recogniser-thread.ts';
import { noTerms } from './terms.ts';

const open: { close(): void }[] = [];
afterEach(() => {
  for (const thread of open.splice(0)) thread.close();
});

const going = new AbortController().signal;

/** A thread that does what the test wants instead of recognising. */
async function threadDoing(code: string, timeMs = 20_000) {
  const file = join(await mkdtemp(join(tmpdir(), 'thread-')), 'worker.mjs');
  await writeFile(file, `import { parentPort } from 'node:worker_threads';\n${code}`);
  const thread = recogniserThread(timeMs, pathToFileURL(file));
  open.push(thread);
  return thread;
}

const answering = (body: string) => `parentPort.on('message', (job) => { ${body} });`;

describe('the thread of the recogniser', () => {
  it('finds what the recogniser finds', async () => {
    const thread = recogniserThread();
    open.push(thread);
    const text = 'Sehr geehrte Frau Zwiebelhuber, Ihre IBAN DE02 1203 0000 0000 2020 51';
    const [items] = await thread.recognise([{ text }], noTerms, going);
    expect(items?.map(({ start, end, kind }) => [kind, text.slice(start, end)])).toEqual([
      ['person', 'Zwiebelhuber'],
      ['iban', 'DE02 1203 0000 0000 2020 51'],
    ]);
  });

  it('refuses where the recogniser fails, and works again for the next', async () => {
    const thread = await threadDoing(
      answering(
        `parentPort.postMessage(job.texts[0].text === 'bad' ? { type: 'fault' } : { type: 'found', items: [[]] })`,
      ),
    );
    await expect(thread.recognise([{ text: 'bad' }], noTerms, going)).rejects.toMatchObject({
      code: 'masking_failed',
    });
    await expect(thread.recognise([{ text: 'good' }], noTerms, going)).resolves.toEqual([[]]);
  });

  it.each([
    ['throws', answering(`throw new Error('Frau Weber');`)],
    ['ends', answering(`process.exit(0);`)],
    ['cannot be loaded', `throw new Error('broken');`],
  ])('refuses where the thread %s, without a word of the text', async (_what, code) => {
    const thread = await threadDoing(code);
    const failure = await thread
      .recognise([{ text: 'Frau Weber' }], noTerms, going)
      .catch((fault: unknown) => fault);
    expect(failure).toMatchObject({ code: 'masking_failed' });
    expect(String(failure)).not.toContain('Weber');
  });

  it('refuses where it takes too long, also in an endless loop', async () => {
    const thread = await threadDoing(
      answering(
        `if (job.texts[0].text === 'slow') for (;;); parentPort.postMessage({ type: 'found', items: [[]] })`,
      ),
      300,
    );
    await expect(thread.recognise([{ text: 'slow' }], noTerms, going)).rejects.toMatchObject({
      code: 'masking_too_slow',
    });
    await expect(thread.recognise([{ text: 'fast' }], noTerms, going)).resolves.toEqual([[]]);
  });

  it('ends with the person who asked, and answers the next', async () => {
    const thread = await threadDoing(
      answering(`if (job.texts[0].text !== 'slow') parentPort.postMessage({ type: 'found', items: [[]] })`),
    );
    const gone = new AbortController();
    const waiting = thread.recognise([{ text: 'slow' }], noTerms, gone.signal);
    setTimeout(() => gone.abort(), 20);
    await expect(waiting).rejects.toMatchObject({ code: 'stopped' });
    await expect(thread.recognise([{ text: 'fast' }], noTerms, going)).resolves.toEqual([[]]);
  });

  it('answers each of many requests with its own', async () => {
    const thread = await threadDoing(
      answering(
        `parentPort.postMessage({ type: 'found', items: [[{ start: 0, end: job.texts[0].text.length, kind: 'other', rule: '' }]] })`,
      ),
    );
    const lengths = [3, 1, 7, 2, 9];
    const all = await Promise.all(
      lengths.map((length) => thread.recognise([{ text: 'x'.repeat(length) }], noTerms, going)),
    );
    expect(all.map(([items]) => items?.[0]?.end)).toEqual(lengths);
  });
});
