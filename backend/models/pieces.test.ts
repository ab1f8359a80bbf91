import { describe, expect, it } from '@jest/globals';
import { systemClock } from './clock.ts';
import { readChunk as readGemini } from './gemini.ts';
import { readChunk as readOpenAI } from './openai.ts';
import { streamPieces } from './pieces.ts';
import { collect } from './testing/samples.ts';
import { wireEvents, type WireFormat } from './testing/wire.ts';

const readers = { openai: readOpenAI, gemini: readGemini };

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Characters of one to four bytes, with those that JSON and event streams treat in a special way. */
function randomText(random: () => number): string {
  const special = ['\n', '\r', '\r\n', '\n\n', 'data: ', '[DONE]', '"', '\\', '\u2028', '\ufeff', '\0', ' '];
  const ranges: [number, number][] = [
    [0x20, 0x7e],
    [0xa0, 0x24f],
    [0x800, 0xd7ff],
    [0x1f300, 0x1faff],
  ];
  const length = 1 + Math.floor(random() * 60);
  return Array.from({ length }, () => {
    if (random() < 0.2) return special[Math.floor(random() * special.length)];
    const [from, to] = ranges[Math.floor(random() * ranges.length)] ?? [0x20, 0x7e];
    return String.fromCodePoint(from + Math.floor(random() * (to - from)));
  }).join('');
}

function bodyOf(bytes: Buffer, cuts: readonly number[]): Response {
  const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const [index, from] of edges.slice(0, -1).entries()) {
        const part = bytes.subarray(from, edges[index + 1]);
        if (part.length > 0) controller.enqueue(part);
      }
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

function read(format: WireFormat, bytes: string | Buffer, cuts: readonly number[] = []) {
  const dialect = {
    send: () => Promise.resolve(bodyOf(Buffer.from(bytes), cuts)),
    read: readers[format],
  };
  return collect(streamPieces(dialect, new AbortController().signal, systemClock));
}

describe.each<WireFormat>(['openai', 'gemini'])('a stream of %s', (format) => {
  it('brings 1,000 random texts through unchanged, however the bytes are cut', async () => {
    const random = randomFrom(20_261_123);
    for (let round = 0; round < 1_000; round += 1) {
      const pieces = Array.from({ length: 1 + Math.floor(random() * 5) }, () => randomText(random));
      const answer = { pieces, thoughts: 0, ending: 'stop', usage: true } as const;
      const bytes = Buffer.from(wireEvents(format, answer, 'scripted').join(''));
      const cuts = Array.from({ length: Math.floor(random() * 20) }, () =>
        Math.floor(random() * bytes.length),
      );
      const { text, error } = await read(format, bytes, cuts);
      expect({ round, text, error }).toEqual({ round, text: pieces.join(''), error: undefined });
    }
  });

  it('reads a stream that is cut at any one byte', async () => {
    const answer = { pieces: ['Grüße ', '🏛️ – „ja“'], thoughts: 1, ending: 'stop', usage: true } as const;
    const bytes = Buffer.from(wireEvents(format, answer, 'scripted').join(''));
    for (let at = 1; at < bytes.length; at += 1) {
      const { text, error } = await read(format, bytes, [at]);
      expect({ at, text, error }).toEqual({ at, text: answer.pieces.join(''), error: undefined });
    }
  });

  it('gives out the text before a fault in the same packet', async () => {
    const answer = { pieces: ['Guten ', 'Tag'], thoughts: 0, ending: 'none', usage: true } as const;
    const { text, error } = await read(
      format,
      `${wireEvents(format, answer, 'scripted').join('')}data: {broken\n\n`,
    );
    expect({ text, code: error?.code }).toEqual({ text: 'Guten Tag', code: 'model_malformed' });
  });

  it('does not trust an end mark that text follows', async () => {
    const whole = { pieces: ['Guten Tag'], thoughts: 0, ending: 'stop', usage: false } as const;
    const [, ...events] = wireEvents(format, whole, 'scripted').filter((event) => !event.includes('[DONE]'));
    const again = wireEvents(format, { ...whole, ending: 'none' }, 'scripted');
    const { error } = await read(format, [...events, ...again].join(''));
    expect(error?.code).toBe('model_malformed');
  });

  it('ignores comments and events without data', async () => {
    const answer = { pieces: ['Guten Tag'], thoughts: 0, ending: 'stop', usage: true } as const;
    const events = wireEvents(format, answer, 'scripted').map((event) => `: wait\n\nid: 7\n\n${event}`);
    const { text, error } = await read(format, events.join(''));
    expect({ text, error }).toEqual({ text: 'Guten Tag', error: undefined });
  });

  it('does not keep an event without end in memory', async () => {
    const { error } = await read(format, `data: ${'x'.repeat(5 * 1024 * 1024)}`);
    expect(error?.code).toBe('model_malformed');
  });
});

it('does not take the goodbye of OpenAI for the end of the answer', async () => {
  const answer = { pieces: ['Guten Tag'], thoughts: 0, ending: 'none', usage: true } as const;
  const { text, error } = await read(
    'openai',
    `${wireEvents('openai', answer, 'm').join('')}data: [DONE]\n\n`,
  );
  expect({ text, code: error?.code }).toEqual({ text: 'Guten Tag', code: 'model_cut' });
});
