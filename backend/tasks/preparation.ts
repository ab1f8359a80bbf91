import type { PrivacyVerdict } from '../../contract/privacy.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';
import type { Model } from '../models/model.ts';
import { intendedModel } from '../policy/allowed-models.ts';
import { classThatCounts, type Treatments } from '../policy/data-classes.ts';
import type { Permits } from '../policy/register.ts';
import { TaskError } from './errors.ts';
import { inspect, type Inspection, trustsHouse, uninspected } from './inspection.ts';
import { lockCall, type LockedCall } from './locking.ts';
import { read, type Reading } from './reading.ts';
import type { House } from './run.ts';

/** A request that was read and looked through; nothing has been sent. */
export interface Prepared {
  /** The source as it is. */
  whole: Reading;
  /** The request without the Textbausteine that no model may rewrite. */
  locked: LockedCall;
  inspection: Inspection;
  /** The model that it is meant for; the class may refuse it. */
  intended: Model;
  verdict: PrivacyVerdict;
  /** What the class lets each place have. */
  treatments: Treatments;
  /** Which models the Kommune may ask for it. */
  permits: Permits;
}

/**
 * Reads a request, finds what is personal in it, and decides its class.
 * @throws TaskError
 */
export async function prepare(call: TaskCall, house: House, signal: AbortSignal): Promise<Prepared> {
  const { policy } = house.privacy;
  const whole = read(call.input.source);
  const locked = lockCall(call, whole, house.textBlocks);
  const inspection = await inspect(locked, whole, house.privacy, signal).catch((fault: unknown) => {
    // A text that stays in the house in every class may be worked on although nobody knows what is in it.
    const stays = trustsHouse(policy) && chosenPlace(call, house) === 'intern';
    if (!stays || signal.aborted || !(fault instanceof TaskError)) throw fault;
    return uninspected(locked, whole);
  });
  const dataClass = classThatCounts(call.privacy, inspection.suggestion);
  const treatments = policy[dataClass];
  const permits = house.permits(dataClass);
  const intended = intendedModel(house.models(), call.model, treatments, permits);
  const { suggestion } = inspection;
  const verdict = { dataClass, suggestion, treatment: treatments[intended.info.place] };
  return { whole, locked, inspection, intended, verdict, treatments, permits };
}

function chosenPlace(call: TaskCall, house: House) {
  const models = house.models();
  return (models.find(({ info }) => info.id === call.model) ?? (call.model === null ? models[0] : undefined))
    ?.info.place;
}
