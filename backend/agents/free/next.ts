import type { z } from 'zod/mini';
import type { freeWork } from '../../../contract/agents/definition.ts';
import type { ResultOf, StepResult } from '../../../contract/agents/result.ts';
import type { ToolCall } from '../../../contract/agents/tool-call.ts';
import type { ActInput } from '../../../contract/tasks/act.ts';
import type { Memory, Rounds } from '../definition/memory.ts';
import { ExpressionError } from '../expressions/expression.ts';
import { orderOf } from './order.ts';

export type FreeAgentWork = z.infer<typeof freeWork>;

/** A turn of the model, or one of the tools that it asked for. */
export type FreeStep =
  | { kind: 'antwort'; order: string; turnsBefore: ActInput['turnsBefore']; last: boolean }
  | { kind: 'werkzeug'; call: ToolCall };

/** What comes next in a run of a free agent. Paths: `zug_1`, its tools `zug_1/werkzeug_1`. */
export type FreeNext =
  | { do: 'work'; path: string; rounds: Rounds; work: FreeStep }
  /** A tool that is refused because the limit is reached: nothing is asked or read. */
  | { do: 'note'; path: string; result: StepResult }
  | { do: 'end' }
  /** `form`: a turn asked for what was refused, and the next one did so again. */
  | { do: 'fail'; path: string; why: 'limit' | 'form' | 'expression' };

/** What a model is told of a tool that it wanted to use beyond the limit. */
export const LIMIT_SAID =
  'Abgewiesen: Die Grenze dieses Agenten ist erreicht. Schreiben Sie den Text aus dem, was Sie haben.';

interface Turn {
  path: string;
  result: ResultOf<'antwort'>;
  answers: ResultOf<'werkzeug'>[];
}

/**
 * What comes next, from what the run knows and has spent (millionths of a euro). Pure. Where one of the limits is reached,
 * exactly one more turn follows, in which no tool may be used; one that wants some all the same ends the run.
 */
export function nextOfFree(work: FreeAgentWork, memory: Memory, spent: number): FreeNext {
  const turns: Turn[] = [];
  let used = 0;
  for (let number = 1; ; number++) {
    const path = `zug_${number}`;
    const result = memory.results.get(path);
    const last = isLast(turns.at(-1), used, work);
    if (result?.kind !== 'antwort') return turn(path, work, memory, turns, last, spent);
    if (result.calls.length === 0) return { do: 'end' };
    if (last) return { do: 'fail', path, why: 'limit' };
    const answers: ResultOf<'werkzeug'>[] = [];
    for (const [index, call] of result.calls.entries()) {
      const toolPath = `${path}/werkzeug_${index + 1}`;
      const answer = memory.results.get(toolPath);
      if (answer?.kind !== 'werkzeug') return tool(toolPath, call, used, work, spent);
      answers.push(answer);
      used++;
    }
    const before = turns.at(-1);
    turns.push({ path, result, answers });
    if (before && hasRefused(before) && answers.some(isRefused)) return { do: 'fail', path, why: 'form' };
  }
}

/** Whether a turn is the one behind the limit; known from the run alone, whatever was spent since. */
function isLast(before: Turn | undefined, used: number, { most }: FreeAgentWork): boolean {
  return used >= most.calls || (before?.answers.some(isBeyond) ?? false);
}

function turn(
  path: string,
  work: FreeAgentWork,
  memory: Memory,
  turns: readonly Turn[],
  last: boolean,
  spent: number,
): FreeNext {
  const over = last || spent >= work.most.microEuro;
  try {
    const order = orderOf(work.order, memory.inputs);
    const turnsBefore = turns.map(({ result, answers }) => ({
      said: result.text,
      calls: result.calls.flatMap((call, index) => {
        const answer = answers[index]?.said;
        return answer === undefined ? [] : [{ call, answer }];
      }),
    }));
    return { do: 'work', path, rounds: [], work: { kind: 'antwort', order, turnsBefore, last: over } };
  } catch (fault) {
    if (fault instanceof ExpressionError) return { do: 'fail', path, why: 'expression' };
    throw fault;
  }
}

function tool(path: string, call: ToolCall, used: number, { most }: FreeAgentWork, spent: number): FreeNext {
  if (used < most.calls && spent < most.microEuro) {
    return { do: 'work', path, rounds: [], work: { kind: 'werkzeug', call } };
  }
  const asked = 'Ein weiteres Werkzeug';
  return {
    do: 'note',
    path,
    result: { kind: 'werkzeug', tool: call.tool, asked, said: LIMIT_SAID, refused: true },
  };
}

function hasRefused({ answers }: Turn): boolean {
  return answers.some(isRefused);
}

/** Refused for what was asked, and not for the limit. */
function isRefused(answer: ResultOf<'werkzeug'>): boolean {
  return answer.refused && !isBeyond(answer);
}

function isBeyond({ refused, said }: ResultOf<'werkzeug'>): boolean {
  return refused && said === LIMIT_SAID;
}
