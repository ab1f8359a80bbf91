import type { Summary } from '../../../../contract/summary.ts';
import type { SummariseInput } from '../../../../contract/tasks/summarise.ts';
import type { Reading } from '../../../tasks/reading.ts';
import { summaryHearing } from '../../../tasks/summary-hearing.ts';
import { proofsFor } from '../../../tasks/summary-proofs.ts';
import { answer } from './answer.ts';

/** A summary of the built-in model as the person gets it: the text without the passages, and what was proven. */
export async function summaryOf(
  form: SummariseInput['form'],
  reading: Reading,
  focus = '',
): Promise<{ text: string; statements: Summary['statements']; dueDates: Summary['dueDates'] }> {
  const hearing = summaryHearing(form, proofsFor(reading));
  hearing.hear(await answer('summarise', { form, focus }, reading));
  const { text, summary } = (await hearing.end()).result;
  return { text, statements: summary?.statements ?? [], dueDates: summary?.dueDates ?? [] };
}
