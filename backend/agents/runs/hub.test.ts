import { expect, it } from '@jest/globals';
import type { RunEvent, RunView } from '../../../contract/agents/run.ts';
import { createHub, eventQueue } from './hub.ts';

const text = (path: string, said: string): RunEvent => ({ type: 'text', path, text: said });
const run = (...running: string[]): RunEvent => ({
  type: 'run',
  run: { steps: running.map((path) => ({ path, state: 'running' })) } as unknown as RunView,
});
const there = new AbortController().signal;

async function drained(queue: ReturnType<typeof eventQueue>): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for (let event = await queue.next(0, there); event !== null; event = await queue.next(0, there)) {
    events.push(event);
  }
  return events;
}

it('keeps for a slow listener the last view and what is still written', async () => {
  const queue = eventQueue();
  for (const event of [
    run('a'),
    text('a', 'eins '),
    text('a', 'zwei'),
    run('b'),
    text('b', 'drei'),
    run('b'),
  ]) {
    queue.push(event);
  }
  queue.push(text('b', ' vier'));
  expect(await drained(queue)).toEqual([run('b'), text('b', 'drei vier')]);
});

it('tells a listener that waits at once, and one that left nothing', async () => {
  const hub = createHub();
  const queue = eventQueue();
  const ignore = hub.listen('r', queue.push);
  const next = queue.next(60_000, there);
  hub.tell('other', text('a', 'x'));
  hub.tell('r', text('a', 'y'));
  expect(await next).toEqual(text('a', 'y'));
  ignore();
  hub.tell('r', text('a', 'z'));
  expect(await drained(queue)).toEqual([]);
});

it('ends with its signal', async () => {
  const gone = new AbortController();
  const next = eventQueue().next(60_000, gone.signal);
  gone.abort();
  expect(await next).toBeNull();
});
