import { Checkbox } from '@fluentui/react-components';
import type { ModelInfo } from '../../../../contract/models.ts';
import { dataClasses, type DataClass } from '../../../../contract/privacy.ts';
import { classLabels, placeLabels } from '../../../pane/privacy/privacy-words.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import type { AgentDraft } from './draft.ts';
import { AreaField, Choice, Pair, TextField } from './form-parts.tsx';

type Head = AgentDraft['head'];

interface Props {
  head: Head;
  models: readonly ModelInfo[];
  onChange: (head: Head) => void;
}

/** What an agent is, who answers for it, and within which bounds it works. */
export function HeadForm({ head, models, onChange }: Props) {
  const styles = usePageStyles();
  const { name, email } = head.owner;
  return (
    <section className={styles.part} aria-label="Angaben zum Agenten">
      <h3 className={styles.heading}>Angaben zum Agenten</h3>
      <TextField
        label="Name"
        required
        value={head.name}
        onChange={(value) => onChange({ ...head, name: value })}
      />
      <AreaField
        label="Zweck"
        hint="Wofür er gut ist, so dass andere ihn danach finden."
        required
        value={head.purpose}
        onChange={(purpose) => onChange({ ...head, purpose })}
      />
      <Pair>
        <TextField
          label="Verantwortlich"
          hint="Person oder Stelle, die für ihn einsteht."
          required
          value={name}
          onChange={(value) => onChange({ ...head, owner: { ...head.owner, name: value } })}
        />
        <TextField
          label="E-Mail der verantwortlichen Stelle"
          type="email"
          value={email ?? ''}
          onChange={(value) => onChange({ ...head, owner: value === '' ? { name } : { name, email: value } })}
        />
      </Pair>
      <Pair>
        <Choice<DataClass>
          label="Datenklasse"
          hint="Jeder Lauf hat mindestens diese; mit dem Inhalt kann sie steigen."
          value={head.dataClass}
          options={
            Object.fromEntries(dataClasses.map((one) => [one, classLabels[one]])) as Record<DataClass, string>
          }
          onChange={(dataClass) => onChange({ ...head, dataClass })}
        />
        <TextField
          label="Überprüfung am"
          type="date"
          required
          value={head.reviewOn}
          onChange={(reviewOn) => onChange({ ...head, reviewOn })}
        />
      </Pair>
      <Models
        models={models}
        chosen={head.models}
        onChange={(chosen) => onChange({ ...head, models: chosen })}
      />
    </section>
  );
}

interface ModelsProps {
  models: readonly ModelInfo[];
  /** Null for all. */
  chosen: Head['models'];
  onChange: (chosen: Head['models']) => void;
}

function Models({ models, chosen, onChange }: ModelsProps) {
  const styles = usePageStyles();
  const gone = (chosen ?? []).filter((id) => !models.some((one) => one.id === id));
  const all = [
    ...models.map(({ id, label, place }) => ({ id, label: `${label} (${placeLabels[place]})` })),
    ...gone.map((id) => ({ id, label: `${id} (nicht freigegeben)` })),
  ];
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>Sprachmodelle</legend>
      <Checkbox
        label="Alle, die die Kommune zulässt"
        checked={chosen === null}
        onChange={(_event, { checked }) => onChange(checked === true ? null : models.map(({ id }) => id))}
      />
      {chosen !== null &&
        all.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={chosen.includes(id)}
            onChange={(_event, { checked }) =>
              onChange(checked === true ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
    </fieldset>
  );
}
