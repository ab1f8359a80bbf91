import type { TaskResult } from '../../contract/tasks/index.ts';
import { maskedWords } from './clearing.ts';
import { scopeOfCall } from './inquiry.ts';
import type { Prepared } from './preparation.ts';
import type { House } from './run.ts';

/**
 * Tells the knowledge what became of a question: the sections that were of use, or the masked question that had no answer.
 * Nobody waits for it, and no answer fails because of it.
 */
export function remember(
  { knowledge, report }: Pick<House, 'knowledge' | 'report'>,
  { locked, inspection, findings }: Prepared,
  { answer, sources }: TaskResult,
): void {
  const scope = scopeOfCall(locked.call);
  if (scope === null) return;
  const used = new Set([
    ...(answer?.statements ?? []).flatMap(({ card }) => card ?? []),
    ...sources.map(({ number }) => number),
  ]);
  const sections = findings.sections.filter(({ card }) => used.has(card.number));
  if (sections.length > 0) knowledge.noteFound(sections.map(({ card }) => card.section)).catch(report);
  if (answer?.outcome !== 'not-found') return;
  const masked = maskedWords(locked, inspection);
  if (masked !== null && masked.trim() !== '') knowledge.noteUnanswered(masked, scope).catch(report);
}
