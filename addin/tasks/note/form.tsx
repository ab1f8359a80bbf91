import type { NoteInput } from '../../../contract/tasks/note.ts';
import { Choice, Fields, LineField, Settings, TextField } from '../fields.tsx';
import type { FormProps } from '../task.ts';
import { lengths } from '../words.ts';

/** What a person decides about a note. */
export type NoteValues = Pick<NoteInput, 'points' | 'reference' | 'length'>;

export function NoteForm({ values, onChange, mainField }: FormProps<NoteValues>) {
  return (
    <Fields>
      <TextField
        label="Was soll im Vermerk stehen?"
        placeholder={'Stichpunkte, zum Beispiel:\nTelefonat mit Frau Weber am 20.11.'}
        value={values.points}
        onChange={(value) => onChange('points', value)}
        fieldRef={mainField}
      />
      <Settings>
        <LineField
          label="Aktenzeichen"
          value={values.reference}
          onChange={(value) => onChange('reference', value)}
        />
        <Choice
          label="Länge"
          options={lengths}
          value={values.length}
          onChange={(value) => onChange('length', value)}
        />
      </Settings>
    </Fields>
  );
}
