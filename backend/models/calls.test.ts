import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ToolCall } from '../../contract/agents/tool-call.ts';
import { ask, type Answer } from './ask.ts';
import { OWN_ID } from './call-parts.ts';
import { geminiModel } from './gemini.ts';
import type { Conversation, Model, OfferedTool } from './model.ts';
import { openaiModel } from './openai.ts';
import { collect, conversationOf, geminiTestSettings, openaiTestSettings } from './testing/samples.ts';
import { type Script, startScriptedProvider, type ScriptedProvider } from './testing/scripted-provider.ts';

let provider: ScriptedProvider;
beforeAll(async () => {
  provider = await startScriptedProvider();
});
afterAll(() => provider.close());

const { signal } = new AbortController();
const tools: OfferedTool[] = [
  {
    name: 'wissen',
    description: 'Schlägt nach.',
    parameters: { type: 'object', properties: { frage: { type: 'string' } }, required: ['frage'] },
  },
];
const withTools = (more: Partial<Conversation> = {}): Conversation => ({
  ...conversationOf('Bitte prüfen.'),
  tools,
  ...more,
});
const frage = (text: string) => JSON.stringify({ frage: text });
const GOOD = { tool: 'wissen', arguments: frage('Was gilt für „Größe“ 🏛️?') };

const modelFor = (format: 'openai' | 'gemini'): Model =>
  format === 'openai'
    ? openaiModel(openaiTestSettings(provider.openaiURL), { fetch })
    : geminiModel(geminiTestSettings(provider.url), { fetch });

async function asked(model: Model, script: Script, conversation = withTools()) {
  provider.script(script);
  const { parts, text, error } = await collect<Answer>(ask([model], conversation, signal, { retries: 0 }));
  const calls = parts.flatMap((part) => (part.type === 'call' ? [part.call] : []));
  const usage = parts.find((part) => part.type === 'usage');
  return { text, calls, usage, code: error?.code, types: parts.map(({ type }) => type) };
}

const sent = () => JSON.parse(provider.requests.at(-1)?.body ?? '') as Record<string, unknown>;

describe.each(['openai', 'gemini'] as const)('calls of tools through %s', (format) => {
  it('come whole after the text, also where the bytes are torn apart', async () => {
    const calls = [GOOD, { ...GOOD, tool: 'datum', arguments: '{"ausdruck":"heute"}', chunks: 5 }];
    for (const split of [[], 'every-byte'] as const) {
      const got = await asked(modelFor(format), { kind: 'answer', text: 'Ich sehe nach.', calls, split });
      expect(got).toMatchObject({ text: 'Ich sehe nach.', code: undefined });
      expect(got.calls.map(({ tool, arguments: written }) => ({ tool, arguments: written }))).toEqual([
        GOOD,
        { tool: 'datum', arguments: '{"ausdruck":"heute"}' },
      ]);
      expect(new Set(got.calls.map(({ id }) => id)).size).toBe(2);
      expect(got.types.slice(-4)).toEqual(['call', 'call', 'usage', 'end']);
    }
  });

  it('need no text beside them', async () => {
    const got = await asked(modelFor(format), { kind: 'answer', calls: [GOOD] });
    expect(got).toMatchObject({ text: '', calls: [{ tool: 'wissen' }], code: undefined });
    expect(got.usage).toMatchObject({ estimated: false });
  });

  it('are told also of a tool that was never offered: it is refused where tools are used', async () => {
    const call = { tool: 'mail_senden', arguments: '{"an":"x"}' };
    for (const conversation of [withTools(), withTools({ tools: [] })]) {
      const got = await asked(modelFor(format), { kind: 'answer', calls: [call] }, conversation);
      expect(got.calls).toEqual([expect.objectContaining(call)]);
    }
  });

  it('are a fault in a conversation without tools, before any of them is told', async () => {
    const got = await asked(modelFor(format), { kind: 'answer', calls: [GOOD] }, conversationOf('Hallo'));
    expect(got).toMatchObject({ calls: [], code: 'model_malformed' });
  });

  it('are not told where the answer is cut behind them', async () => {
    const got = await asked(modelFor(format), { kind: 'answer', text: 'Ich', calls: [GOOD], ending: 'none' });
    expect(got).toMatchObject({ text: 'Ich', calls: [], code: 'model_cut' });
  });

  it('are none where they were cut off for length', async () => {
    const got = await asked(modelFor(format), { kind: 'answer', calls: [GOOD], ending: 'length' });
    expect(got).toMatchObject({ calls: [], code: 'answer_too_long' });
  });

  it('are bounded in their length and their number', async () => {
    const long = { tool: 'wissen', arguments: frage('x'.repeat(4_001)), chunks: 40 };
    expect(await asked(modelFor(format), { kind: 'answer', calls: [long] })).toMatchObject({
      calls: [],
      code: 'model_malformed',
    });
    const many = Array.from({ length: 31 }, () => GOOD);
    expect(await asked(modelFor(format), { kind: 'answer', calls: many })).toMatchObject({
      calls: [],
      code: 'model_malformed',
    });
  });

  it('do not lead to another model once one was told', async () => {
    provider.script({ kind: 'answer', calls: [GOOD] }, { kind: 'answer', text: 'Zweites Modell.' });
    const models = [modelFor(format), modelFor('openai')];
    const before = provider.requests.length;
    await expect(async () => {
      for await (const answer of ask(models, withTools(), signal, { retries: 0 })) {
        if (answer.type === 'call') throw new Error('stopped here');
      }
    }).rejects.toThrow('stopped here');
    expect(provider.requests.length - before).toBe(1);
  });

  it('count where a provider gives no figures', async () => {
    const got = await asked(modelFor(format), { kind: 'answer', calls: [GOOD], usage: false });
    const chars = GOOD.tool.length + GOOD.arguments.length;
    expect(got.usage).toMatchObject({ estimated: true, outputTokens: Math.ceil(chars / 4) });
  });
});

const call = (more: Partial<ToolCall> = {}): ToolCall => ({
  id: 'call_1',
  tool: 'wissen',
  arguments: frage('Was gilt?'),
  ...more,
});
const history = (...calls: ToolCall[]): Conversation =>
  withTools({
    messages: [
      { role: 'user', text: 'Bitte prüfen.' },
      { role: 'assistant', text: '', calls },
      ...calls.map((one) => ({ role: 'tool' as const, text: `Antwort auf ${one.id}`, call: one })),
    ],
  });

describe('what OpenAI is told', () => {
  it('are the tools, the calls so far and their answers; nothing is kept there', async () => {
    await asked(
      modelFor('openai'),
      { kind: 'answer', text: 'Gut.' },
      history(call(), call({ id: 'call_2' })),
    );
    const one = (id: string) => ({
      id,
      type: 'function',
      function: { name: 'wissen', arguments: frage('Was gilt?') },
    });
    expect(sent()).toMatchObject({
      store: false,
      tools: [{ type: 'function', function: { ...tools[0] } }],
      messages: [
        { role: 'system' },
        { role: 'user', content: 'Bitte prüfen.' },
        { role: 'assistant', content: null, tool_calls: [one('call_1'), one('call_2')] },
        { role: 'tool', tool_call_id: 'call_1', content: 'Antwort auf call_1' },
        { role: 'tool', tool_call_id: 'call_2', content: 'Antwort auf call_2' },
      ],
    });
  });

  it('is nothing of tools where none may be used', async () => {
    await asked(modelFor('openai'), { kind: 'answer', text: 'Gut.' }, withTools({ tools: [] }));
    expect(Object.keys(sent())).not.toContain('tools');
  });

  it('holds nothing that a server would fail on', async () => {
    const broken = call({ tool: 'mail senden!', arguments: '{"frage": ' });
    await asked(modelFor('openai'), { kind: 'answer', text: 'Gut.' }, history(broken));
    expect(sent()).toMatchObject({
      messages: [{}, {}, { tool_calls: [{ function: { name: 'mail_senden_', arguments: '{}' } }] }, {}],
    });
  });

  it('leaves broken arguments to whoever uses the tool', async () => {
    const got = await asked(modelFor('openai'), {
      kind: 'answer',
      calls: [{ tool: 'wissen', arguments: '{"frage": "Was' }],
    });
    expect(got).toMatchObject({ calls: [{ arguments: '{"frage": "Was' }], code: undefined });
  });

  const bytes = (...deltas: object[]) => {
    const event = (delta: object, finish: string | null) =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
    return `${deltas.map((delta) => event(delta, null)).join('')}${event({}, 'tool_calls')}data: [DONE]\n\n`;
  };

  it('is understood from servers that number all calls alike, or not at all', async () => {
    const whole = (id: string, index?: number) => ({
      ...(index === undefined ? {} : { index }),
      id,
      function: { name: 'wissen', arguments: frage(id) },
    });
    for (const deltas of [
      [{ tool_calls: [whole('a', 0)] }, { tool_calls: [whole('b', 0)] }],
      [{ tool_calls: [whole('a'), whole('b')] }],
    ]) {
      const got = await asked(modelFor('openai'), { kind: 'bytes', bytes: bytes(...deltas) });
      expect(got.calls).toEqual([
        { id: 'a', tool: 'wissen', arguments: frage('a') },
        { id: 'b', tool: 'wissen', arguments: frage('b') },
      ]);
    }
  });

  it('mixes no pieces of calls that come side by side', async () => {
    const piece = (index: number, more: object) => ({ tool_calls: [{ index, ...more }] });
    const got = await asked(modelFor('openai'), {
      kind: 'bytes',
      bytes: bytes(
        piece(0, { id: 'a', function: { name: 'wissen', arguments: '{"frage":' } }),
        piece(1, { id: 'b', function: { name: 'datum', arguments: '{"ausdruck":' } }),
        piece(0, { function: { arguments: '"eins"}' } }),
        piece(1, { function: { arguments: '"heute"}' } }),
      ),
    });
    expect(got.calls.map(({ arguments: written }) => written)).toEqual([
      '{"frage":"eins"}',
      '{"ausdruck":"heute"}',
    ]);
  });

  it('is no call without a name, and none behind the end', async () => {
    const nameless = bytes({ tool_calls: [{ index: 0, id: 'a', function: { arguments: '{}' } }] });
    const late = `${bytes({ content: 'Ja' }).replace('data: [DONE]\n\n', '')}${bytes({ tool_calls: [{ index: 0, id: 'a', function: { name: 'x' } }] })}`;
    for (const wrong of [nameless, late]) {
      const got = await asked(modelFor('openai'), { kind: 'bytes', bytes: wrong });
      expect(got).toMatchObject({ calls: [], code: 'model_malformed' });
    }
  });
});

describe('what Gemini is told', () => {
  const geminiNamed = (model: string) =>
    geminiModel({ ...geminiTestSettings(provider.url), model }, { fetch });

  it('are declarations, the calls so far and their answers, those of a turn together', async () => {
    const own = call({ id: `${OWN_ID}7` });
    await asked(modelFor('gemini'), { kind: 'answer', text: 'Gut.' }, history(own, call({ id: 'fc-2' })));
    const args = { frage: 'Was gilt?' };
    expect(sent()).toMatchObject({
      tools: [
        {
          functionDeclarations: [
            {
              name: 'wissen',
              description: 'Schlägt nach.',
              parametersJsonSchema: tools[0]?.parameters,
            },
          ],
        },
      ],
      contents: [
        { role: 'user', parts: [{ text: 'Bitte prüfen.' }] },
        {
          role: 'model',
          parts: [
            { functionCall: { name: 'wissen', args } },
            { functionCall: { id: 'fc-2', name: 'wissen', args } },
          ],
        },
        {
          role: 'user',
          parts: [
            { functionResponse: { name: 'wissen', response: { output: `Antwort auf ${OWN_ID}7` } } },
            { functionResponse: { id: 'fc-2', name: 'wissen', response: { output: 'Antwort auf fc-2' } } },
          ],
        },
      ],
    });
    expect(JSON.stringify(sent()).split(OWN_ID)).toHaveLength(2);
  });

  it('gets its thought signature back where it was', async () => {
    const signature = 'c2lnbmF0dXI='.repeat(100);
    const { calls } = await asked(modelFor('gemini'), {
      kind: 'answer',
      calls: [{ ...GOOD, signature }, GOOD],
    });
    expect(calls.map((one) => one.signature)).toEqual([signature, undefined]);
    await asked(modelFor('gemini'), { kind: 'answer', text: 'Gut.' }, history(...calls));
    const [first, second] = (sent() as { contents: { parts: object[] }[] }).contents[1]?.parts ?? [];
    expect(first).toHaveProperty('thoughtSignature', signature);
    expect(second).not.toHaveProperty('thoughtSignature');
  });

  it('does without a signature that is longer than any', async () => {
    const signature = 'x'.repeat(20_001);
    const { calls } = await asked(modelFor('gemini'), { kind: 'answer', calls: [{ ...GOOD, signature }] });
    expect(calls).toHaveLength(1);
    expect(calls[0]).not.toHaveProperty('signature');
  });

  it('is told by the third generation that there is none, where another model made the call', async () => {
    const partsFor = async (model: string) => {
      const conversation = history(call(), call({ id: 'call_2' }));
      await asked(geminiNamed(model), { kind: 'answer', text: 'Gut.' }, conversation);
      return JSON.stringify((sent() as { contents: unknown[] }).contents[1]);
    };
    expect((await partsFor('gemini-3.1-pro')).match(/skip_thought_signature_validator/g)).toHaveLength(1);
    expect(await partsFor('gemini-2.5-pro')).not.toContain('thoughtSignature');
  });
});
