import type { ClassSuggestion, DataClass, PrivacyVerdict } from '../../contract/privacy.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';
import type { Model } from '../models/model.ts';
import { intendedModel } from '../policy/allowed-models.ts';
import {
  classThatCounts,
  stricterClass,
  stricterSuggestion,
  type Treatments,
} from '../policy/data-classes.ts';
import type { Permits } from '../policy/register.ts';
import { TaskError } from './errors.ts';
import { inspect, type Inspection, trustsHouse, uninspected } from './inspection.ts';
import type { CallTexts } from './call-texts.ts';
import { contextOf } from './inquiry.ts';
import type { Findings } from './knowledge.ts';
import { lookUp, passagesOf } from './passages.ts';
import { lockCall, type LockedCall } from './locking.ts';
import { read, type Reading } from './reading.ts';
import type { House } from './run.ts';

/** A request that was read and looked through; nothing has been sent. */
export interface Prepared {
  /** The source as it is. */
  whole: Reading;
  /** What the knowledge has on it; nothing where it is not drawn on. */
  findings: Findings;
  /** The request without the Textbausteine that no model may rewrite, with the sections that are put before a model. */
  locked: LockedCall & CallTexts;
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
 * Reads a request, looks up what the knowledge has on it, finds what is personal in it, and decides its class.
 * @param words further words for the search
 * @throws TaskError, StoreError
 */
export async function prepare(
  call: TaskCall,
  house: House,
  signal: AbortSignal,
  words = '',
): Promise<Prepared> {
  const { policy } = house.privacy;
  const whole = read(call.input.source);
  const findings = await lookUp(call, whole, house.knowledge, words);
  const locked = {
    ...lockCall(call, contextOf(call, whole), house.textBlocks),
    passages: passagesOf(findings),
  };
  const inspection = await inspect(locked, whole, house.privacy, signal).catch((fault: unknown) => {
    // A text that stays in the house in every class may be worked on although nobody knows what is in it.
    const stays = trustsHouse(policy) && chosenPlace(call, house) === 'intern';
    if (!stays || signal.aborted || !(fault instanceof TaskError)) throw fault;
    return uninspected(locked, whole);
  });
  // What a person decides about their own text lowers nothing that stands in the knowledge.
  const chosen = classThatCounts(call.privacy, inspection.suggestion);
  const { ofPassages } = inspection;
  const ofSections = ofPassages && atLeast(ofPassages, classOfSections(findings));
  const suggestion = ofSections
    ? stricterSuggestion(inspection.suggestion, ofSections)
    : inspection.suggestion;
  const ofTexts = ofSections ? stricterClass(chosen, ofSections.dataClass) : chosen;
  const dataClass = stricterClass(ofTexts, house.leastClass);
  const treatments = policy[dataClass];
  const permits = house.permits(dataClass);
  const intended = intendedModel(house.models(), call.model, treatments, permits);
  const verdict = { dataClass, suggestion, treatment: treatments[intended.info.place] };
  return { whole, findings, locked, inspection, intended, verdict, treatments, permits };
}

/** Sections are as delicate as their collections at the least. */
function atLeast(suggestion: ClassSuggestion, dataClass: DataClass): ClassSuggestion {
  return stricterSuggestion(suggestion, { dataClass, because: ['Einstufung der Sammlung'] });
}

function classOfSections({ sections }: Findings): DataClass {
  return sections.reduce<DataClass>((most, { dataClass }) => stricterClass(most, dataClass), 'public');
}

function chosenPlace(call: TaskCall, house: House) {
  const models = house.models();
  return (models.find(({ info }) => info.id === call.model) ?? (call.model === null ? models[0] : undefined))
    ?.info.place;
}
