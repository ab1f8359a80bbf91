import { createServer, type ServerResponse } from 'node:http';
import { wireEvents } from '../../../backend/models/testing/wire.ts';
import { listenOnLoopback } from '../../processes/listen.ts';
import { findWish, TOKEN_MARK, TOKEN_MS } from '../../wish.ts';
import type { Tally } from '../tally.ts';

/**
 * The provider of the load on the Verbund: OpenAI's wire format, and its own count of the tokens that it would charge.
 * `GET /tally` tells it. The figures differ from answer to answer, so that a call which is missing, or counted for
 * another Kommune, is seen in the sums.
 */

const text = wireEvents(
  'openai',
  { pieces: [`${TOKEN_MARK} `], thoughts: 0, ending: 'none', usage: true },
  'bench',
);
const [opening = '', token = ''] = text;
const tokenBytes = Buffer.from(token);

const tallies = new Map<string, Tally>();

const server = createServer((request, response) => {
  if (request.url === '/tally') {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify([...tallies.values()]));
    return;
  }
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts).toString('utf8');
    const wish = findWish(body);
    const model = /"model":"([\w.-]{1,60})"/.exec(body)?.[1];
    if (!wish || model === undefined) response.writeHead(400).end();
    else answer(tallyOf(wish.id.split('_', 1)[0] ?? '', model), body.length, wish.tokens, response);
  });
});

function tallyOf(kommune: string, model: string): Tally {
  const key = `${kommune} ${model}`;
  let tally = tallies.get(key);
  if (!tally) {
    tally = { kommune, model, asked: 0, finished: 0, broken: 0, inputTokens: 0, outputTokens: 0 };
    tallies.set(key, tally);
  }
  return tally;
}

function answer(tally: Tally, bodyChars: number, tokens: number, response: ServerResponse): void {
  tally.asked += 1;
  const inputTokens = Math.ceil(bodyChars / 4) + (tally.asked % 97);
  let left = tokens;
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.write(opening);
  const timer = setInterval(() => {
    response.write(tokenBytes);
    left -= 1;
    if (left > 0) return;
    clearInterval(timer);
    response.end(ending(inputTokens, tokens));
  }, TOKEN_MS);
  response.on('close', () => {
    clearInterval(timer);
    if (!response.writableFinished) {
      tally.broken += 1;
      return;
    }
    tally.finished += 1;
    tally.inputTokens += inputTokens;
    tally.outputTokens += tokens;
  });
}

function ending(inputTokens: number, outputTokens: number): string {
  const event = (rest: object) =>
    `data: ${JSON.stringify({ id: 'chatcmpl-bench', object: 'chat.completion.chunk', created: 1_790_000_000, model: 'bench', ...rest })}\n\n`;
  const usage = {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
  return [
    event({ choices: [{ index: 0, delta: {}, logprobs: null, finish_reason: 'stop' }], usage: null }),
    event({ choices: [], usage }),
    'data: [DONE]\n\n',
  ].join('');
}

listenOnLoopback(server);
