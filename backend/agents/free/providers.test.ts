import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Source } from '../../../contract/source.ts';
import { builtinModel } from '../../models/builtin/index.ts';
import { geminiModel } from '../../models/gemini.ts';
import type { Model } from '../../models/model.ts';
import { openaiModel } from '../../models/openai.ts';
import { geminiTestSettings, openaiTestSettings } from '../../models/testing/samples.ts';
import { startScriptedProvider, type ScriptedProvider } from '../../models/testing/scripted-provider.ts';
import { testHouse } from '../../testing/fake-house.ts';
import { freeTerms, runFree } from './testing/run-free.ts';

/** One free agent through both wire formats: the same steps, the same result. */

let provider: ScriptedProvider;
beforeAll(async () => {
  provider = await startScriptedProvider();
});
afterAll(() => provider.close());
beforeEach(() => {
  provider.requests.length = 0;
});

const source: Source = {
  kind: 'document',
  title: 'Antrag',
  part: 'whole',
  text: 'Frau Zwiebelhuber beantragt am 30.10.2026 zweimal 120,50 Euro. Frist: ein Monat.',
};
const terms = () =>
  freeTerms(source, {
    order: 'Rechnen Sie Summe und Frist aus.',
    tools: ['rechnen', 'datum'],
    most: { calls: 5, microEuro: 100_000 },
  });
const sum = { tool: 'rechnen', arguments: '{"ausdruck":"euro(120.50) * 2"}', chunks: 4 };
const end = { tool: 'datum', arguments: '{"ausdruck":"frist(datum(\\"2026-10-30\\"), 1, \\"monate\\")"}' };
const text = 'Frau [PERSON_1_NACHNAME] beantragt 241,00 Euro; die Frist endet am 30.11.2026.';

const models: Record<string, () => Model> = {
  openai: () => openaiModel(openaiTestSettings(provider.openaiURL), { fetch }),
  gemini: () => geminiModel(geminiTestSettings(provider.url), { fetch }),
};

describe.each(['openai', 'gemini'])('a free agent with %s', (name) => {
  const house = () => testHouse(() => [models[name]?.() ?? builtinModel()]);

  it('uses tools and rests its text on what they said', async () => {
    provider.script(
      { kind: 'answer', text: 'Ich rechne.', calls: [{ ...sum, signature: 'c2ln' }, end] },
      { kind: 'answer', text, chunks: 9 },
    );
    const { results, turns, events, ...ran } = await runFree(terms(), house());
    expect({ ...ran, turns }).toEqual({ end: 'end', turns: 2 });
    expect([...results.keys()]).toEqual(['zug_1', 'zug_1/werkzeug_1', 'zug_1/werkzeug_2', 'zug_2']);
    expect(results.get('zug_1/werkzeug_1')).toMatchObject({
      said: 'euro(120.50) * 2 = 241,00 Euro',
      refused: false,
    });
    expect(results.get('zug_1/werkzeug_2')).toMatchObject({
      said: expect.stringMatching(/ = 30\.11\.2026$/),
    });
    expect(results.get('zug_2')).toMatchObject({
      text: 'Frau Zwiebelhuber beantragt 241,00 Euro; die Frist endet am 30.11.2026.',
      checks: [],
      calls: [],
    });
    // Each turn was told of with its cost and with what left the house.
    for (const type of ['cost', 'sent'])
      expect(events.filter((event) => event.type === type)).toHaveLength(2);
    const second = provider.requests[1]?.body ?? '';
    expect(second).toContain('241,00 Euro');
    expect(second).not.toContain('Zwiebelhuber');
    expect(second.includes('c2ln')).toBe(name === 'gemini');
  });

  it('is told of a wrong form once, and may do better', async () => {
    const wrong = { tool: 'rechnen', arguments: '{"formel":"1+1"}' };
    provider.script(
      { kind: 'answer', calls: [wrong] },
      { kind: 'answer', calls: [sum] },
      { kind: 'answer', text: 'Es sind 241,00 Euro.' },
    );
    const { results, end: how } = await runFree(terms(), house());
    expect(how).toBe('end');
    expect(results.get('zug_1/werkzeug_1')).toMatchObject({ refused: true });
    expect(results.get('zug_3')).toMatchObject({ text: 'Es sind 241,00 Euro.', checks: [] });
    provider.script({ kind: 'answer', calls: [wrong] });
    expect((await runFree(terms(), house())).end).toBe('form');
  });

  it('fails with a code where its answer is cut in a call', async () => {
    provider.script({ kind: 'answer', calls: [sum], ending: 'none' });
    await expect(runFree(terms(), house())).rejects.toThrow('model_cut');
  });
});

it('goes on with the other provider where the first one fails in the middle', async () => {
  provider.script(
    { kind: 'answer', calls: [sum] },
    ({ format }) =>
      format === 'openai' ? { kind: 'status', status: 400 } : { kind: 'answer', text: 'Fertig.' },
    ({ format }) =>
      format === 'openai' ? { kind: 'status', status: 400 } : { kind: 'answer', text: 'Fertig.' },
  );
  const both = [models.openai, models.gemini].map((make) => make?.() ?? builtinModel());
  const { results } = await runFree(
    terms(),
    testHouse(() => both),
  );
  expect(provider.requests.map(({ format }) => format)).toEqual(['openai', 'openai', 'gemini']);
  expect(results.get('zug_2')).toMatchObject({ text: 'Fertig.' });
  expect(provider.requests[2]?.body).toContain('241,00 Euro');
});

it('does not work without a language model, and says so', async () => {
  await expect(
    runFree(
      terms(),
      testHouse(() => [builtinModel()]),
    ),
  ).rejects.toThrow('agent_model_needed');
});
