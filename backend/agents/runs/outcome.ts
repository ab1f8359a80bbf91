import type { Agent } from '../../../contract/agents/definition.ts';
import type { RunOutcome } from '../../../contract/agents/run.ts';
import type { FormFinding, FormName } from '../../../contract/forms.ts';
import type { Memory } from '../definition/memory.ts';
import { stepsIn } from '../definition/plan.ts';
import { wordsOfStep } from '../steps/material.ts';

/** What a run came to, before it is held against the rules of its form. */
export type Draft = Pick<RunOutcome, 'as' | 'text' | 'gaps' | 'checks'>;

/** The form whose rules an outcome keeps; null for none. */
export function formOf(as: RunOutcome['as']): FormName | null {
  switch (as) {
    case 'vermerk':
      return 'note';
    case 'brief':
      return 'letter';
    case 'mail':
      return 'mail';
    case 'liste':
    case 'entscheidungsbogen':
    case 'vorlage':
      return null;
  }
}

/** What a run that is done ended with; null where there is no text at all. */
export function draftOf({ work }: Pick<Agent, 'work'>, memory: Memory): Draft | null {
  if (work.kind === 'frei') {
    const last = [...memory.results.values()].findLast(({ kind }) => kind === 'antwort');
    if (last?.kind !== 'antwort') return null;
    return { as: work.as, text: last.text, gaps: last.gaps, checks: last.checks };
  }
  const { from, as } = work.outcome;
  const step = work.steps.find(({ id }) => id === from);
  if (step === undefined) return null;
  const words = wordsOfStep(step, memory, []);
  const text =
    words.length === 1
      ? (words[0]?.text ?? '')
      : words.map(({ name, text: said }) => `## ${name}\n\n${said}`).join('\n\n');
  const ids = new Set(stepsIn([step]).map(({ id }) => id));
  const written = [...memory.results].flatMap(([path, result]) =>
    result.kind === 'schreiben' && ids.has(path.split('/').at(-1) ?? '') ? [result] : [],
  );
  return {
    as,
    text,
    gaps: [...new Set(written.flatMap(({ gaps }) => gaps))],
    checks: written.flatMap(({ checks }) => checks),
  };
}

/** @param template id of the Vorlage that it is filled into */
export function outcomeOf(
  draft: Draft | null,
  findings: readonly FormFinding[],
  template: string | null,
): RunOutcome | null {
  return draft && { ...draft, findings: [...findings], template };
}
