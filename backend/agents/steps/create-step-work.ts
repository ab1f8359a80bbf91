import { MAX_FIELD_CHARS } from '../../../contract/limits.ts';
import { errorText, mayTryAgain, type ErrorCode } from '../../../contract/errors.ts';
import type { TaskCall, TaskResult } from '../../../contract/tasks/index.ts';
import { FORM_REMINDER, readable } from '../../tasks/extract-hearing.ts';
import { TaskError } from '../../tasks/errors.ts';
import type { House } from '../../tasks/run.ts';
import { StoreError } from '../../store/store.ts';
import type { Refusal, ShownTemplate } from '../free/tools/tool.ts';
import { callOfStep, callOfTurn } from './call.ts';
import { carryOut, houseOf } from './carry-out.ts';
import { resultOf } from './result.ts';
import type { RunTerms, StepEvent, StepOrder, StepWork } from './step-work.ts';
import { useToolOf } from './tool.ts';
import { withCheck } from './unsupported.ts';

/** What tools of free agents need beside the house. */
export interface ToolParts {
  /** Vorlagen of the house, as a model is shown them; read when a tool is used. @throws StoreError */
  templates(): Promise<readonly ShownTemplate[]>;
  /** Told of each call that was refused, for the protocol. @throws StoreError */
  onRefused(terms: RunTerms, refusal: Refusal): Promise<void>;
}
const noTools: ToolParts = { templates: () => Promise.resolve([]), onRefused: () => Promise.resolve() };

/** Carries out the steps of agents in a house, as far as whoever it was opened for may. */
export function createStepWork(house: House, tools: ToolParts = noTools): StepWork {
  return async function* (terms, order, signal) {
    const own = houseOf(house, terms);
    try {
      yield* workOn(terms, order, own, tools, signal);
    } catch (fault) {
      yield failed(codeOf(fault, own, signal));
    }
  };
}

async function* workOn(
  terms: RunTerms,
  order: StepOrder,
  house: House,
  tools: ToolParts,
  signal: AbortSignal,
): AsyncGenerator<StepEvent, void> {
  const { work } = order;
  if (work.kind === 'werkzeug') {
    yield {
      type: 'done',
      result: await useToolOf(terms, { call: work.call, today: order.memory.today }, house, tools),
    };
    return;
  }
  const call = callOf(terms, order);
  if (call === null) {
    yield failed('agent_faulty');
    return;
  }
  if (call.task === 'extract' && call.input.source.kind === 'nothing') {
    // Nothing was chosen: there is nothing to read, and no model is asked.
    yield { type: 'done', result: { kind: 'lesen', records: [] } };
    return;
  }
  const result = yield* askTwice(call, house, terms, signal);
  if (result === null) return;
  yield { type: 'done', result: resultOf(work, await withCheck(call, result, house.now())) };
}

function callOf(terms: RunTerms, order: StepOrder): TaskCall | null {
  const { work, plan } = order;
  if (work.kind === 'werkzeug') return null;
  if (work.kind === 'antwort') return callOfTurn(terms, work);
  return plan && callOfStep(terms, { ...order, work }, plan);
}

/** What was read has a form; a model that misses it is told so once. */
async function* askTwice(
  call: TaskCall,
  house: House,
  terms: RunTerms,
  signal: AbortSignal,
): AsyncGenerator<StepEvent, TaskResult | null> {
  const first = yield* carryOut(call, house, terms, signal);
  if (first === null || call.task !== 'extract' || readable(first)) return first;
  const turns = [{ answer: first.text.slice(0, MAX_FIELD_CHARS) || '(keine Antwort)', wish: FORM_REMINDER }];
  const second = yield* carryOut({ ...call, turns }, house, terms, signal);
  if (second === null || readable(second)) return second;
  yield failed('agent_form');
  return null;
}

function failed(code: ErrorCode): StepEvent {
  return { type: 'failed', code, message: errorText(code), again: mayTryAgain(code) };
}

function codeOf(fault: unknown, house: House, signal: AbortSignal): ErrorCode {
  if (signal.aborted) return signal.reason === 'shutting_down' ? 'shutting_down' : 'stopped';
  if (fault instanceof TaskError) return fault.code;
  if (fault instanceof StoreError) return 'store_unavailable';
  house.report(fault);
  return 'internal';
}
