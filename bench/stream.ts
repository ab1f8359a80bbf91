import { Agent, type ClientRequest, request } from 'node:http';
import type { Contestant } from './contestants.ts';
import { TOKEN_MARK, type Wish } from './wish.ts';

/** Nothing here takes longer, except what hangs. */
const SILENCE_MS = 60_000;

const agent = new Agent({ keepAlive: true, maxSockets: Infinity, maxFreeSockets: 2_000 });

/** What is told of a stream while it runs. */
export interface StreamEvents {
  /** `count` more tokens have come; `text` is what they came in. */
  onTokens?(count: number): void;
  onText?(text: string): void;
}

export interface Stream {
  /** Resolves when it is over, whatever the way; never rejects. */
  ended: Promise<StreamEnd>;
  /** Leaves, as a person who presses stop. */
  stop(): void;
}

export interface StreamEnd {
  /** From the sending of the request; undefined where no token came. */
  firstTokenMs: number | undefined;
  tokens: number;
  /** Whether the end of the answer was told. */
  complete: boolean;
}

/** Asks a contestant for one stream. */
export function openStream(
  contestant: Contestant,
  wish: Wish,
  { onTokens, onText }: StreamEvents = {},
): Stream {
  const body = contestant.body(wish);
  let firstTokenMs: number | undefined;
  let tokens = 0;
  let complete = false;
  // A word or an end mark may be cut in two by the network.
  let tail = '';
  const take = (part: Buffer) => {
    if (complete) return;
    const text = tail + part.toString('latin1');
    const end = text.indexOf(contestant.endMark);
    // What follows the end mark may repeat the answer.
    const answer = end === -1 ? text : text.slice(0, end);
    const fresh = countOf(TOKEN_MARK, answer, Math.max(0, tail.length - TOKEN_MARK.length + 1));
    if (fresh > 0) {
      firstTokenMs ??= performance.now() - begun;
      tokens += fresh;
      onTokens?.(fresh);
    }
    onText?.(text);
    complete = end !== -1;
    tail = text.slice(-contestant.endMark.length);
  };

  const begun = performance.now();
  const asked: ClientRequest = request(new URL(contestant.path, contestant.address), {
    agent,
    method: 'POST',
    timeout: SILENCE_MS,
    headers: {
      ...contestant.headers(),
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    },
  });
  const ended = new Promise<StreamEnd>((resolve) => {
    const end = () => resolve({ firstTokenMs, tokens, complete });
    asked.on('response', (answer) => {
      answer.on('data', take);
      answer.on('close', end);
      answer.on('error', end);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', end);
    asked.on('close', end);
  });
  asked.end(body);
  return { ended, stop: () => void asked.destroy() };
}

function countOf(mark: string, text: string, from: number): number {
  let count = 0;
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + mark.length)) count += 1;
  return count;
}
