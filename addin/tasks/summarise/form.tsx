import type { SummariseInput } from '../../../contract/tasks/summarise.ts';
import { Choice, Fields, Settings, TextField } from '../fields.tsx';
import type { FormProps } from '../task.ts';

/** What a person decides about a summary. */
export type SummariseValues = Pick<SummariseInput, 'form' | 'focus'>;

export const forms: Record<SummariseInput['form'], string> = {
  'key-points': 'Kernaussagen',
  circular: 'Rundschreiben',
  faq: 'Fragen und Antworten',
  paragraph: 'ein Absatz',
};

export function SummariseForm({ values, onChange, mainField }: FormProps<SummariseValues>) {
  return (
    <Fields>
      <Settings>
        <Choice
          label="Zusammenfassen als"
          options={forms}
          value={values.form}
          onChange={(value) => onChange('form', value)}
        />
      </Settings>
      <TextField
        label="Was interessiert Sie besonders? (freiwillig)"
        placeholder="Zum Beispiel: Fristen und Kosten"
        rows={2}
        value={values.focus}
        onChange={(value) => onChange('focus', value)}
        fieldRef={mainField}
      />
    </Fields>
  );
}
