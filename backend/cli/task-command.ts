import type { TaskEvent } from '../../contract/events.ts';
import { everywhere } from '../../contract/knowledge.ts';
import { noChoice } from '../../contract/privacy.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import {
  noAuthor,
  type TaskCall,
  deskTaskName,
  type DeskTaskName,
  taskRequest,
  type TaskResult,
} from '../../contract/tasks/index.ts';
import { readConfig } from '../config.ts';
import { readDocument } from '../documents/read.ts';
import type { Person } from '../identity/person.ts';
import type { VerbundKommune } from '../identity/verbund.ts';
import { verbundOf } from '../identity/read-verbund.ts';
import { openInstallation } from '../installation.ts';
import { createObservability } from '../observability/observability.ts';
import { placeOf, validityOf } from '../tasks/passages.ts';
import { type House, runTask } from '../tasks/run.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import { openFile } from './open-file.ts';
import { sourceOf } from './source-of-file.ts';

const OPTIONS = {
  input: { type: 'string' },
  model: { type: 'string' },
  kommune: { type: 'string' },
  points: { type: 'string', default: '' },
  question: { type: 'string', default: '' },
  collection: { type: 'string', multiple: true, default: [] as string[] },
  form: { type: 'string' },
  style: { type: 'string', default: 'plain' },
  tone: { type: 'string', default: 'neutral' },
  length: { type: 'string', default: 'medium' },
  json: { type: 'boolean', default: false },
} as const;

/** `amtsfeder task <name> --input FILE`, `amtsfeder task lookup --question TEXT`: runs a task on a file. Exit code 1 when the task fails. */
export async function taskCommand(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS, 1);
  const name = deskTaskName.safeParse(positionals[0]);
  if (!name.success)
    throw new UsageError('task: the name is one of reply, note, rewrite, summarise, lookup, instruct');
  if (name.data === 'lookup') {
    if (values.question === '' && values.input === undefined)
      throw new UsageError('task lookup: --question TEXT is missing');
  } else if (values.input === undefined) throw new UsageError('task: --input FILE is missing');

  const { env } = process;
  const verbund = verbundOf(env);
  const operator = operatorOf(values.kommune, verbund.kommunen);
  const config = readConfig(env, verbund.signIn.kind);
  const observability = createObservability('silent', { runtime: false });
  const installation = await openInstallation(config, verbund, env, observability, readDocument, 'join');
  const house = await installation.houses.openFor(operator);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  try {
    const collections = await idsOf(values.collection, house);
    const call = await callFor(name.data, values.input, { ...values, collections });
    return (await say(runTask(call, house, stop.signal), values.json)) ? 0 : 1;
  } finally {
    await installation.close();
  }
}

/** Prints a task. @returns whether it was done */
async function say(events: AsyncIterable<TaskEvent>, json: boolean): Promise<boolean> {
  let failed = false;
  for await (const event of events) {
    if (json) process.stdout.write(`${JSON.stringify(event)}\n`);
    else if (event.type === 'text') process.stdout.write(event.text);
    else if (event.type === 'done') process.stdout.write(`\n${sourceLines(event.result)}`);
    if (event.type === 'error') {
      failed = true;
      if (!json) process.stderr.write(`\n${event.message}\n`);
    }
  }
  return !failed;
}

/** The sections that a text names, a line each. */
function sourceLines({ answer, sources }: TaskResult): string {
  const cards = answer?.cards ?? sources;
  const lines = cards.map((card) => {
    const pages = card.pages === null ? '' : `, S. ${card.pages.first}`;
    return `[${card.number}] ${placeOf(card)}${pages} (${validityOf(card)})\n`;
  });
  return lines.length === 0 ? '' : `\n${lines.join('')}`;
}

/** Ids of collections by their names; null where none is named. @throws UsageError */
async function idsOf(names: readonly string[], { knowledge }: House): Promise<string[] | null> {
  if (names.length === 0) return null;
  const known = await knowledge.collections();
  return names.map((name) => {
    const found = known.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (found === undefined) throw new UsageError(`task: no collection is called ${JSON.stringify(name)}`);
    return found.id;
  });
}

/** Whoever works on the command line: on the account of a Kommune, but nobody of it. */
function operatorOf(
  asked: string | undefined,
  kommunen: readonly [VerbundKommune, ...VerbundKommune[]],
): Person {
  const kommune = asked === undefined ? kommunen[0] : kommunen.find(({ id }) => id === asked);
  if (kommune === undefined) {
    throw new UsageError(`task: --kommune is one of ${kommunen.map(({ id }) => id).join(', ')}`);
  }
  return { id: 'operator', kommune: kommune.id, department: '', roles: ['staff'], name: '', email: '' };
}

const nothing = { kind: 'nothing' } as const;

interface Choices {
  model?: string | undefined;
  points: string;
  question: string;
  /** Ids; null for all. */
  collections: string[] | null;
  form?: string | undefined;
  style: string;
  tone: string;
  length: string;
}

async function callFor(task: DeskTaskName, path: string | undefined, choices: Choices): Promise<TaskCall> {
  const source = path === undefined ? nothing : sourceOf(await openFile(path, '--input'));
  const { points, question, collections, style, tone, length } = choices;
  const inputs: Record<DeskTaskName, unknown> = {
    reply: {
      source,
      points,
      tone,
      length,
      form: choices.form ?? (source.kind === 'mail' ? 'mail' : 'letter'),
    },
    note: { source, points, length, reference: '' },
    rewrite: { source, style, wish: points },
    summarise: { source, form: choices.form ?? 'key-points', focus: points },
    lookup: { source, question, scope: { ...everywhere, collections }, broaden: true },
    instruct: { source, instruction: points },
  };
  const request = taskRequest(task).safeParse({
    version: CONTRACT_VERSION,
    model: choices.model ?? null,
    author: noAuthor,
    input: inputs[task],
    turns: [],
    privacy: noChoice,
  });
  if (!request.success) {
    const places = request.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new UsageError(`task ${task}: not possible with this file or these options (${places})`);
  }
  return { task, ...request.data } as TaskCall;
}
