import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Response } from 'express';
import type { TaskEvent } from '../../contract/events.ts';
import { HEARTBEAT_SECONDS } from '../../contract/limits.ts';
import { openEventStream } from './event-stream.ts';

/** A response that keeps what was written to it. */
function fakeResponse() {
  const stream = new PassThrough({ highWaterMark: 1024 * 1024 });
  const writes: string[] = [];
  const write = stream.write.bind(stream);
  const response = Object.assign(stream, {
    status: () => response,
    set: () => response,
    write: (text: string) => {
      writes.push(text);
      return write(text);
    },
  });
  return { response: response as unknown as Response, writes };
}

const text = (words: string): TaskEvent => ({ type: 'text', text: words });
const failed: TaskEvent = { type: 'error', code: 'model_cut', message: 'abgebrochen', again: true };

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the event stream', () => {
  it('writes before the first event, so that the pane knows that it was heard', () => {
    const { response, writes } = fakeResponse();
    openEventStream<TaskEvent>(response).end();
    expect(writes[0]).toMatch(/^:/);
  });

  it('shows signs of life while a model thinks, and none after the end', async () => {
    const { response, writes } = fakeResponse();
    const stream = openEventStream<TaskEvent>(response);
    await jest.advanceTimersByTimeAsync(HEARTBEAT_SECONDS * 3_000 + 100);
    expect(writes.slice(1)).toEqual([': wartet\n\n', ': wartet\n\n', ': wartet\n\n']);
    stream.end();
    await jest.advanceTimersByTimeAsync(HEARTBEAT_SECONDS * 3_000);
    expect(writes).toHaveLength(4);
  });

  it('sends the first text at once and bundles the next', async () => {
    const { response, writes } = fakeResponse();
    const stream = openEventStream<TaskEvent>(response);
    await stream.send(text('eins'));
    expect(writes.at(-1)).toBe('event: text\ndata: {"type":"text","text":"eins"}\n\n');
    await stream.send(text(' zwei'));
    await stream.send(text(' drei'));
    expect(writes).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(100);
    expect(writes.at(-1)).toBe('event: text\ndata: {"type":"text","text":" zwei drei"}\n\n');
  });

  it('never lets another event overtake the text before it', async () => {
    const { response, writes } = fakeResponse();
    const stream = openEventStream<TaskEvent>(response);
    await stream.send(text('eins'));
    await stream.send(text(' zwei'));
    await stream.send(failed);
    expect(writes.slice(2)).toEqual([
      'event: text\ndata: {"type":"text","text":" zwei"}\n\n',
      expect.stringMatching(/^event: error\n/),
    ]);
  });

  it('loses no text at the end', async () => {
    const { response, writes } = fakeResponse();
    const stream = openEventStream<TaskEvent>(response);
    await stream.send(text('eins'));
    await stream.send(text(' zwei'));
    stream.end();
    expect(writes.at(-1)).toContain(' zwei');
  });

  it('keeps line breaks inside one line of data', async () => {
    const { response, writes } = fakeResponse();
    await openEventStream<TaskEvent>(response).send(text('a\n\nb'));
    expect(writes.at(-1)).toBe('event: text\ndata: {"type":"text","text":"a\\n\\nb"}\n\n');
  });

  it('waits for a slow reader, and no longer once the reader has gone', async () => {
    const { response } = fakeResponse();
    const stream = openEventStream<TaskEvent>(response);
    await stream.send(text('eins'));
    let sent = false;
    const sending = stream
      .send({ type: 'error', code: 'internal', message: 'x'.repeat(2 * 1024 * 1024), again: false })
      .then(() => (sent = true));
    await jest.advanceTimersByTimeAsync(10);
    expect(sent).toBe(false);
    response.destroy();
    await sending;
    await stream.send(text('zu spät'));
    expect(sent).toBe(true);
  });

  it('bundles no texts of different places', async () => {
    const { response, writes } = fakeResponse();
    const stream = openEventStream<{ type: 'text'; path: string; text: string }>(response);
    for (const path of ['a', 'a', 'a', 'b', 'b']) await stream.send({ type: 'text', path, text: path });
    stream.end();
    expect(writes.slice(1).map((said) => said.split('data: ')[1]?.trim())).toEqual([
      '{"type":"text","path":"a","text":"a"}',
      '{"type":"text","path":"a","text":"aa"}',
      '{"type":"text","path":"b","text":"bb"}',
    ]);
  });
});
