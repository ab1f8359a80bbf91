import { usePageStyles } from '../../parts/use-page-styles.ts';
import { titleOf } from './building.ts';
import { type AgentDraft, allSteps } from './draft.ts';
import { Choice } from './form-parts.tsx';

type As = AgentDraft['outcome']['as'];

const AS: Record<As, string> = {
  vermerk: 'Vermerk',
  brief: 'Brief',
  mail: 'E-Mail',
  liste: 'Liste',
  entscheidungsbogen: 'Entscheidungsbogen',
  vorlage: 'Vorlage (DOCX), gefüllt',
};

interface Props {
  draft: AgentDraft;
  templates: readonly string[];
  onChange: (draft: AgentDraft) => void;
}

/** What a run ends with. */
export function OutcomeForm({ draft, templates, onChange }: Props) {
  const styles = usePageStyles();
  const { work, outcome, free } = draft;
  const isFree = work === 'frei';
  const as = isFree ? free.as : outcome.as;
  const putAs = (value: As) => {
    if (isFree) return onChange({ ...draft, free: { ...free, as: value } });
    const { from } = outcome;
    onChange({ ...draft, outcome: value === 'vorlage' ? { ...outcome, as: value } : { from, as: value } });
  };
  const template = outcome.template ?? '';
  return (
    <section className={styles.part} aria-label="Womit er endet">
      <h3 className={styles.heading}>Womit er endet</h3>
      {!isFree && (
        <Choice
          label="Text aus dem Schritt"
          value={outcome.from}
          options={stepsOf(draft)}
          onChange={(from) => onChange({ ...draft, outcome: { ...outcome, from } })}
        />
      )}
      <Choice<As> label="Ergebnis" value={as} options={AS} onChange={putAs} />
      {!isFree && as === 'vorlage' && (
        <Choice
          label="Vorlage"
          value={template}
          options={Object.fromEntries(
            (templates.includes(template) ? templates : [template, ...templates]).map((name) => [
              name,
              name === '' ? 'Bitte wählen' : name,
            ]),
          )}
          onChange={(name) => onChange({ ...draft, outcome: { ...outcome, template: name } })}
        />
      )}
    </section>
  );
}

/** Steps whose result can stand for the whole; those that leave a text first. */
function stepsOf({ steps, outcome: { from } }: AgentDraft): Record<string, string> {
  const able = steps.filter(({ kind }) => kind !== 'freigeben' && kind !== 'entscheiden');
  const sorted = able.toSorted(
    (one, other) => Number(other.kind === 'schreiben') - Number(one.kind === 'schreiben'),
  );
  const known = sorted.map((step) => [step.id, titleOf(step)]);
  const inner = allSteps(steps).some(({ id }) => id === from);
  return Object.fromEntries(
    able.some(({ id }) => id === from)
      ? known
      : [[from, from === '' ? 'Bitte wählen' : inner ? from : `${from} (gibt es nicht)`], ...known],
  );
}
