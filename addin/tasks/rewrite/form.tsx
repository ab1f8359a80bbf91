import type { RewriteInput } from '../../../contract/tasks/rewrite.ts';
import { Choice, Fields, Settings, TextField } from '../fields.tsx';
import type { FormProps } from '../task.ts';

/** What a person decides about a rewritten text. */
export type RewriteValues = Pick<RewriteInput, 'style' | 'wish'>;

export const styles: Record<RewriteInput['style'], string> = {
  plain: 'bürgernah',
  shorter: 'kürzer',
  formal: 'förmlicher',
  friendly: 'freundlicher',
  simple: 'Einfache Sprache',
  correct: 'Rechtschreibung und Grammatik',
  custom: 'eigene Anweisung',
};

export function RewriteForm({ values, onChange, missing, mainField }: FormProps<RewriteValues>) {
  const own = values.style === 'custom';
  return (
    <Fields>
      <Settings>
        <Choice
          label="Wie soll der Text werden?"
          options={styles}
          value={values.style}
          onChange={(value) => onChange('style', value)}
        />
      </Settings>
      <TextField
        label={own ? 'Ihre Anweisung' : 'Was ist dabei wichtig? (freiwillig)'}
        placeholder={
          own ? 'Zum Beispiel: In der Wir-Form schreiben' : 'Zum Beispiel: Die Anrede soll bleiben'
        }
        rows={2}
        value={values.wish}
        onChange={(value) => onChange('wish', value)}
        problem={missing?.text ?? null}
        fieldRef={mainField}
      />
    </Fields>
  );
}
