import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { geminiModel, readChunk } from './gemini.ts';
import { collect, conversationOf, geminiTestSettings, testKey } from './testing/samples.ts';
import { startScriptedProvider, type ScriptedProvider } from './testing/scripted-provider.ts';

let provider: ScriptedProvider;
beforeAll(async () => {
  provider = await startScriptedProvider();
});
afterAll(() => provider.close());

const { signal } = new AbortController();

describe('a request to Gemini', () => {
  it('carries the conversation, and the key in a header only', async () => {
    const model = geminiModel(geminiTestSettings(provider.url), { fetch });
    const conversation = conversationOf('Kürzer bitte');
    conversation.messages.unshift(
      { role: 'user', text: 'Schreiben Sie.' },
      { role: 'assistant', text: 'Guten Tag.' },
    );
    await collect(model.stream(conversation, signal));
    const request = provider.requests.at(-1);
    expect(request?.path).toBe('/v1beta/models/scripted:streamGenerateContent?alt=sse');
    expect(request?.headers['x-goog-api-key']).toBe(testKey);
    expect(JSON.parse(request?.body ?? '')).toEqual({
      systemInstruction: {
        role: 'user',
        parts: [{ text: 'Du hilfst in einer Stadtverwaltung.' }],
      },
      contents: [
        { role: 'user', parts: [{ text: 'Schreiben Sie.' }] },
        { role: 'model', parts: [{ text: 'Guten Tag.' }] },
        { role: 'user', parts: [{ text: 'Kürzer bitte' }] },
      ],
      generationConfig: {},
    });
  });

  it('takes nothing from the environment of the SDK', async () => {
    const names = {
      GOOGLE_API_KEY: 'other-key',
      GOOGLE_GENAI_USE_VERTEXAI: 'true',
      GOOGLE_CLOUD_PROJECT: 'other-project',
      GOOGLE_GEMINI_BASE_URL: 'http://127.0.0.1:9',
      GOOGLE_GENAI_API_VERSION: 'v9',
    };
    Object.assign(process.env, names);
    const before = provider.requests.length;
    const model = geminiModel(geminiTestSettings(provider.url), { fetch });
    await collect(model.stream(conversationOf('Hallo'), signal));
    for (const name of Object.keys(names)) Reflect.deleteProperty(process.env, name);
    expect(provider.requests.length - before).toBe(1);
    expect(provider.requests.at(-1)?.path).toMatch(/^\/v1beta\/models\/scripted:/);
    expect(JSON.stringify(provider.requests.at(-1)?.headers)).not.toContain('other');
  });
});

const event = (value: object) => readChunk(JSON.stringify(value));
const candidate = (text: string, finishReason: string) =>
  event({ candidates: [{ content: { parts: [{ text }], role: 'model' }, finishReason }] });

describe('an event of Gemini', () => {
  it.each([
    ['MAX_TOKENS', 'answer_too_long'],
    ['SAFETY', 'model_refused'],
    ['RECITATION', 'model_refused'],
    ['PROHIBITED_CONTENT', 'model_refused'],
    ['BLOCKLIST', 'model_refused'],
    ['SPII', 'model_refused'],
    ['LANGUAGE', 'model_refused'],
    ['OTHER', 'model_cut'],
    ['MALFORMED_FUNCTION_CALL', 'model_malformed'],
  ])('takes %s for an end before its time and keeps the text with it', (reason, code) => {
    expect(candidate('Ende', reason)).toMatchObject({ text: 'Ende', end: { code } });
  });

  it('leaves out thoughts but counts them', () => {
    const parts = [{ text: 'Hm.', thought: true }, { text: 'Guten ' }, { text: 'Tag' }];
    const usageMetadata = { promptTokenCount: 5, candidatesTokenCount: 2, thoughtsTokenCount: 40 };
    expect(event({ candidates: [{ content: { parts }, finishReason: 'STOP' }], usageMetadata })).toEqual({
      type: 'part',
      text: 'Guten Tag',
      usage: { inputTokens: 5, outputTokens: 42 },
      end: 'complete',
    });
  });

  it.each([
    [{ promptFeedback: { blockReason: 'SAFETY' } }, 'model_refused'],
    [{ error: { code: 429, status: 'RESOURCE_EXHAUSTED' } }, 'model_busy'],
    [{ error: { code: 503, status: 'UNAVAILABLE' } }, 'model_busy'],
    [{ error: { code: 500, status: 'INTERNAL' } }, 'model_cut'],
    [{ candidates: [{ content: { parts: [{ text: 7 }] } }] }, 'model_malformed'],
    [[], 'model_malformed'],
  ])('throws a typed error for %j', (value, code) => {
    expect(() => event(value)).toThrow(expect.objectContaining({ code }));
  });
});
