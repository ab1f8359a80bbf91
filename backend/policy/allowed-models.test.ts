import { describe, expect, it } from '@jest/globals';
import type { ModelInfo } from '../../contract/models.ts';
import type { DataClass } from '../../contract/privacy.ts';
import type { Model } from '../models/model.ts';
import { allowedModels, intendedModel } from './allowed-models.ts';
import { defaultPolicy, type Treatments } from './data-classes.ts';
import type { Permits } from './register.ts';
import { everyModel } from './testing/samples.ts';

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
const idsFor = (chosen: string | null, dataClass: DataClass = 'personal', models = house) =>
  allowedModels(models, chosen, defaultPolicy[dataClass], everyModel).map(({ info }) => info.id);
const refusal = expect.objectContaining({ code: 'class_refused' });

describe('allowedModels', () => {
  it('takes the first of the house where none is chosen', () => {
    expect(idsFor(null)[0]).toBe('chatgpt');
  });

  it('lets any language model take over for one outside', () => {
    expect(idsFor('gemini')).toEqual(['gemini', 'chatgpt', 'ionos', 'ollama']);
    expect(idsFor('gemini', 'public')).toEqual(['gemini', 'chatgpt', 'ionos', 'ollama']);
  });

  it('never lets a text go further away than where the person sent it', () => {
    expect(idsFor('ionos')).toEqual(['ionos', 'ollama']);
    expect(idsFor('ollama')).toEqual(['ollama']);
    expect(idsFor('ollama', 'public')).toEqual(['ollama']);
  });

  it('neither replaces the built-in model nor replaces by it', () => {
    expect(idsFor('ohne-modell')).toEqual(['ohne-modell']);
    expect(idsFor(null)).not.toContain('ohne-modell');
  });

  it('refuses a model that is not there', () => {
    const unknown = expect.objectContaining({ code: 'unknown_model' });
    expect(() => idsFor('gpt-99')).toThrow(unknown);
    expect(() => idsFor('gpt-99', 'restricted')).toThrow(unknown);
    expect(() => idsFor(null, 'public', [])).toThrow(unknown);
  });

  it('refuses a chosen model that the class refuses, and asks no other in its place', () => {
    expect(() => idsFor('chatgpt', 'social')).toThrow(refusal);
    expect(() => idsFor('ionos', 'restricted')).toThrow(refusal);
    expect(idsFor('ollama', 'restricted')).toEqual(['ollama']);
    expect(idsFor('ohne-modell', 'restricted')).toEqual(['ohne-modell']);
  });

  it('takes the first that the class allows where none is chosen', () => {
    expect(idsFor(null, 'social')).toEqual(['ionos', 'ollama']);
    expect(idsFor(null, 'restricted')).toEqual(['ollama']);
    expect(idsFor(null, 'social', [chatgpt, ollama, builtin])).toEqual(['ollama']);
  });

  it('refuses rather than to fall back on the built-in model, unless there is no other', () => {
    expect(() => idsFor(null, 'social', [chatgpt, builtin])).toThrow(refusal);
    expect(idsFor(null, 'social', [builtin])).toEqual(['ohne-modell']);
  });

  it('lets none take over that the class refuses', () => {
    const treatments: Treatments = { intern: 'plain', eu: 'refused', extern: 'masked' };
    const ids = allowedModels(house, 'gemini', treatments, everyModel).map(({ info }) => info.id);
    expect(ids).toEqual(['gemini', 'chatgpt', 'ollama']);
  });

  it('lets none take over for which more would have to be masked', () => {
    const treatments: Treatments = { intern: 'plain', eu: 'masked', extern: 'plain' };
    const ids = allowedModels(house, 'chatgpt', treatments, everyModel).map(({ info }) => info.id);
    expect(ids).toEqual(['chatgpt', 'gemini', 'ollama']);
  });
});

describe('allowedModels, where a Kommune may not ask each of them,', () => {
  const permitting = (approved: readonly string[], forClass = approved) => ({
    isApproved: (id: string) => approved.includes(id),
    isForClass: (id: string) => forClass.includes(id),
  });
  const ids = (chosen: string | null, permits: Permits, models = house) =>
    allowedModels(models, chosen, defaultPolicy.public, permits).map(({ info }) => info.id);
  const notApproved = expect.objectContaining({ code: 'model_not_approved' });

  it('takes the first that is approved', () => {
    expect(ids(null, permitting(['ionos', 'ollama', 'ohne-modell']))).toEqual(['ionos', 'ollama']);
  });

  it('refuses the chosen one that is not, and asks no other in its place', () => {
    expect(() => ids('chatgpt', permitting(['ionos', 'ollama']))).toThrow(notApproved);
    expect(() => ids(null, permitting([]))).toThrow(notApproved);
    expect(() => ids('gpt-99', permitting([]))).toThrow(expect.objectContaining({ code: 'unknown_model' }));
  });

  it('lets none take over that is not', () => {
    expect(ids('chatgpt', permitting(['chatgpt', 'ollama']))).toEqual(['chatgpt', 'ollama']);
  });

  it('keeps to the models that the class names', () => {
    const permits = permitting(['chatgpt', 'gemini', 'ollama'], ['gemini', 'ollama']);
    expect(ids(null, permits)).toEqual(['gemini', 'ollama']);
    expect(() => ids('chatgpt', permits)).toThrow(refusal);
  });

  it('takes the built-in one where no other is approved', () => {
    expect(ids(null, permitting(['ohne-modell']))).toEqual(['ohne-modell']);
    expect(() => ids(null, permitting(['chatgpt', 'ohne-modell'], ['ohne-modell']))).toThrow(refusal);
  });
});

describe('intendedModel', () => {
  const intended = (chosen: string | null, dataClass: DataClass, models = house) =>
    intendedModel(models, chosen, defaultPolicy[dataClass], everyModel).info.id;

  it('is the model that a refusal is about', () => {
    expect(intended('chatgpt', 'social')).toBe('chatgpt');
    expect(intended(null, 'social', [chatgpt, gemini, builtin])).toBe('chatgpt');
  });

  it('is the first that is allowed where none is chosen', () => {
    expect(intended(null, 'personal')).toBe('chatgpt');
    expect(intended(null, 'social')).toBe('ionos');
  });
});
