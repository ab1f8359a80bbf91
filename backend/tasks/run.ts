import { errorText, mayTryAgain, type ErrorCode } from '../../contract/errors.ts';
import type { TaskEvent } from '../../contract/events.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { TextBlock } from '../../contract/forms.ts';
import type { ModelInfo } from '../../contract/models.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { AskOptions } from '../models/ask.ts';
import { type Model, ModelError } from '../models/model.ts';
import { allowedModels } from '../policy/allowed-models.ts';
import { Bill } from './bill.ts';
import { clear } from './clearing.ts';
import { TaskError } from './errors.ts';
import { eventOf } from './event-of.ts';
import type { HousePrivacy } from './inspection.ts';
import { Outbox } from './outbox.ts';
import { prepare } from './preparation.ts';
import { listen } from './tasks.ts';
import { write } from './write.ts';

/** What a task needs of the house it runs in. */
export interface House {
  /** The models that may be asked at all; the first is the default. */
  models(): readonly Model[];
  asking: AskOptions;
  /** Whether texts made with AI shall say so to their readers. */
  aiNote: boolean;
  /** Approved texts that no model may rewrite. */
  textBlocks: readonly TextBlock[];
  privacy: HousePrivacy;
  ledger: Ledger;
  now(): Date;
  /** Told of a fault of ours, so that an operator can find it. */
  report(fault: unknown): void;
}

/**
 * Runs a task from the question to the bill. Yields the events of the contract; the last is `done` or `error`.
 * @param signal aborted when the person stops or leaves; its reason is `shutting_down` when the house closes
 */
export async function* runTask(call: TaskCall, house: House, signal: AbortSignal): AsyncGenerator<TaskEvent> {
  const bill = new Bill(call.task, house.now());
  const outbox = new Outbox();
  let model: ModelInfo | undefined;
  try {
    const { whole, locked, inspection, intended, verdict, treatments } = await prepare(call, house, signal);
    model = intended.info;
    bill.judge(verdict);
    yield { type: 'start', version: CONTRACT_VERSION, task: call.task, model };

    const models = allowedModels(house.models(), call.model, treatments);
    const cleared = clear(locked, inspection, verdict, model, house.now());
    const hearing = cleared.restore(locked.restore(listen(call, whole, house.now())));
    const asking = { ...house.asking, onAsk: outbox.listen(cleared) };
    for await (const step of write(cleared.assignment, cleared.reading, models, asking, signal)) {
      yield* outbox.take();
      if (step.type === 'text') yield* hearing.hear(step.text);
      if (step.type === 'usage') bill.add(step);
      if (step.type === 'failover') ({ model } = step);
      const event = eventOf(step);
      if (event) yield event;
    }

    const { rest, result } = await hearing.end();
    yield* rest;
    house.ledger.record(bill.close(model, 'done', house.now()));
    yield { type: 'usage', model, ...bill.usage() };
    yield { type: 'done', model, result };
  } catch (fault) {
    yield* outbox.take();
    const code = codeOf(fault, signal, house);
    house.ledger.record(bill.close(model, code, house.now()));
    yield { type: 'error', code, message: errorText(code, model?.label), again: mayTryAgain(code) };
  }
}

function codeOf(fault: unknown, signal: AbortSignal, house: House): ErrorCode {
  if (signal.aborted) return signal.reason === 'shutting_down' ? 'shutting_down' : 'stopped';
  const code = fault instanceof ModelError || fault instanceof TaskError ? fault.code : 'internal';
  if (code === 'internal') house.report(fault instanceof ModelError ? fault.cause : fault);
  return code;
}
