import {
  type ClassSuggestion,
  type DataClass,
  dataClasses,
  type PrivacyChoice,
  type PrivacyPolicy,
  type Treatment,
} from '../../contract/privacy.ts';
import { TaskError } from '../tasks/errors.ts';

/** What the models of each place get of the texts of one class. */
export type Treatments = PrivacyPolicy[DataClass];

/**
 * What holds where an operator decides nothing else: social and tax data (§ 80 SGB X, § 30 AO) go to models in-house or
 * in the EU only, VS-NfD never leaves the house.
 */
export const defaultPolicy: PrivacyPolicy = {
  public: { intern: 'plain', eu: 'plain', extern: 'plain' },
  internal: { intern: 'plain', eu: 'masked', extern: 'masked' },
  personal: { intern: 'plain', eu: 'masked', extern: 'masked' },
  social: { intern: 'plain', eu: 'masked', extern: 'refused' },
  restricted: { intern: 'plain', eu: 'refused', extern: 'refused' },
};

/** Letters that a reason has at the least. */
const MIN_REASON = 10;
const SEVERITY = { plain: 0, masked: 1, refused: 2 } as const;

/**
 * The class that counts: the one a person chose, else the one the content suggests. Upward a person may choose at any
 * time, downward with a reason.
 * @throws TaskError `class_reason_missing` where a lower class was chosen without one
 */
export function classThatCounts(
  choice: Pick<PrivacyChoice, 'dataClass' | 'reason'>,
  suggestion: ClassSuggestion,
): DataClass {
  const { dataClass, reason } = choice;
  if (dataClass === null) return suggestion.dataClass;
  if (isLower(dataClass, suggestion.dataClass) && !isReason(reason)) {
    throw new TaskError('class_reason_missing');
  }
  return dataClass;
}

/** Whether a text that was made ready for the one treatment may be given to a model that gets the other. */
export function suffices(prepared: Treatment, needed: Treatment): boolean {
  return needed !== 'refused' && SEVERITY[prepared] >= SEVERITY[needed];
}

/** Whether a class is less delicate than another. */
function isLower(one: DataClass, other: DataClass): boolean {
  return dataClasses.indexOf(one) < dataClasses.indexOf(other);
}

/** The more delicate of two classes. */
export function stricterClass(one: DataClass, other: DataClass): DataClass {
  return isLower(one, other) ? other : one;
}

/** The suggestion of the more delicate class; the first where they are equal. */
export function stricterSuggestion(one: ClassSuggestion, other: ClassSuggestion): ClassSuggestion {
  return isLower(one.dataClass, other.dataClass) ? other : one;
}

/** Whether the second treatment keeps more back than the first. */
export function isStricter(one: Treatment, than: Treatment): boolean {
  return SEVERITY[one] > SEVERITY[than];
}

/** The one of two treatments that keeps more back. */
export function stricterOf(one: Treatment, other: Treatment): Treatment {
  return isStricter(one, other) ? one : other;
}

function isReason(text: string): boolean {
  return (text.match(/\p{L}/gu)?.length ?? 0) >= MIN_REASON;
}
