import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { httpFetch } from '../http-fetch.ts';
import { ModelError } from '../model.ts';
import type { EmbeddingSettings } from '../settings.ts';
import { geminiTestSettings, openaiTestSettings, testKey } from '../testing/samples.ts';
import { createEmbedders } from './create.ts';
import { MAX_BATCH } from './embedder.ts';
import { type ScriptedEmbeddings, startScriptedEmbeddings, vowelsOf } from './testing/scripted-embeddings.ts';

let provider: ScriptedEmbeddings;
beforeAll(async () => {
  provider = await startScriptedEmbeddings();
});
beforeEach(() => {
  provider.requests.length = 0;
  provider.fault = () => null;
});
afterAll(() => provider.close());

type Own = Pick<EmbeddingSettings, 'dimensions' | 'prefixes'>;
const plain: Own = { dimensions: null, prefixes: { passage: '', question: '' } };
const never = () => new AbortController().signal;
const settingsOf = (kind: 'openai' | 'gemini', more: Partial<Own> = {}): EmbeddingSettings => ({
  ...(kind === 'openai' ? openaiTestSettings(`${provider.url}/v1`) : geminiTestSettings(provider.url)),
  ...plain,
  ...more,
});
const embedder = (kind: 'openai' | 'gemini', more: Partial<Own> = {}) => {
  const [made] = createEmbedders([settingsOf(kind, more)], { fetch: httpFetch() });
  if (!made) throw new Error('There is no model.');
  return made;
};
const unit = (text: string) => {
  const vector = vowelsOf(text);
  return Float32Array.from(vector, (value) => value / Math.hypot(...vector));
};

describe.each(['openai', 'gemini'] as const)('embeddings of %s', (kind) => {
  it('come in the order of the texts, at length one', async () => {
    const texts = ['Straße', 'Urlaub', 'Öffnung'];
    const { vectors, inputTokens, estimated } = await embedder(kind).embed(texts, 'passage', never());
    expect(vectors).toEqual(texts.map(unit));
    expect([inputTokens, estimated]).toEqual(kind === 'openai' ? [7, false] : [5, true]);
    expect(provider.requests).toHaveLength(1);
  });

  it('are asked for as the settings say, with the key in its header only', async () => {
    const prefixes = { passage: 'passage: ', question: 'query: ' };
    const model = embedder(kind, { dimensions: 5, prefixes });
    await model.embed(['Antrag'], 'passage', never());
    await model.embed(['Antrag?'], 'question', never());
    const [first, second] = provider.requests;
    expect([first?.texts, second?.texts]).toEqual([['passage: Antrag'], ['query: Antrag?']]);
    expect(JSON.stringify([first?.body, first?.path])).not.toContain(testKey);
    if (kind === 'openai') {
      expect(first?.headers.authorization).toBe(`Bearer ${testKey}`);
      expect(first?.body).toEqual({
        ...{ model: 'scripted', input: ['passage: Antrag'], encoding_format: 'float', dimensions: 5 },
      });
    } else {
      expect(first?.headers['x-goog-api-key']).toBe(testKey);
      expect(first?.body).toMatchObject({
        requests: [{ taskType: 'RETRIEVAL_DOCUMENT', outputDimensionality: 5 }],
      });
      expect(second?.body).toMatchObject({ requests: [{ taskType: 'RETRIEVAL_QUERY' }] });
    }
  });

  it('are asked for again where the provider is busy, and not where it refuses', async () => {
    let times = 0;
    provider.fault = () => (times++ === 0 ? { status: 503, body: '{}' } : null);
    await embedder(kind).embed(['Antrag'], 'passage', never());
    expect(provider.requests).toHaveLength(2);
    provider.fault = () => ({ status: 401, body: JSON.stringify({ error: { message: testKey } }) });
    const fault: unknown = await embedder(kind)
      .embed(['Antrag'], 'passage', never())
      .catch((caught: unknown) => caught);
    expect(fault).toEqual(new ModelError('model_key_refused'));
    expect(JSON.stringify(fault) + String(fault) + String((fault as Error).stack)).not.toContain(testKey);
    expect(provider.requests).toHaveLength(3);
  });

  it.each<[string, (kind: 'openai' | 'gemini') => unknown]>([
    ['nothing', () => ({})],
    ['too few', (of) => (of === 'openai' ? { data: [] } : { embeddings: [] })],
    [
      'no numbers',
      (of) => (of === 'openai' ? { data: [{ embedding: ['x'] }] } : { embeddings: [{ values: ['x'] }] }),
    ],
    [
      'a vector without a direction',
      (of) => (of === 'openai' ? { data: [{ embedding: [0, 0] }] } : { embeddings: [{ values: [0, 0] }] }),
    ],
    [
      'another length than wanted',
      (of) => (of === 'openai' ? { data: [{ embedding: [1] }] } : { embeddings: [{ values: [1] }] }),
    ],
  ])('are refused where the answer holds %s', async (_, answer) => {
    provider.fault = () => ({ answer: answer(kind) });
    await expect(embedder(kind, { dimensions: 2 }).embed(['Antrag'], 'passage', never())).rejects.toEqual(
      new ModelError('model_malformed'),
    );
  });

  it('end with an abort, and are never asked for too many texts', async () => {
    provider.fault = () => 'silence';
    const controller = new AbortController();
    const asking = embedder(kind).embed(['Antrag'], 'passage', controller.signal);
    controller.abort();
    await expect(asking).rejects.toEqual(new ModelError('stopped'));
    const many = Array.from({ length: MAX_BATCH + 1 }, () => 'x');
    await expect(embedder(kind).embed(many, 'passage', never())).rejects.toEqual(new ModelError('too_large'));
    expect(await embedder(kind).embed([], 'passage', never())).toMatchObject({ vectors: [] });
  });
});

it('asks no host that is out of reach', async () => {
  const [model] = createEmbedders([{ ...openaiTestSettings('https://169.254.169.254/v1'), ...plain }], {
    fetch: httpFetch(),
  });
  await expect(model?.embed(['Antrag'], 'passage', never())).rejects.toEqual(
    new ModelError('model_request_refused'),
  );
});
