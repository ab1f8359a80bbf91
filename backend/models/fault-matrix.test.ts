import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { geminiModel } from './gemini.ts';
import { guard, type Limits } from './guard.ts';
import { httpFetch } from './http-fetch.ts';
import { openaiModel } from './openai.ts';
import { collect, conversationOf, geminiTestSettings, openaiTestSettings } from './testing/samples.ts';
import {
  answerOf,
  startScriptedProvider,
  type Fault,
  type ScriptedProvider,
} from './testing/scripted-provider.ts';
import { wireEvents, type WireFormat } from './testing/wire.ts';

/** Long for all but the stall, so that a slow machine makes no fault of its own. */
function limitsFor(how: Fault['how']): Limits {
  // Above the short wait for figures behind the end mark.
  const quiet = how === 'stall' ? 700 : 10_000;
  return { connect: 10_000, firstToken: quiet, idle: quiet, total: 20_000 };
}
const AT_ONCE = 200;
const script = { text: 'Grüße! 🏛️', chunks: 2 };
const kinds: Fault['how'][] = ['end', 'close', 'reset', 'stall'];

let provider: ScriptedProvider;
const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(async () => {
  process.on('unhandledRejection', note);
  provider = await startScriptedProvider();
});
afterAll(async () => {
  await provider.close();
  process.off('unhandledRejection', note);
});

describe.each<WireFormat>(['openai', 'gemini'])('a recorded stream of %s', (format) => {
  const events = wireEvents(format, answerOf(script), 'scripted').map((event) => Buffer.from(event));
  const total = Buffer.concat(events).length;
  const endMark = events.findIndex((event) =>
    /"(finish_reason|finishReason)":"(stop|STOP)"/.test(String(event)),
  );
  const complete = Buffer.concat(events.slice(0, endMark + 1)).length;
  const model =
    format === 'openai'
      ? () => openaiModel(openaiTestSettings(provider.openaiURL), { fetch: httpFetch() })
      : () => geminiModel(geminiTestSettings(provider.url), { fetch: httpFetch() });

  it.each(kinds)(
    'that meets "%s" at any byte is whole or a typed error, never cut in silence',
    async (how) => {
      const ask = model();
      const wrong: object[] = [];
      const offsets = Array.from({ length: total + 1 }, (_, at) => at);
      // The request carries its offset, so that the answers need no order.
      provider.script(({ body }) => {
        const at = Number(/offset (\d+)/.exec(body)?.[1]);
        return { kind: 'answer', ...script, fault: { at, how } };
      });
      const worker = async () => {
        for (let at = offsets.pop(); at !== undefined; at = offsets.pop()) {
          const { signal } = new AbortController();
          const { parts, text, error } = await collect(
            guard(ask, conversationOf(`offset ${at}`), signal, limitsFor(how)),
          );
          const ends = parts.filter(({ type }) => type === 'end').length + (error ? 1 : 0);
          const isWhole = error === undefined && text === script.text;
          const isBroken =
            error !== undefined &&
            ['model_cut', 'model_stalled', 'model_silent'].includes(error.code) &&
            script.text.startsWith(text);
          // The last byte of the end mark is a line feed that a parser need not wait for.
          const isRight = at >= complete ? isWhole : at < complete - 1 ? isBroken : isWhole || isBroken;
          if (ends !== 1 || !isRight) wrong.push({ at, ends, text, code: error?.code });
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      await new Promise((resolve) => setImmediate(resolve));
      expect(wrong).toEqual([]);
      expect(unhandled).toEqual([]);
      expect(complete).toBeLessThanOrEqual(total);
    },
  );
});
