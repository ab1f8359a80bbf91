import { describe, expect, it } from '@jest/globals';
import type { ModelInfo } from '../../contract/models.ts';
import { configuredModels, createModels } from './registry.ts';
import { geminiTestSettings, modelOf, openaiTestSettings, testKey } from './testing/samples.ts';

const placed = (id: string, place: ModelInfo['place']) => {
  const model = modelOf(id, () => {
    throw new Error('is not asked');
  });
  return { ...model, info: { ...model.info, place } };
};
const ids = (models: { info: ModelInfo }[]) => models.map(({ info }) => info.id);

describe('the models of the house', () => {
  it('stand in the order of their settings, the built-in one last', () => {
    const settings = [geminiTestSettings('https://example.de'), openaiTestSettings('https://example.de/v1')];
    const models = createModels(settings, { fetch, builtin: placed('builtin', 'intern') });
    expect(ids(models)).toEqual(['gemini', 'openai', 'builtin']);
    expect(models.map(({ info }) => info.provider)).toEqual(['gemini', 'openai', 'openai']);
    expect(models.map(({ contextTokens }) => contextTokens)).toEqual([1_000_000, 128_000, 8_000]);
    expect(JSON.stringify(models)).not.toContain(testKey);
  });
});

it('has one model for each id', () => {
  const first = openaiTestSettings('https://one.example/v1', { label: 'first' });
  const settings = [first, { ...first, label: 'second' }, { ...first, id: 'builtin' }];
  const models = createModels(settings, { fetch, builtin: placed('builtin', 'intern') });
  expect(models.map(({ info }) => info.label)).toEqual(['first', 'builtin']);
});

describe('the configured models', () => {
  it('are told with the address that counts, without their keys', () => {
    const own = openaiTestSettings('https://KI.example.de:8443/v1', {
      id: 'haus',
      model: 'llama-3.3',
      place: 'eu',
    });
    const settings = [
      own,
      { ...own, label: 'second' },
      { ...openaiTestSettings('x'), baseURL: null },
      { ...geminiTestSettings('x'), baseURL: null },
    ];
    const models = configuredModels(settings, placed('builtin', 'intern').info);
    expect(models.map(({ id, model, host }) => [id, model, host])).toEqual([
      ['haus', 'llama-3.3', 'ki.example.de:8443'],
      ['openai', 'scripted', 'api.openai.com'],
      ['gemini', 'scripted', 'generativelanguage.googleapis.com'],
      ['builtin', null, null],
    ]);
    expect(JSON.stringify(models)).not.toContain(testKey);
  });
});
