import { describe, expect, it } from '@jest/globals';
import { findOllama } from './ollama.ts';
import type { Fetch } from './transport.ts';

const { signal } = new AbortController();

/** An Ollama whose answers are given by path, and for `/api/show` by model. */
function ollama(answers: Record<string, unknown>): Fetch {
  return (input, init) => {
    const path = new URL(input as string).pathname;
    const key =
      path === '/api/show' ? `show ${(JSON.parse(init?.body as string) as { model: string }).model}` : path;
    const answer = answers[key];
    return Promise.resolve(answer === undefined ? new Response('', { status: 404 }) : Response.json(answer));
  };
}

const chat = { capabilities: ['completion', 'tools'] };

describe('looking for an Ollama', () => {
  it('finds the local models that can chat', async () => {
    const fetch = ollama({
      '/api/tags': {
        models: [
          { name: 'qwen3:8b' },
          { name: 'nomic-embed-text:latest' },
          { name: 'gpt-oss:120b-cloud', remote_host: 'https://ollama.com:443', remote_model: 'gpt-oss:120b' },
          { name: 'hf.co/amt/modell:Q4' },
        ],
      },
      '/api/ps': { models: [{ name: 'qwen3:8b', context_length: 16_384 }] },
      'show qwen3:8b': { ...chat, parameters: 'num_ctx    8192' },
      'show nomic-embed-text:latest': { capabilities: ['embedding'] },
      'show gpt-oss:120b-cloud': chat,
      'show hf.co/amt/modell:Q4': { ...chat, parameters: 'stop "<|x|>"\nnum_ctx    32768\ntemperature 1' },
    });
    expect(await findOllama(fetch, signal)).toEqual([
      {
        provider: 'openai',
        id: 'ollama-qwen3-8b',
        label: 'qwen3:8b (Ollama)',
        dialect: 'compatible',
        model: 'qwen3:8b',
        baseURL: 'http://127.0.0.1:11434/v1',
        apiKey: null,
        place: 'intern',
        contextTokens: 16_384,
      },
      expect.objectContaining({ id: 'ollama-hf.co-amt-modell-Q4', contextTokens: 32_768 }),
    ]);
  });

  it('takes a few only, and the small window where none is known', async () => {
    const names = Array.from({ length: 6 }, (_, index) => `m${index}`);
    const fetch = ollama({
      '/api/tags': { models: names.map((name) => ({ name })) },
      ...Object.fromEntries(names.map((name) => [`show ${name}`, chat])),
    });
    const found = await findOllama(fetch, signal);
    expect(found.map(({ model, contextTokens }) => [model, contextTokens])).toEqual([
      ['m0', 4_096],
      ['m1', 4_096],
      ['m2', 4_096],
    ]);
  });

  it.each<[string, Fetch]>([
    ['nobody listens', () => Promise.reject(new TypeError('fetch failed'))],
    ['something else listens', () => Promise.resolve(new Response('<html>'))],
    ['the answer is of another kind', ollama({ '/api/tags': { models: 'none' } })],
    ['a name is none', ollama({ '/api/tags': { models: [{ name: '<img src=x>' }] } })],
    ['the answer is endless', () => Promise.resolve(new Response('[' + '"x",'.repeat(500_000)))],
    ['the details are missing', ollama({ '/api/tags': { models: [{ name: 'm' }] } })],
  ])('finds nothing, and is silent, where %s', async (_, fetch) => {
    expect(await findOllama(fetch, signal)).toEqual([]);
  });

  it('does not wait for an answer that does not come', async () => {
    const never: Fetch = (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      });
    expect(await findOllama(never, signal)).toEqual([]);
  });
});
