import type { InstructInput } from '../../../contract/tasks/instruct.ts';
import { Fields, TextField } from '../fields.tsx';
import type { FormProps } from '../task.ts';

/** What a person asks for, in their words. */
export type InstructValues = Pick<InstructInput, 'instruction'>;

export function InstructForm({ values, onChange, missing, mainField }: FormProps<InstructValues>) {
  return (
    <Fields>
      <TextField
        label="Was soll Amtsfeder tun?"
        placeholder="Zum Beispiel: Alle Fristen als Tabelle auflisten"
        value={values.instruction}
        onChange={(value) => onChange('instruction', value)}
        problem={missing?.text ?? null}
        fieldRef={mainField}
      />
    </Fields>
  );
}
