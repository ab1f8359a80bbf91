import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ErrorCode } from '../../contract/errors.ts';
import { geminiModel } from './gemini.ts';
import { guard, type Limits } from './guard.ts';
import type { Model, Piece } from './model.ts';
import { httpFetch } from './http-fetch.ts';
import { openaiModel } from './openai.ts';
import {
  collect,
  conversationOf,
  geminiTestSettings,
  openaiTestSettings,
  testKey,
} from './testing/samples.ts';
import {
  answerOf,
  startScriptedProvider,
  type Script,
  type ScriptedProvider,
} from './testing/scripted-provider.ts';
import { scriptedUsage, wireEvents, type WireFormat } from './testing/wire.ts';

/** Short for a test, long for loopback. */
const limits: Limits = { connect: 2_000, firstToken: 2_000, idle: 2_000, total: 10_000 };
const letter = 'Sehr geehrte Frau Müller,\n\nIhr Bescheid über 1.234,50 € liegt bei. 🏛️';

let provider: ScriptedProvider;
beforeAll(async () => {
  provider = await startScriptedProvider();
});
afterAll(() => provider.close());

function modelFor(format: WireFormat): Model {
  return format === 'openai'
    ? openaiModel(openaiTestSettings(provider.openaiURL), { fetch: httpFetch() })
    : geminiModel(geminiTestSettings(provider.url), { fetch: httpFetch() });
}

function run(format: WireFormat, script: Script, signal = new AbortController().signal, own = limits) {
  provider.script(script);
  return collect(guard(modelFor(format), conversationOf('Bitte antworten'), signal, own));
}

function lastRequest() {
  const request = provider.requests.at(-1);
  if (!request) throw new Error('The provider saw no request.');
  return request;
}

describe.each<WireFormat>(['openai', 'gemini'])('a model behind %s', (format) => {
  it('tells the whole answer, its figures and its end', async () => {
    const { parts, text, error } = await run(format, { kind: 'answer', text: letter, chunks: 9 });
    expect(error).toBeUndefined();
    expect(text).toBe(letter);
    expect(parts[0]).toEqual({ type: 'open' });
    expect(parts.slice(-2)).toEqual([{ type: 'usage', ...scriptedUsage }, { type: 'end' }]);
  });

  it('reads an answer whose bytes come one by one, also inside a character', async () => {
    const { text, error } = await run(format, {
      kind: 'answer',
      text: letter,
      chunks: 5,
      split: 'every-byte',
    });
    expect({ text, error }).toEqual({ text: letter, error: undefined });
  });

  it('ends without figures where the provider sends none', async () => {
    const { parts } = await run(format, { kind: 'answer', text: letter, usage: false });
    expect(parts.map(({ type }) => type)).not.toContain('usage');
    expect(parts.at(-1)).toEqual({ type: 'end' });
  });

  it('keeps thoughts out of the answer, but takes them as a sign of life', async () => {
    const { parts, text } = await run(format, { kind: 'answer', text: letter, thoughts: 3, delayMs: 5 });
    expect(text).toBe(letter);
    expect(parts.map(({ type }) => type)).toContain('alive');
  });

  const failures: [string, Script, ErrorCode][] = [
    ['a key that is refused', { kind: 'status', status: 401, echo: true }, 'model_key_refused'],
    ['a model that is not allowed', { kind: 'status', status: 403 }, 'model_key_refused'],
    ['a bad request', { kind: 'status', status: 400 }, 'model_request_refused'],
    ['an unknown model', { kind: 'status', status: 404 }, 'model_request_refused'],
    ['a request that does not validate', { kind: 'status', status: 422 }, 'model_request_refused'],
    ['too many requests', { kind: 'status', status: 429 }, 'model_busy'],
    ['an internal error', { kind: 'status', status: 500 }, 'model_unreachable'],
    ['a bad gateway', { kind: 'status', status: 502 }, 'model_unreachable'],
    ['an overload', { kind: 'status', status: 503 }, 'model_busy'],
    ['an error page', { kind: 'status', status: 500, body: '<html>' }, 'model_unreachable'],
    ['a page instead of a stream', { kind: 'status', status: 200, body: '<html>' }, 'model_malformed'],
    ['malformed JSON', { kind: 'bytes', bytes: 'data: {"choices": [\n\n' }, 'model_malformed'],
    [
      'JSON of another kind',
      { kind: 'bytes', bytes: 'data: {"usage": 3, "candidates": 4}\n\n' },
      'model_malformed',
    ],
    ['bytes that are no UTF-8', { kind: 'bytes', bytes: Buffer.from([0xc3, 0x28]) }, 'model_malformed'],
    ['an empty stream', { kind: 'bytes', bytes: '' }, 'model_cut'],
    ['an empty answer', { kind: 'answer', text: '' }, 'model_empty'],
    ['an answer of white space', { kind: 'answer', text: ' \n \n', chunks: 3 }, 'model_empty'],
    ['an answer without end mark', { kind: 'answer', text: letter, ending: 'none' }, 'model_cut'],
    ['an answer that ran out of room', { kind: 'answer', text: letter, ending: 'length' }, 'answer_too_long'],
    ['an answer that was filtered', { kind: 'answer', text: letter, ending: 'filter' }, 'model_refused'],
    ['a refusal', { kind: 'answer', text: '', ending: 'refusal' }, 'model_refused'],
    ['an error inside the stream', { kind: 'answer', text: letter, ending: 'error' }, 'model_cut'],
  ];
  it.each(failures)('gives a typed error for %s', async (_, script, code) => {
    const { parts, text, error } = await run(format, script);
    expect(error?.code).toBe(code);
    expect(parts.map(({ type }) => type)).not.toContain('end');
    if (script.kind === 'answer') expect(text).toBe(script.text?.trim() === '' ? '' : script.text);
  });

  it.each([
    ['seconds', '7', 7_000, 7_000],
    ['a date', new Date(Date.now() + 60_000).toUTCString(), 40_000, 60_000],
    ['nonsense', 'soon', undefined, undefined],
  ])('passes on how long to wait, given as %s', async (_, value, least, most) => {
    const { error } = await run(format, { kind: 'status', status: 429, headers: { 'retry-after': value } });
    expect(error?.code).toBe('model_busy');
    if (least === undefined) expect(error?.retryAfterMs).toBeUndefined();
    else expect(error?.retryAfterMs).toBeGreaterThanOrEqual(least);
    if (most !== undefined) expect(error?.retryAfterMs).toBeLessThanOrEqual(most);
  });

  it('asks once and no more, whatever happens', async () => {
    const before = provider.requests.length;
    await run(format, { kind: 'status', status: 500 });
    await run(format, { kind: 'status', status: 429, headers: { 'retry-after': '1' } });
    expect(provider.requests.length - before).toBe(2);
  });

  it('follows no redirect', async () => {
    const target = await startScriptedProvider();
    const { error } = await run(format, {
      kind: 'status',
      status: 307,
      headers: { location: `${target.url}${lastRequest().path}` },
    });
    expect(error?.code).toBe('model_request_refused');
    expect(target.requests).toEqual([]);
    await target.close();
  });

  it('tells nothing of the key, the address or the words of the provider', async () => {
    const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
      jest.spyOn(console, name),
    );
    const scripts: Script[] = [
      { kind: 'status', status: 401, echo: true },
      { kind: 'status', status: 500, echo: true },
      { kind: 'bytes', bytes: `data: {"error": {"message": "Incorrect ${testKey}"}}\n\n` },
      { kind: 'bytes', bytes: `data: {broken ${testKey}\n\n` },
    ];
    for (const script of scripts) {
      const { error } = await run(format, script);
      const all = `${error?.message} ${error?.stack} ${JSON.stringify(error)} ${String(error?.cause)}`;
      expect(all).not.toContain(testKey);
      expect(all).not.toContain('Incorrect');
      expect(all).not.toContain('127.0.0.1');
    }
    for (const spy of printed) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });

  it('reports an address where nobody listens', async () => {
    const gone = await startScriptedProvider();
    await gone.close();
    const model =
      format === 'openai'
        ? openaiModel(openaiTestSettings(gone.openaiURL), { fetch: httpFetch() })
        : geminiModel(geminiTestSettings(gone.url), { fetch: httpFetch() });
    const { error } = await collect(model.stream(conversationOf('Hallo'), new AbortController().signal));
    expect(error?.code).toBe('model_unreachable');
    expect(await model.probe(new AbortController().signal)).toBe('model_unreachable');
  });

  it('answers a probe', async () => {
    expect(await modelFor(format).probe(new AbortController().signal)).toBe('ready');
  });

  it('does not take a refused key for a bad request', async () => {
    const body = JSON.stringify({
      error: { code: 400, status: 'INVALID_ARGUMENT', details: [{ reason: 'API_KEY_INVALID' }] },
    });
    const { error } = await run(format, { kind: 'status', status: 400, body });
    expect(error?.code).toBe('model_key_refused');
  });

  it.each<[string, Script, Piece['type'] | undefined]>([
    ['before the headers', { kind: 'silence' }, undefined],
    ['before the first text', { kind: 'headers-only' }, 'open'],
    ['in the middle', { kind: 'answer', text: letter, chunks: 40, delayMs: 20 }, 'text'],
  ])('closes the connection to the provider on a stop %s', async (_, script, after) => {
    const before = provider.requests.length;
    provider.script(script);
    const control = new AbortController();
    const answer = collect(
      guard(modelFor(format), conversationOf('Hallo'), control.signal, limits),
      ({ type }) => {
        if (type === after) control.abort();
      },
    );
    if (after === undefined) {
      while (provider.requests.length === before) await new Promise((resolve) => setTimeout(resolve, 2));
      control.abort();
    }
    expect((await answer).error?.code).toBe('stopped');
    expect((await lastRequest().closed).early).toBe(true);
  });

  it('closes the connection to the provider when the reader leaves', async () => {
    provider.script({ kind: 'answer', text: letter, chunks: 40, delayMs: 20 });
    for await (const piece of guard(
      modelFor(format),
      conversationOf('Hallo'),
      new AbortController().signal,
      limits,
    )) {
      if (piece.type === 'text') break;
    }
    expect((await lastRequest().closed).early).toBe(true);
  });

  it.each<[string, Script, ErrorCode]>([
    ['no headers', { kind: 'silence' }, 'model_silent'],
    ['no first text', { kind: 'headers-only' }, 'model_silent'],
    [
      'no further text',
      { kind: 'answer', text: letter, chunks: 8, fault: { at: 700, how: 'stall' } },
      'model_stalled',
    ],
  ])('gives up and closes the connection when %s comes', async (_, script, code) => {
    const short: Limits = { connect: 80, firstToken: 80, idle: 80, total: 5_000 };
    const { error } = await run(format, script, undefined, short);
    expect(error?.code).toBe(code);
    expect((await lastRequest().closed).early).toBe(true);
  });

  it('ends without a provider that keeps the connection open behind the end mark', async () => {
    const script = { kind: 'answer', text: letter, chunks: 3 } as const;
    const bytes = Buffer.byteLength(wireEvents(format, answerOf(script), 'scripted').join(''));
    const { text, error } = await run(format, { ...script, fault: { at: bytes, how: 'stall' } });
    expect({ text, error }).toEqual({ text: letter, error: undefined });
  });
});
