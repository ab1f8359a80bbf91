import { describe, expect, it } from '@jest/globals';
import type { ModelInfo } from '../../contract/models.ts';
import type { Model } from '../models/model.ts';
import { allowedModels } from './allowed-models.ts';

function model(id: string, place: ModelInfo['place'], provider: ModelInfo['provider'] = 'openai'): Model {
  return {
    info: { id, label: id, provider, place },
    contextTokens: 1000,
    stream: () => {
      throw new Error('not asked here');
    },
    probe: () => Promise.resolve('ready'),
  };
}

const chatgpt = model('chatgpt', 'extern');
const gemini = model('gemini', 'extern', 'gemini');
const ionos = model('ionos', 'eu');
const ollama = model('ollama', 'intern');
const builtin = model('ohne-modell', 'intern', 'builtin');
const house = [chatgpt, gemini, ionos, ollama, builtin];
const idsFor = (chosen: string | null) => allowedModels(house, chosen).map(({ info }) => info.id);

describe('allowedModels', () => {
  it('takes the first of the house where none is chosen', () => {
    expect(idsFor(null)[0]).toBe('chatgpt');
  });

  it('lets any language model take over for one outside', () => {
    expect(idsFor('gemini')).toEqual(['gemini', 'chatgpt', 'ionos', 'ollama']);
  });

  it('never lets a text go further away than where the person sent it', () => {
    expect(idsFor('ionos')).toEqual(['ionos', 'ollama']);
    expect(idsFor('ollama')).toEqual(['ollama']);
  });

  it('neither replaces the built-in model nor replaces by it', () => {
    expect(idsFor('ohne-modell')).toEqual(['ohne-modell']);
    expect(idsFor(null)).not.toContain('ohne-modell');
  });

  it('refuses a model that is not there', () => {
    expect(() => idsFor('gpt-99')).toThrow(expect.objectContaining({ code: 'unknown_model' }));
  });
});
