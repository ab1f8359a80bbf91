import type { RunOutcome, RunView } from '../../../contract/agents/run.ts';
import type { DeskTaskName } from '../../../contract/tasks/index.ts';

/** A finished text of a run that can be used. */
export interface OutcomeText {
  title: string;
  /** The task whose results are used as this one is. */
  like: DeskTaskName;
  outcome: RunOutcome;
}

const likeTask: Record<RunOutcome['as'], DeskTaskName> = {
  vermerk: 'note',
  brief: 'reply',
  mail: 'reply',
  liste: 'note',
  entscheidungsbogen: 'note',
  vorlage: 'instruct',
};

const names: Record<RunOutcome['as'], string> = {
  vermerk: 'Vermerk',
  brief: 'Schreiben',
  mail: 'E-Mail',
  liste: 'Liste',
  entscheidungsbogen: 'Entscheidungsbogen',
  vorlage: 'Text für die Vorlage',
};

/**
 * The texts of a run that is done: what it ended with first, then what else was written on the way, such as a task list or a
 * mail beside a Vermerk. Drafts inside of loops are parts of these.
 */
export function outcomeTexts({ outcome, steps }: Pick<RunView, 'outcome' | 'steps'>): OutcomeText[] {
  if (outcome === null) return [];
  const further = steps.flatMap(({ depth, title, result }): OutcomeText[] => {
    if (depth > 0 || result?.kind !== 'schreiben' || result.text.trim() === '') return [];
    if (result.text === outcome.text) return [];
    const { text, gaps, checks } = result;
    return [
      {
        title,
        like: 'instruct',
        outcome: { as: outcome.as, text, gaps, checks, findings: [], template: null },
      },
    ];
  });
  return [{ title: names[outcome.as], like: likeTask[outcome.as], outcome }, ...further];
}
