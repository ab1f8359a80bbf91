import { noChoice } from '../../contract/privacy.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { noAuthor, type TaskCall, taskName, type TaskName, taskRequest } from '../../contract/tasks/index.ts';
import { readConfig } from '../config.ts';
import { readDocument } from '../documents/read.ts';
import type { Person } from '../identity/person.ts';
import type { VerbundKommune } from '../identity/verbund.ts';
import { verbundOf } from '../identity/read-verbund.ts';
import { openInstallation } from '../installation.ts';
import { createObservability } from '../observability/observability.ts';
import { runTask } from '../tasks/run.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import { openFile } from './open-file.ts';
import { sourceOf } from './source-of-file.ts';

const OPTIONS = {
  input: { type: 'string' },
  model: { type: 'string' },
  kommune: { type: 'string' },
  points: { type: 'string', default: '' },
  form: { type: 'string' },
  style: { type: 'string', default: 'plain' },
  tone: { type: 'string', default: 'neutral' },
  length: { type: 'string', default: 'medium' },
  json: { type: 'boolean', default: false },
} as const;

/** `amtsfeder task <name> --input FILE`: runs a task on a file. Exit code 1 when the task fails. */
export async function taskCommand(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS, 1);
  const name = taskName.safeParse(positionals[0]);
  if (!name.success)
    throw new UsageError('task: the name is one of reply, note, rewrite, summarise, instruct');
  if (values.input === undefined) throw new UsageError('task: --input FILE is missing');

  const call = await callFor(name.data, values.input, values);
  const { env } = process;
  const verbund = verbundOf(env);
  const operator = operatorOf(values.kommune, verbund.kommunen);
  const config = readConfig(env, verbund.signIn.kind);
  const observability = createObservability('silent', { runtime: false });
  const installation = await openInstallation(config, verbund, env, observability, readDocument, 'join');
  const house = await installation.houses.openFor(operator);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());

  let failed = false;
  for await (const event of runTask(call, house, stop.signal)) {
    if (values.json) process.stdout.write(`${JSON.stringify(event)}\n`);
    else if (event.type === 'text') process.stdout.write(event.text);
    else if (event.type === 'done') process.stdout.write('\n');
    if (event.type === 'error') {
      failed = true;
      if (!values.json) process.stderr.write(`\n${event.message}\n`);
    }
  }
  await installation.close();
  return failed ? 1 : 0;
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

interface Choices {
  model?: string | undefined;
  points: string;
  form?: string | undefined;
  style: string;
  tone: string;
  length: string;
}

async function callFor(task: TaskName, path: string, choices: Choices): Promise<TaskCall> {
  const source = sourceOf(await openFile(path, '--input'));
  const { points, style, tone, length } = choices;
  const inputs: Record<TaskName, unknown> = {
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
