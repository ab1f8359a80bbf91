import { germanDate } from '../../../contract/german-date.ts';
import type { Check } from '../../../contract/checks.ts';
import type { TaskCall, TaskResult } from '../../../contract/tasks/index.ts';
import { checkUnsupported } from '../../checks/unsupported.ts';
import { unstoppedBreath } from '../../tasks/hearing.ts';
import { read } from '../../tasks/reading.ts';
import { proofText } from '../../tasks/summary-source.ts';

/**
 * What a text of an agent says though nothing that it was given does. A person's own free order is not checked so, since it
 * may ask for anything; an agent's texts are made to be sent.
 */
export async function withCheck(call: TaskCall, result: TaskResult, today: Date): Promise<TaskResult> {
  if (call.task !== 'instruct') return result;
  const { author, input } = call;
  const support = [
    proofText(read(input.source)),
    input.instruction,
    Object.values(author).join('\n'),
    germanDate(today),
  ];
  const check: Check | null = await checkUnsupported(result.text, support, null, unstoppedBreath());
  return check === null ? result : { ...result, checks: [...result.checks, check] };
}
