import { describe, expect, it } from '@jest/globals';
import type { ConfiguredModel, RegisterEntry, RegisterFacts } from '../../contract/register.ts';
import {
  approvedModels,
  isSameModel,
  missingFor,
  permitsFor,
  priceAt,
  priceOf,
  standingOf,
} from './register.ts';
import { priceOn, testConfigured, testFacts, testStart } from './testing/samples.ts';

const TODAY = '2026-11-27';
const entryOf = (
  facts: Partial<RegisterFacts> = {},
  approval: RegisterEntry['approval'] = { state: 'approved', until: '2027-06-30' },
  model = 'llama',
): RegisterEntry => ({ model, number: 1, facts: testFacts(facts), approval });
const builtin = testConfigured({
  id: 'ohne-modell',
  provider: 'builtin',
  place: 'intern',
  model: null,
  host: null,
});
const ollama = testConfigured({ id: 'ollama-x', place: 'intern', model: 'x', host: '127.0.0.1:11434' });

describe('the standing of a model', () => {
  const standing = (entry?: RegisterEntry, today = TODAY) =>
    standingOf(testConfigured(), entry, today, 'register');

  it('is approved from the approval to its last day', () => {
    expect(standing(entryOf())).toBe('approved');
    expect(standing(entryOf(), '2027-06-30')).toBe('approved');
    expect(standing(entryOf(), '2027-07-01')).toBe('lapsed');
  });

  it('is not approved without an entry, without an approval, and after it was withdrawn', () => {
    expect(standing()).toBe('not-registered');
    expect(standing(entryOf({}, { state: 'none' }))).toBe('not-approved');
    expect(standing(entryOf({}, { state: 'withdrawn' }))).toBe('withdrawn');
  });

  it.each<[string, Partial<ConfiguredModel>]>([
    ['place', { place: 'extern' }],
    ['protocol', { provider: 'gemini' }],
    ['model', { model: 'llama-4' }],
    ['host', { host: 'ki.example.com' }],
  ])('is another one where the %s is configured otherwise', (_, configured) => {
    expect(standingOf(testConfigured(configured), entryOf(), TODAY, 'register')).toBe('differs');
  });

  it('is not approved while what an approval needs is missing', () => {
    expect(standing(entryOf({ pricing: [] }))).toBe('not-approved');
    expect(standing(entryOf({ avvDate: null }))).toBe('not-approved');
  });

  it('needs no entry for the built-in model', () => {
    expect(standingOf(builtin, undefined, TODAY, 'register')).toBe('built-in');
  });

  it('needs one for a model of the house', () => {
    expect(standingOf(ollama, undefined, TODAY, 'register')).toBe('not-registered');
  });

  it('is provisional under the demo, unless somebody approved or withdrew', () => {
    const demo = (entry?: RegisterEntry) => standingOf(testConfigured(), entry, TODAY, 'demo');
    expect(demo()).toBe('provisional');
    expect(demo(entryOf({ host: 'anders.example' }))).toBe('provisional');
    expect(demo(entryOf({}, { state: 'approved', until: '2026-01-01' }))).toBe('provisional');
    expect(demo(entryOf())).toBe('approved');
    expect(demo(entryOf({}, { state: 'withdrawn' }))).toBe('withdrawn');
  });
});

describe('approvedModels', () => {
  const house = [testConfigured(), testConfigured({ id: 'zwei' }), ollama, builtin];

  it('keeps the order, and gives a reason for each that is left out', () => {
    const { approved, refused } = approvedModels(
      house,
      [entryOf({}, undefined, 'zwei')],
      testStart,
      TODAY,
      'register',
    );
    expect(approved.map(({ model, standing }) => [model.id, standing])).toEqual([
      ['zwei', 'approved'],
      ['ohne-modell', 'built-in'],
    ]);
    expect(refused.map(({ model, why }) => [model.id, why])).toEqual([
      ['llama', 'not-registered'],
      ['ollama-x', 'not-registered'],
    ]);
  });

  it('lets a Kommune choose among what is approved, and keep the built-in one', () => {
    const register = [entryOf(), entryOf({}, undefined, 'zwei')];
    const { approved, refused } = approvedModels(
      house,
      register,
      { models: ['zwei', 'ollama-x'] },
      TODAY,
      'register',
    );
    expect(approved.map(({ model }) => model.id)).toEqual(['zwei', 'ohne-modell']);
    expect(refused.map(({ model, why }) => [model.id, why])).toEqual([
      ['llama', 'not-chosen'],
      ['ollama-x', 'not-registered'],
    ]);
  });

  it('knows no price under the demo but that of the house', () => {
    const { approved } = approvedModels(house, [], testStart, TODAY, 'demo');
    expect(approved.map(({ model, price }) => [model.id, price?.inputMicroEuroPerMillion])).toEqual([
      ['llama', undefined],
      ['zwei', undefined],
      ['ollama-x', 0],
      ['ohne-modell', 0],
    ]);
  });

  it('lets a class name fewer', () => {
    const approvals = approvedModels(house, [], testStart, TODAY, 'demo');
    const policy = { classModels: { ...testStart.classModels, social: ['ollama-x', 'gibt-es-nicht'] } };
    const ids = [...house.map(({ id }) => id), 'gibt-es-nicht'];
    const permits = permitsFor(approvals, policy, 'social');
    expect(ids.filter((id) => permits.isForClass(id))).toEqual(['ollama-x', 'ohne-modell']);
    expect(ids.filter((id) => permits.isApproved(id))).toHaveLength(4);
    const others = permitsFor(approvals, policy, 'personal');
    expect(ids.filter((id) => others.isForClass(id))).toHaveLength(4);
  });
});

describe('an approval', () => {
  it('needs a contract that excludes training, and a price', () => {
    expect(missingFor(testFacts(), TODAY)).toEqual([]);
    expect(missingFor(testFacts({ avvDate: null, trainingExcluded: false, pricing: [] }), TODAY)).toEqual([
      'avvDate',
      'trainingExcluded',
      'pricing',
    ]);
    expect(
      missingFor(testFacts({ avvDate: '2026-11-28', pricing: [priceOn('2026-11-28', 1)] }), TODAY),
    ).toEqual(['avvDate', 'pricing']);
  });

  it('needs nothing of the kind in the house', () => {
    expect(
      missingFor(testFacts({ place: 'intern', avvDate: null, trainingExcluded: false, pricing: [] }), TODAY),
    ).toEqual([]);
  });

  it('outlasts new prices and notes, and nothing else', () => {
    const facts = testFacts();
    expect(isSameModel(facts, { ...facts, notes: 'neu', pricing: [priceOn('2027-01-01', 7)] })).toBe(true);
    expect(isSameModel(facts, { ...facts, pricing: [] })).toBe(true);
    for (const more of [
      { region: 'Dublin' },
      { subProcessors: [] },
      { trainingExcluded: false },
      { avvDate: null },
      { retention: { days: 30, text: 'keine Speicherung' } },
      { host: 'anders.example' },
    ]) {
      expect(isSameModel(facts, { ...facts, ...more })).toBe(false);
    }
  });
});

describe('a price', () => {
  const facts = testFacts({
    pricing: [priceOn('2026-07-01', 300), priceOn('2026-01-01', 500), priceOn('2027-01-01', 200)],
  });
  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 500],
    ['2026-06-30', 500],
    ['2026-07-01', 300],
    ['2026-12-31', 300],
    ['2030-01-01', 200],
  ])('of %s is %s', (day, price) => {
    expect(priceAt(facts, day)?.inputMicroEuroPerMillion).toBe(price);
  });

  it('is nothing in the house, unless somebody says otherwise', () => {
    expect(priceAt({ place: 'intern', pricing: [] }, TODAY)?.outputMicroEuroPerMillion).toBe(0);
    expect(
      priceAt({ place: 'intern', pricing: [priceOn('2026-01-01', 9)] }, TODAY)?.inputMicroEuroPerMillion,
    ).toBe(9);
  });

  it('is not that of another model', () => {
    expect(priceOf(testConfigured(), entryOf(), TODAY)?.inputMicroEuroPerMillion).toBe(500_000);
    expect(priceOf(testConfigured({ model: 'llama-4' }), entryOf(), TODAY)).toBeNull();
  });
});
