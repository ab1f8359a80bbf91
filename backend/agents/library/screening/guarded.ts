import type { HighRiskUse, Screening } from '../../../../contract/agents/library.ts';

/**
 * Whether only the Datenschutz may approve a use: it may be a high-risk one by what was answered or by its words (KI-VO,
 * Anhang III), or it takes effect without a person (Art. 22 DSGVO). Pure.
 */
export function isGuarded(screening: Screening | null, suspected: readonly HighRiskUse[]): boolean {
  if (screening === null) return suspected.length > 0;
  return suspected.length > 0 || screening.uses.length > 0 || !screening.checkedByPerson;
}
