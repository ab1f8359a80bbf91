import { errorText, mayTryAgain, type ErrorCode } from '../../contract/errors.ts';
import type { TaskEvent } from '../../contract/events.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { TextBlock } from '../../contract/forms.ts';
import type { ModelInfo } from '../../contract/models.ts';
import type { GenderForm } from '../../contract/policy.ts';
import type { DataClass } from '../../contract/privacy.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';
import type { Ledger, LedgerLine } from '../ledger/ledger.ts';
import type { AskOptions } from '../models/ask.ts';
import { type Model, ModelError } from '../models/model.ts';
import { allowedModels } from '../policy/allowed-models.ts';
import type { Permits } from '../policy/register.ts';
import { StoreError } from '../store/store.ts';
import { openingFor, payable } from './account.ts';
import { Bill } from './bill.ts';
import { clear, type Manner } from './clearing.ts';
import { TaskError } from './errors.ts';
import { eventOf } from './event-of.ts';
import { broadenSearch, draws, relay, sourcesOf } from './drawing.ts';
import type { HousePrivacy } from './inspection.ts';
import type { Knowledge } from './knowledge.ts';
import type { LongStep } from './long.ts';
import { Outbox } from './outbox.ts';
import { prepare } from './preparation.ts';
import { remember } from './remembering.ts';
import { listen } from './tasks.ts';
import { write } from './write.ts';

/** What a task needs of the house it runs in. */
export interface House {
  /** The models of the house; the first that may be asked is the default. */
  models(): readonly Model[];
  /** The least class that a request has here: that of an agent for what its steps ask. */
  leastClass: DataClass;
  /** Which of them the Kommune may ask, and which for texts of a class. */
  permits(dataClass: DataClass): Permits;
  asking: AskOptions;
  /** Whether texts made with AI shall say so to their readers. */
  aiNote: boolean;
  /** How texts name persons of more than one gender. */
  gender: GenderForm;
  /** Approved texts that no model may rewrite. */
  textBlocks: readonly TextBlock[];
  privacy: HousePrivacy;
  /** The internal knowledge, as far as this person may read it. */
  knowledge: Knowledge;
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
  let line: LedgerLine | undefined;
  const tell = function* (step: LongStep): Generator<TaskEvent> {
    yield* outbox.take();
    if (step.type === 'usage') bill.add(step);
    if (step.type === 'failover') ({ model } = step);
    const event = eventOf(step);
    if (event) yield event;
  };
  try {
    const asked = await prepare(call, house, signal);
    model = asked.intended.info;
    bill.judge(asked.verdict);
    yield { type: 'start', version: CONTRACT_VERSION, task: call.task, model };

    const allowed = allowedModels(house.models(), call.model, asked.treatments, asked.permits);
    const { locked, inspection, verdict } = asked;
    line = await house.ledger.open(
      openingFor(call.task, clear(locked, inspection, verdict, model, mannerOf(house)), allowed),
    );
    const broadened = broadenSearch(call, house, asked, payable(allowed, line), outbox, signal);
    const { prepared, models } = yield* relay(broadened, tell);
    const { whole, findings } = prepared;
    bill.judge(prepared.verdict);
    if (draws(call)) yield sourcesOf(findings);

    const cleared = clear(prepared.locked, prepared.inspection, prepared.verdict, model, mannerOf(house));
    const extracted = () => model?.provider === 'builtin';
    const beside = { reading: whole, today: house.now(), findings, extracted };
    const hearing = cleared.restore(prepared.locked.restore(listen(call, beside)));
    const asking = { ...house.asking, onAsk: outbox.listen(cleared) };
    for await (const step of write(cleared.assignment, cleared.reading, models, asking, signal)) {
      yield* tell(step);
      if (step.type === 'text') yield* hearing.hear(step.text);
      if (step.type === 'call') hearing.call?.(step.call);
    }

    const { rest, result } = await hearing.end();
    yield* rest;
    const cost = await line.close(bill.close(model, 'done', house.now()));
    yield { type: 'usage', model, ...bill.usage(), ...cost };
    yield { type: 'done', model, result };
    remember(house, prepared, result);
  } catch (fault) {
    yield* outbox.take();
    const code = codeOf(fault, signal, house);
    const entry = bill.close(model, code, house.now());
    await (line ? line.close(entry) : house.ledger.refuse(entry));
    yield { type: 'error', code, message: errorText(code, model?.label), again: mayTryAgain(code) };
  } finally {
    // Whoever leaves in the middle of the events leaves no open account behind.
    await line?.close(bill.close(model, 'stopped', house.now()));
  }
}

/** How texts are written in this house today. */
export function mannerOf({ gender, now }: Pick<House, 'gender' | 'now'>): Manner {
  return { today: now(), gender };
}

function codeOf(fault: unknown, signal: AbortSignal, house: House): ErrorCode {
  if (signal.aborted) return signal.reason === 'shutting_down' ? 'shutting_down' : 'stopped';
  if (fault instanceof StoreError) return 'store_unavailable';
  const code = fault instanceof ModelError || fault instanceof TaskError ? fault.code : 'internal';
  if (code === 'internal') house.report(fault instanceof ModelError ? fault.cause : fault);
  return code;
}
