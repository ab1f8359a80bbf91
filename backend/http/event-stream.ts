import type { Response } from 'express';
import { HEARTBEAT_SECONDS } from '../../contract/limits.ts';

/** Text is written at most this often: fewer, larger writes cost less, and nobody reads faster. */
const BUNDLE_MS = 30;

/** What is streamed: events that name what they are, among them texts that go on, perhaps of several places. */
export type Streamed = { type: 'text'; text: string; path?: string } | { type: string; text?: never };
type Text = Extract<Streamed, { type: 'text'; text: string }>;

export interface EventStream<Event extends Streamed> {
  /** Resolves when the connection can take more. Does nothing once it is closed. */
  send(event: Event): Promise<void>;
  end(): void;
}

/**
 * Begins a stream of server-sent events on a response. The first byte leaves at once, so that proxies and the pane
 * know that the request has arrived; comments keep it alive while a model thinks. The first text is sent as it comes,
 * later ones in bundles.
 */
export function openEventStream<Event extends Streamed>(response: Response): EventStream<Event> {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    // no-transform: a compressing proxy would hold the stream back until its buffer is full.
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.write(': verbunden\n\n');

  let waiting: Text | null = null;
  let bundle: NodeJS.Timeout | undefined;
  const heartbeat = setInterval(() => response.write(': wartet\n\n'), HEARTBEAT_SECONDS * 1000);
  response.once('close', stopTimers);
  // A write into a connection that has just broken is no error of ours; unheard it would end the process.
  response.on('error', stopTimers);

  function stopTimers(): void {
    clearInterval(heartbeat);
    clearTimeout(bundle);
  }

  function flush(): boolean {
    clearTimeout(bundle);
    bundle = undefined;
    if (waiting === null) return true;
    const text = waiting;
    waiting = null;
    return response.write(message(text));
  }

  let sentText = false;

  return {
    async send(event) {
      if (response.destroyed) return;
      if (isText(event) && sentText) {
        if (waiting !== null && waiting.path !== event.path) flush();
        waiting = { ...event, text: (waiting?.text ?? '') + event.text };
        bundle ??= setTimeout(flush, BUNDLE_MS);
        if (response.writableNeedDrain) await drained(response);
        return;
      }
      sentText ||= isText(event);
      flush();
      if (!response.write(message(event))) await drained(response);
    },
    end() {
      stopTimers();
      if (!response.destroyed) {
        flush();
        response.end();
      }
    },
  };
}

function isText(event: Streamed): event is Text {
  return event.type === 'text';
}

function message(event: Streamed): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

function drained(response: Response): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      resolve();
    };
    response.once('drain', done);
    response.once('close', done);
  });
}
