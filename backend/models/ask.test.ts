import { describe, expect, it } from '@jest/globals';
import type { ErrorCode } from '../../contract/errors.ts';
import { ask, type Answer, type AskOptions } from './ask.ts';
import { ModelError, type Model, type Piece } from './model.ts';
import { openaiModel } from './openai.ts';
import { manualClock } from './testing/manual-clock.ts';
import { collect, conversationOf, modelOf, openaiTestSettings, type Outcome } from './testing/samples.ts';
import { startScriptedProvider } from './testing/scripted-provider.ts';

const conversation = conversationOf('Bitte antworten Sie.');
const good: Piece[] = [
  { type: 'open' },
  { type: 'text', text: 'Guten Tag.' },
  { type: 'usage', inputTokens: 5, outputTokens: 3 },
  { type: 'end' },
];

/** A model that gives the pieces of each attempt, and fails where an attempt ends with an error. */
function scripted(id: string, ...attempts: (Piece | ModelError)[][]): Model & { asked: () => number } {
  let count = 0;
  const model = modelOf(id, async function* (_, attempt) {
    count += 1;
    for (const step of attempts[Math.min(attempt, attempts.length - 1)] ?? []) {
      if (step instanceof ModelError) throw step;
      yield await Promise.resolve(step);
    }
  });
  return { ...model, asked: () => count };
}

const failing = (code: ErrorCode, retryAfterMs?: number) => [new ModelError(code, retryAfterMs)];

/** Asks with a clock that runs through all pauses by itself. */
async function answerOf(models: Model[], options: AskOptions = {}): Promise<Outcome<Answer>> {
  const clock = manualClock();
  let over = false;
  const answer = collect(
    ask(models, conversation, new AbortController().signal, { clock, random: () => 0, ...options }),
  ).finally(() => {
    over = true;
  });
  for (let step = 0; !over && step < 100; step += 1) await clock.advance(1_000);
  return answer;
}

describe('asking', () => {
  it('tells what each model is about to be sent, once for each, however often it is asked', async () => {
    const told: string[] = [];
    const onAsk: AskOptions['onAsk'] = ({ id }, said) => told.push(`${id} ${said === conversation}`);
    await answerOf([scripted('a', failing('model_busy')), scripted('b', good)], { onAsk });
    expect(told).toEqual(['a true', 'b true']);
  });

  it('gives the text, the figures once, and the end', async () => {
    const model = scripted('a', good);
    const { parts, error } = await answerOf([model]);
    expect(error).toBeUndefined();
    expect(parts).toEqual([
      { type: 'asked', model: model.info },
      { type: 'text', text: 'Guten Tag.' },
      { type: 'usage', model: model.info, inputTokens: 5, outputTokens: 3, estimated: false },
      { type: 'end', model: model.info },
    ]);
  });

  it('takes the last of several figures', async () => {
    const model = scripted('a', [
      { type: 'usage', inputTokens: 5, outputTokens: 1 },
      ...good.slice(0, 2),
      { type: 'usage', inputTokens: 5, outputTokens: 9 },
      { type: 'end' },
    ]);
    const { parts } = await answerOf([model]);
    expect(parts.filter(({ type }) => type === 'usage')).toEqual([
      { type: 'usage', model: model.info, inputTokens: 5, outputTokens: 9, estimated: false },
    ]);
  });

  it('counts where the provider gives no figures, and says so', async () => {
    const { parts } = await answerOf([
      scripted(
        'a',
        good.filter(({ type }) => type !== 'usage'),
      ),
    ]);
    const chars = conversation.system.length + 'Bitte antworten Sie.'.length;
    expect(parts).toContainEqual(
      expect.objectContaining({
        type: 'usage',
        estimated: true,
        inputTokens: Math.ceil(chars / 4),
        outputTokens: 3,
      }),
    );
  });

  it('bills what a provider has worked on although no word of it came', async () => {
    const thought: (Piece | ModelError)[] = [
      { type: 'open' },
      { type: 'alive' },
      { type: 'usage', inputTokens: 100, outputTokens: 80 },
      new ModelError('model_cut'),
    ];
    const begun: (Piece | ModelError)[] = [{ type: 'open' }, new ModelError('model_cut')];
    const model = scripted('a', thought, begun, good);
    const { parts } = await answerOf([model]);
    expect(parts.filter(({ type }) => type === 'usage')).toEqual([
      { type: 'usage', model: model.info, inputTokens: 100, outputTokens: 80, estimated: false },
      { type: 'usage', model: model.info, inputTokens: expect.any(Number), outputTokens: 0, estimated: true },
      { type: 'usage', model: model.info, inputTokens: 5, outputTokens: 3, estimated: false },
    ]);
    const { parts: none } = await answerOf([scripted('b', failing('model_key_refused'))]);
    expect(none.filter(({ type }) => type === 'usage')).toEqual([]);
  });

  it('asks again after a passing fault, and says when', async () => {
    const model = scripted('a', failing('model_unreachable'), failing('model_busy', 3_000), good);
    const { parts, text } = await answerOf([model]);
    expect(parts.filter(({ type }) => type === 'retry')).toEqual([
      { type: 'retry', model: model.info, inMs: 250 },
      { type: 'retry', model: model.info, inMs: 3_000 },
    ]);
    expect(text).toBe('Guten Tag.');
    expect(model.asked()).toBe(3);
  });

  it('hands over to the next model, and says why', async () => {
    const first = scripted('a', failing('model_key_refused'));
    const second = scripted('b', failing('model_unreachable'));
    const third = scripted('c', good);
    const { parts, error } = await answerOf([first, second, third], { retries: 1 });
    expect(error).toBeUndefined();
    expect(parts.filter(({ type }) => type === 'failover')).toEqual([
      { type: 'failover', from: first.info, model: second.info, why: 'model_key_refused' },
      { type: 'failover', from: second.info, model: third.info, why: 'model_unreachable' },
    ]);
    expect([first.asked(), second.asked(), third.asked()]).toEqual([1, 2, 1]);
    expect(parts.at(-1)).toEqual({ type: 'end', model: third.info });
  });

  it('does not wait for a provider that asks for half a minute', async () => {
    const first = scripted('a', failing('model_busy', 30_000));
    const { parts } = await answerOf([first, scripted('b', good)]);
    expect(parts.map(({ type }) => type)).toEqual(['asked', 'failover', 'asked', 'text', 'usage', 'end']);
    expect(first.asked()).toBe(1);
  });

  it.each<ErrorCode>(['model_cut', 'model_busy', 'model_malformed'])(
    'never sends a request again that was answered in part (%s)',
    async (code) => {
      const first = scripted('a', [...good.slice(0, 2), new ModelError(code)]);
      const second = scripted('b', good);
      const { text, error, parts } = await answerOf([first, second]);
      expect({ text, code: error?.code }).toEqual({ text: 'Guten Tag.', code });
      expect(parts.map(({ type }) => type)).toEqual(['asked', 'text', 'usage']);
      expect([first.asked(), second.asked()]).toEqual([1, 0]);
    },
  );

  it('does not pass a refused text around', async () => {
    const second = scripted('b', good);
    const { error } = await answerOf([scripted('a', failing('model_refused')), second]);
    expect(error?.code).toBe('model_refused');
    expect(second.asked()).toBe(0);
  });

  it('ends with the fault of the last model', async () => {
    const { error } = await answerOf([
      scripted('a', failing('model_key_refused')),
      scripted('b', failing('model_request_refused')),
    ]);
    expect(error?.code).toBe('model_request_refused');
  });

  it('says so when there is no model', async () => {
    expect((await answerOf([])).error?.code).toBe('unknown_model');
  });

  it('stops during a pause, at once and without asking again', async () => {
    const provider = await startScriptedProvider();
    provider.script({ kind: 'status', status: 429, headers: { 'retry-after': '9' } });
    const model = openaiModel(openaiTestSettings(provider.openaiURL), { fetch });
    const control = new AbortController();
    const clock = manualClock();
    const { error, parts } = await collect(
      ask([model, scripted('b', good)], conversation, control.signal, { clock }),
      ({ type }) => {
        if (type === 'retry') setImmediate(() => control.abort());
      },
    );
    expect(error?.code).toBe('stopped');
    expect(parts.map(({ type }) => type)).toEqual(['asked', 'retry']);
    await clock.advance(60_000);
    expect(provider.requests.length).toBe(1);
    expect(await provider.requests[0]?.closed).toMatchObject({ early: false });
    expect(clock.pending()).toBe(0);
    await provider.close();
  });
});
