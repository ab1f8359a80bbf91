import type { ModelInfo } from '../../../contract/models.ts';
import {
  type DataClass,
  dataClasses,
  type PrivacyPolicy,
  type Treatment,
} from '../../../contract/privacy.ts';

/** The class that a person chose for a text, and why it is lower than its content suggests (empty where it is not). */
export interface ClassChoice {
  dataClass: DataClass;
  reason: string;
}

export function isLower(one: DataClass, other: DataClass): boolean {
  return dataClasses.indexOf(one) < dataClasses.indexOf(other);
}

/** Letters that a reason has at the least; the backend asks for as many. */
const MIN_REASON = 10;

export function isReason(text: string): boolean {
  return (text.match(/\p{L}/gu)?.length ?? 0) >= MIN_REASON;
}

/** What a model gets of a text; null while the class is not known. */
export function treatmentOf(
  { place }: ModelInfo,
  dataClass: DataClass | null,
  policy: PrivacyPolicy,
): Treatment | null {
  return dataClass === null ? null : policy[dataClass][place];
}

/** Whether a text that goes to this model leaves the house. */
export function isOutside({ place }: ModelInfo): boolean {
  return place !== 'intern';
}

const nearness: readonly ModelInfo['place'][] = ['extern', 'eu', 'intern'];

/**
 * The model that can take over from one that is refused: as near to it as the class allows, a language model before
 * none.
 * @returns null where the class is refused to every model
 */
export function nearestAllowed(
  models: readonly ModelInfo[],
  dataClass: DataClass,
  policy: PrivacyPolicy,
): ModelInfo | null {
  const distance = ({ place, provider }: ModelInfo) =>
    nearness.indexOf(place) * 2 + (provider === 'builtin' ? 1 : 0);
  const allowed = models.filter((model) => treatmentOf(model, dataClass, policy) !== 'refused');
  return allowed.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}
