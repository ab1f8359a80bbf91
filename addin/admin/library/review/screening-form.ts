import { type HighRiskUse, highRiskUses, type Screening } from '../../../../contract/agents/library.ts';

/** What was answered so far; nothing is taken for a no before somebody says so. */
export interface ScreeningForm {
  answers: Partial<Record<HighRiskUse, boolean>>;
  checkedByPerson: boolean | null;
  remark: string;
}

export const emptyScreening: ScreeningForm = { answers: {}, checkedByPerson: null, remark: '' };

export const riskUses = Object.keys(highRiskUses) as HighRiskUse[];

/** What the answers come to; null while one is missing. */
export function screeningOf({ answers, checkedByPerson, remark }: ScreeningForm): Screening | null {
  if (checkedByPerson === null || riskUses.some((use) => answers[use] === undefined)) return null;
  return { uses: riskUses.filter((use) => answers[use] === true), checkedByPerson, remark: remark.trim() };
}
