import type { Agent } from '../../../contract/agents/definition.ts';
import type { Example, ExampleReport } from '../../../contract/agents/example.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { PlainValue, Values } from '../../../contract/agents/value.ts';
import { errorText, type ErrorCode } from '../../../contract/errors.ts';
import { noChoice } from '../../../contract/privacy.ts';
import { noAuthor } from '../../../contract/tasks/index.ts';
import { type AnyNext, nextIn } from '../course.ts';
import { type Plan, planOf } from '../definition/plan.ts';
import type { RunTerms, StepOrder, StepWork } from '../steps/step-work.ts';
import { answerTo, inputFault } from './answers.ts';
import { compare } from './compare.ts';

/** A run on an example that takes longer than this has failed: milliseconds. */
const MAX_MS = 10 * 60_000;

/** A run that came to no end, with what the person reads. */
class ExampleFailed extends Error {
  override name = 'ExampleFailed';
}

/**
 * Runs an agent on each of its worked examples, one after the other and without a store, and holds what comes out against
 * what they expect. Nothing is kept but what the reports say.
 * @param model id of a model, or null for the first that agent and house allow
 * @param today the calendar day (ISO 8601) that the runs reckon from
 * @param signal aborted when nobody waits for the reports any more
 * @throws what the signal was aborted with
 */
export async function runExamples(
  agent: Agent,
  model: string | null,
  work: StepWork,
  today: string,
  signal: AbortSignal,
): Promise<ExampleReport[]> {
  const reports: ExampleReport[] = [];
  for (const example of agent.examples ?? []) {
    reports.push(await runExample(agent, example, { model, work, today, signal }));
  }
  return reports;
}

interface Around {
  model: string | null;
  work: StepWork;
  today: string;
  signal: AbortSignal;
}

/** The same for one example. */
export async function runExample(agent: Agent, example: Example, around: Around): Promise<ExampleReport> {
  const { name } = example;
  const results = new Map<string, StepResult>();
  try {
    await runToItsEnd(agent, example, results, around);
  } catch (fault) {
    around.signal.throwIfAborted();
    if (!(fault instanceof ExampleFailed)) throw fault;
    // What it came to so far shows where it went wrong.
    const expectations = compare(example.expects, results);
    return { name, outcome: 'failed', message: fault.message, expectations };
  }
  const expectations = compare(example.expects, results);
  const outcome = expectations.every(({ holds }) => holds) ? 'as_expected' : 'other';
  return { name, outcome, message: null, expectations };
}

async function runToItsEnd(
  agent: Agent,
  example: Example,
  results: Map<string, StepResult>,
  { model, work, today, signal }: Around,
): Promise<void> {
  const fault = inputFault(agent.inputs, example.inputs);
  if (fault !== null) throw new ExampleFailed(fault);
  const { inputs } = example;
  const terms: RunTerms = { agent, model, author: noAuthor, privacy: noChoice, inputs, trial: false };
  const memory = { today, inputs: fieldsOf(example), results };
  const plan = planIn(agent);
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(MAX_MS)]);
  let spent = 0;
  for (;;) {
    const next = nextIn(agent, plan, memory, spent);
    if (next.do === 'end') return;
    const { path } = next;
    if (next.do === 'fail') throw new ExampleFailed(at(path, errorText(FAILURES[next.why])));
    if (next.do === 'note') results.set(path, next.result);
    else if (next.do === 'wait') results.set(path, answered(next, example));
    else {
      const order: StepOrder = { path, rounds: next.rounds, work: next.work, memory, plan };
      const done = await carriedOut(work(terms, order, bounded), path);
      results.set(path, done.result);
      spent += done.microEuro;
    }
    if (bounded.aborted) throw new ExampleFailed(at(path, errorText('model_too_slow')));
  }
}

const FAILURES: Readonly<Record<Extract<AnyNext, { do: 'fail' }>['why'], ErrorCode>> = {
  expression: 'agent_calculation',
  too_many: 'agent_too_many',
  limit: 'agent_limit',
  form: 'agent_form',
};

function planIn(agent: Agent): Plan | null {
  if (agent.work.kind === 'frei') return null;
  const planned = planOf(agent, agent.work);
  if ('faults' in planned) throw new ExampleFailed(planned.faults[0].text);
  return planned.plan;
}

function fieldsOf({ inputs }: Example): Values {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, input]): [string, PlainValue][] =>
      input.kind === 'feld' ? [[name, input.value]] : [],
    ),
  );
}

function answered(
  { path, waiting }: Extract<AnyNext, { do: 'wait' }>,
  { answers = {} }: Example,
): StepResult {
  const answer = Object.hasOwn(answers, path) ? answers[path] : undefined;
  const said = answerTo(waiting, answer ?? 'einverstanden');
  if ('fault' in said) throw new ExampleFailed(at(path, said.fault));
  return said.result;
}

async function carriedOut(
  events: ReturnType<StepWork>,
  path: string,
): Promise<{ result: StepResult; microEuro: number }> {
  let microEuro = 0;
  for await (const event of events) {
    if (event.type === 'cost') microEuro += event.microEuro ?? 0;
    if (event.type === 'failed') throw new ExampleFailed(at(path, event.message));
    if (event.type === 'done') return { result: event.result, microEuro };
  }
  throw new ExampleFailed(at(path, errorText('stopped')));
}

function at(path: string, said: string): string {
  return path === '' ? said : `${path}: ${said}`;
}
