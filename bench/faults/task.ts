import { type Agent, request } from 'node:http';
import { createParser } from 'eventsource-parser';
import { noChoice } from '../../contract/privacy.ts';
import { type TaskEvent, taskEvent } from '../../contract/events.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { noAuthor, type TaskRequest } from '../../contract/tasks/index.ts';

/** Beyond this a task hangs, whatever its limits. */
const HANG_MS = 30_000;

/** A task as the pane sees it. */
export interface TaskRun {
  /** `at` in milliseconds since the request. */
  events: { at: number; event: TaskEvent }[];
  /** Messages that are no events of the contract. */
  strange: number;
  /** When the answer ended; undefined where it was given up after 30 seconds. */
  endedAt: number | undefined;
}

/** Runs a task over HTTP and reads its events. Never rejects: what breaks shows in the run. */
export function runTask(
  address: URL,
  agent: Agent,
  authorization: string,
  instruction: string,
): Promise<TaskRun> {
  const body: TaskRequest<'instruct'> = {
    version: CONTRACT_VERSION,
    model: null,
    author: noAuthor,
    input: { source: { kind: 'nothing' }, instruction },
    turns: [],
    privacy: noChoice,
  };
  const run: TaskRun = { events: [], strange: 0, endedAt: undefined };
  const begun = performance.now();
  const parser = createParser({
    onEvent({ data }) {
      const parsed = taskEvent.safeParse(parseJson(data));
      if (parsed.success) run.events.push({ at: performance.now() - begun, event: parsed.data });
      else run.strange += 1;
    },
  });
  return new Promise((resolve) => {
    const asked = request(new URL('/api/tasks/instruct', address), {
      agent,
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
    });
    const limit = setTimeout(() => {
      asked.destroy();
      resolve(run);
    }, HANG_MS);
    const end = () => {
      clearTimeout(limit);
      run.endedAt ??= performance.now() - begun;
      resolve(run);
    };
    asked.on('response', (answer) => {
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        parser.feed(part);
      });
      answer.on('close', end);
      answer.on('error', end);
    });
    asked.on('error', end);
    asked.end(JSON.stringify(body));
  });
}

function parseJson(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
