import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openaiModel, readChunk } from './openai.ts';
import type { OpenAISettings } from './settings.ts';
import { collect, conversationOf, openaiTestSettings, testKey } from './testing/samples.ts';
import { startScriptedProvider, type ScriptedProvider } from './testing/scripted-provider.ts';

let provider: ScriptedProvider;
beforeAll(async () => {
  provider = await startScriptedProvider();
});
afterAll(() => provider.close());

async function requestWith(more: Partial<OpenAISettings>) {
  const model = openaiModel(openaiTestSettings(provider.openaiURL, more), { fetch });
  const conversation = {
    ...conversationOf('Kürzer bitte'),
    messages: [
      { role: 'user', text: 'Schreiben Sie.' },
      { role: 'assistant', text: 'Guten Tag.' },
      { role: 'user', text: 'Kürzer bitte' },
    ],
  } as const;
  const messages = [...conversation.messages];
  await collect(model.stream({ ...conversation, messages }, new AbortController().signal));
  const request = provider.requests.at(-1);
  if (!request) throw new Error('The provider saw no request.');
  return { headers: request.headers, body: JSON.parse(request.body) as unknown };
}

const said = {
  model: 'scripted',
  messages: [
    { role: 'system', content: 'Du hilfst in einer Stadtverwaltung.' },
    { role: 'user', content: 'Schreiben Sie.' },
    { role: 'assistant', content: 'Guten Tag.' },
    { role: 'user', content: 'Kürzer bitte' },
  ],
  stream: true,
};

describe('a request to OpenAI', () => {
  it('asks OpenAI not to keep anything', async () => {
    const { headers, body } = await requestWith({ dialect: 'openai' });
    expect(headers.authorization).toBe(`Bearer ${testKey}`);
    expect(body).toEqual({ ...said, stream_options: { include_usage: true }, store: false });
  });

  it('sends other servers no field that they may refuse', async () => {
    expect((await requestWith({ dialect: 'compatible' })).body).toEqual({
      ...said,
      stream_options: { include_usage: true },
    });
    expect((await requestWith({ dialect: 'strict' })).body).toEqual(said);
  });

  it('sends no key to a server that asks for none', async () => {
    const { headers } = await requestWith({ apiKey: null });
    expect(headers.authorization).toBeUndefined();
  });

  it('takes nothing from the environment of the SDK', async () => {
    const names = { OPENAI_ORG_ID: 'org-x', OPENAI_PROJECT_ID: 'proj-x', OPENAI_API_KEY: 'sk-other' };
    Object.assign(process.env, names);
    const { headers } = await requestWith({});
    for (const name of Object.keys(names)) Reflect.deleteProperty(process.env, name);
    expect(JSON.stringify(headers)).not.toMatch(/org-x|proj-x|sk-other/);
  });
});

const event = (value: object) => readChunk(JSON.stringify(value));
const choice = (delta: object | null, finish: string | null = null) =>
  event({ choices: [{ index: 0, delta, finish_reason: finish }] });

describe('an event of OpenAI', () => {
  it('reads what compatible servers send otherwise', () => {
    // Azure: a first event with filter results only, and late results without a delta.
    expect(
      event({ choices: [], prompt_filter_results: [], usage: { prompt_tokens: 1, completion_tokens: 0 } }),
    ).toEqual({
      type: 'part',
      text: '',
      usage: { inputTokens: 1, outputTokens: 0 },
      end: undefined,
    });
    expect(event({ choices: [{ index: 0, finish_reason: null, content_filter_offsets: {} }] })).toMatchObject(
      { text: '' },
    );
    // Mistral's reasoning models.
    const parts = [
      { type: 'thinking', thinking: [] },
      { type: 'text', text: 'Ja' },
    ];
    expect(choice({ content: parts })).toMatchObject({ text: 'Ja' });
    // Figures in the event of the end mark.
    const last = {
      choices: [{ delta: {}, finish_reason: 'stop' }],
      usage: { prompt_tokens: 3, completion_tokens: 4 },
    };
    expect(event(last)).toMatchObject({ end: 'complete', usage: { inputTokens: 3, outputTokens: 4 } });
  });

  it.each([
    ['length', 'answer_too_long'],
    ['model_length', 'answer_too_long'],
    ['content_filter', 'model_refused'],
    ['error', 'model_cut'],
    ['abort', 'model_cut'],
    ['function_call', 'model_malformed'],
  ])('takes %s for an end before its time and keeps the text with it', (reason, code) => {
    expect(choice({ content: 'Ende' }, reason)).toMatchObject({ text: 'Ende', end: { code } });
  });

  it.each([
    [{ error: { code: 'rate_limit_exceeded', message: 'x' } }, 'model_busy'],
    [{ error: { code: 429, message: 'x' } }, 'model_busy'],
    [{ error: { code: 'content_filter', message: 'x' } }, 'model_refused'],
    [{ error: { code: 'context_length_exceeded' } }, 'too_large'],
    [{ error: { code: 'insufficient_quota' } }, 'model_request_refused'],
    [{ error: 'out of memory' }, 'model_cut'],
    [{ hello: 'world' }, 'model_malformed'],
    [{ choices: [{ delta: { content: 7 } }] }, 'model_malformed'],
  ])('throws a typed error for %j', (value, code) => {
    expect(() => event(value)).toThrow(expect.objectContaining({ code }));
  });
});
