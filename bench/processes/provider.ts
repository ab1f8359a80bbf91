import { createServer, type ServerResponse } from 'node:http';
import { wireEvents } from '../../backend/models/testing/wire.ts';
import {
  findWish,
  monotonicMs,
  type Report,
  RETRY_AFTER_SECONDS,
  TOKEN_MARK,
  TOKEN_MS,
  type Wish,
} from '../wish.ts';
import { listenOnLoopback } from './listen.ts';

/**
 * The provider that all contestants ask: OpenAI's wire format over HTTP. It does nothing per token but write the same
 * bytes, so that what is measured is not its own work; for faults there is the scripted provider of the tests.
 */

const HOLD_MS = 120_000;

const [opening = '', token = '', ...rest] = wireEvents(
  'openai',
  { pieces: [`${TOKEN_MARK} `], thoughts: 0, ending: 'stop', usage: true },
  'bench',
);
const tokenBytes = Buffer.from(token);
const ending = rest.join('');

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const wish = findWish(Buffer.concat(parts).toString('utf8'));
    if (!wish) {
      response.writeHead(400).end();
      return;
    }
    if (wish.id !== 'load') report(wish.id, response);
    answer(wish, response);
  });
});

function report(id: string, response: ServerResponse): void {
  const tell = (what: Report) => process.send?.(what);
  tell({ id, what: 'asked', at: monotonicMs() });
  response.on('close', () => {
    tell({ id, what: 'closed', at: monotonicMs(), early: !response.writableFinished });
  });
}

function answer({ mode, tokens }: Wish, response: ServerResponse): void {
  if (mode === 'busy') {
    response.writeHead(429, {
      'retry-after': String(RETRY_AFTER_SECONDS),
      'content-type': 'application/json',
    });
    response.end('{"error":{"message":"busy","type":"requests","code":"rate_limit_exceeded"}}');
    return;
  }
  if (mode !== 'answer') hold(response);
  if (mode === 'silence') return;
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.write(opening);
  if (mode === 'headers') return;

  let left = mode === 'idle' ? 1 : tokens;
  const timer = setInterval(() => {
    response.write(tokenBytes);
    left -= 1;
    if (left > 0) return;
    clearInterval(timer);
    if (mode === 'answer') response.end(ending);
  }, TOKEN_MS);
  response.on('close', () => {
    clearInterval(timer);
  });
}

/** What nobody closes ends all the same. */
function hold(response: ServerResponse): void {
  const timer = setTimeout(() => response.destroy(), HOLD_MS);
  response.on('close', () => {
    clearTimeout(timer);
  });
}

listenOnLoopback(server);
