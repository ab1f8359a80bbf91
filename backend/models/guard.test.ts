import { describe, expect, it } from '@jest/globals';
import { MAX_ANSWER_CHARS } from '../../contract/limits.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import { guard, type Limits } from './guard.ts';
import { ModelError, type Piece } from './model.ts';
import { manualClock, settle, type ManualClock } from './testing/manual-clock.ts';
import { collect, conversationOf, modelOf } from './testing/samples.ts';

const limits: Limits = { connect: 100, firstToken: 300, idle: 50, total: 1_000 };
const conversation = conversationOf('Hallo');
const text = (value: string): Piece => ({ type: 'text', text: value });
const open: Piece = { type: 'open' };
const end: Piece = { type: 'end' };

/** A stream of pieces, each after so many milliseconds; after the last one nothing ever comes. */
async function* timed(clock: ManualClock, ...steps: [number, Piece][]): AsyncGenerator<Piece> {
  for (const [ms, piece] of steps) {
    await new Promise<void>((resolve) => clock.after(ms, resolve));
    yield piece;
  }
  await new Promise(() => {});
}

async function* plain(...pieces: Piece[]): AsyncGenerator<Piece> {
  yield* pieces;
}

function watched(stream: (clock: ManualClock, signal: AbortSignal) => AsyncIterable<Piece>) {
  const clock = manualClock();
  const signals: AbortSignal[] = [];
  const model = modelOf('m', (signal) => {
    signals.push(signal);
    return stream(clock, signal);
  });
  const control = new AbortController();
  const pieces = guard(model, conversation, control.signal, limits, clock);
  return { clock, control, pieces, upstreamAborted: () => signals.every(({ aborted }) => aborted) };
}

describe('the guard', () => {
  it('gives on an answer as it comes and leaves nothing behind', async () => {
    const usage: Piece = { type: 'usage', inputTokens: 1, outputTokens: 2 };
    const { pieces, clock, upstreamAborted } = watched(() =>
      plain(open, { type: 'alive' }, text('a'), text(' '), text('b'), usage, end),
    );
    const { parts, error } = await collect(pieces);
    expect(error).toBeUndefined();
    expect(parts).toEqual([open, { type: 'alive' }, text('a'), text(' '), text('b'), usage, end]);
    expect(upstreamAborted()).toBe(true);
    expect(clock.pending()).toBe(0);
  });

  const waits: [string, [number, Piece][], number, ErrorCode][] = [
    ['no headers', [], 100, 'model_silent'],
    ['no text after the headers', [[10, open]], 310, 'model_silent'],
    [
      'no text after a sign of life',
      [
        [10, open],
        [200, { type: 'alive' }],
      ],
      510,
      'model_silent',
    ],
    [
      'only white space',
      [
        [10, open],
        [10, text(' ')],
      ],
      320,
      'model_silent',
    ],
    [
      'no text after the first',
      [
        [10, open],
        [20, text('a')],
      ],
      80,
      'model_stalled',
    ],
    [
      'a sign of life, and then nothing',
      [
        [10, open],
        [20, text('a')],
        [40, { type: 'alive' }],
      ],
      120,
      'model_stalled',
    ],
  ];
  it.each(waits)('gives up on a model that sends %s', async (_, steps, after, code) => {
    const { pieces, clock, upstreamAborted } = watched((time) => timed(time, ...steps));
    let settled = false;
    const outcome = collect(pieces).finally(() => {
      settled = true;
    });
    await clock.advance(after - 1);
    expect(settled).toBe(false);
    expect(upstreamAborted()).toBe(false);
    await clock.advance(1);
    expect((await outcome).error?.code).toBe(code);
    expect(upstreamAborted()).toBe(true);
  });

  it('gives up on an answer that never ends', async () => {
    const steps = Array.from({ length: 200 }, (): [number, Piece] => [10, text('a')]);
    const { pieces, clock } = watched((time) => timed(time, [10, open], ...steps));
    const outcome = collect(pieces);
    await clock.advance(1_000);
    const { error, text: written } = await outcome;
    expect(error?.code).toBe('model_too_slow');
    expect(written.length).toBeGreaterThan(90);
  });

  it('does not blame the model for a reader who takes their time', async () => {
    const { pieces, clock } = watched(() => plain(open, text('a'), text('b'), end));
    const seen: string[] = [];
    for await (const piece of pieces) {
      seen.push(piece.type);
      await clock.advance(90);
    }
    expect(seen).toEqual(['open', 'text', 'text', 'end']);
  });

  it('stops at once, also where the model does not heed it', async () => {
    const { pieces, control, upstreamAborted } = watched(() => promising(() => new Promise(() => {})));
    const outcome = collect(pieces);
    await settle();
    control.abort();
    expect(upstreamAborted()).toBe(true);
    expect((await outcome).error?.code).toBe('stopped');
  });

  it('asks nobody when the stop came first', async () => {
    let asked = false;
    const model = modelOf('m', () => {
      asked = true;
      return plain(open, text('a'), end);
    });
    const { error } = await collect(guard(model, conversation, AbortSignal.abort(), limits));
    expect(error?.code).toBe('stopped');
    expect(asked).toBe(false);
  });

  it('aborts the upstream when the reader leaves', async () => {
    const { pieces, clock, upstreamAborted } = watched(() => plain(open, text('a'), text('b'), end));
    for await (const piece of pieces) if (piece.type === 'text') break;
    expect(upstreamAborted()).toBe(true);
    expect(clock.pending()).toBe(0);
  });

  it('calls an answer without end cut, and one without text empty', async () => {
    expect((await collect(watched(() => plain(open, text('a'))).pieces)).error?.code).toBe('model_cut');
    expect((await collect(watched(() => plain(open)).pieces)).error?.code).toBe('model_cut');
    expect((await collect(watched(() => plain(open, end)).pieces)).error?.code).toBe('model_empty');
    expect((await collect(watched(() => plain(open, text('\n '), end)).pieces)).error?.code).toBe(
      'model_empty',
    );
  });

  it('keeps white space that text follows', async () => {
    const { parts } = await collect(
      watched(() => plain(open, text('  '), text('\t'), text('a'), end)).pieces,
    );
    expect(parts).toEqual([open, text('  \ta'), end]);
  });

  it('passes on the faults of the model and hides all others', async () => {
    const busy = new ModelError('model_busy', 7);
    const typed = await collect(watched(() => promising(() => Promise.reject(busy))).pieces);
    expect(typed.error).toBe(busy);
    const other = await collect(
      watched(() => promising(() => Promise.reject(new Error('Herr Müller')))).pieces,
    );
    expect(other.error?.code).toBe('internal');
    expect(JSON.stringify(other.error) + String(other.error?.stack)).not.toContain('Müller');
  });

  it('ends an answer that is too long at the limit, with all the text up to there', async () => {
    const half = 'x'.repeat(MAX_ANSWER_CHARS / 2 + 1);
    const { text: written, error } = await collect(
      watched(() => plain(open, text(half), text(half), end)).pieces,
    );
    expect(written.length).toBe(MAX_ANSWER_CHARS);
    expect(error?.code).toBe('answer_too_long');
  });
});

/** A stream whose first piece is a promise of the test's own. */
function promising(first: () => Promise<IteratorResult<Piece>>): AsyncIterable<Piece> {
  return { [Symbol.asyncIterator]: () => ({ next: first }) };
}
