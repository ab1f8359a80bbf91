import type { ReplyInput } from '../../../contract/tasks/reply.ts';
import { Choice, Fields, More, Settings, TextField } from '../fields.tsx';
import type { FormProps } from '../task.ts';
import { lengths } from '../words.ts';

/** What a person decides about an answer. */
export type ReplyValues = Pick<ReplyInput, 'points' | 'tone' | 'length' | 'form'>;

export const tones: Record<ReplyInput['tone'], string> = {
  neutral: 'sachlich',
  formal: 'förmlich',
  friendly: 'freundlich',
};

const forms: Record<ReplyInput['form'], string> = { letter: 'Brief', mail: 'E-Mail' };

export function ReplyForm({ values, surface, onChange, mainField }: FormProps<ReplyValues>) {
  return (
    <Fields>
      <TextField
        label="Was soll drinstehen?"
        placeholder={'Stichpunkte, zum Beispiel:\nFrist bis 15.12. verlängert'}
        value={values.points}
        onChange={(value) => onChange('points', value)}
        fieldRef={mainField}
      />
      <Settings>
        <Choice
          label="Ton"
          options={tones}
          value={values.tone}
          onChange={(value) => onChange('tone', value)}
        />
        <Choice
          label="Länge"
          options={lengths}
          value={values.length}
          onChange={(value) => onChange('length', value)}
        />
      </Settings>
      {surface === 'document' && (
        <More>
          <Settings>
            <Choice
              label="Antwort als"
              options={forms}
              value={values.form}
              onChange={(value) => onChange('form', value)}
            />
          </Settings>
        </More>
      )}
    </Fields>
  );
}
