import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { Field as Wanted } from '../../../../contract/agents/value.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { valueOf } from './typed-value.ts';

const FAULTS: Record<Wanted['kind'], string> = {
  text: 'Bitte geben Sie einen Text an.',
  zahl: 'Bitte geben Sie eine Zahl an, etwa 12,5.',
  datum: 'Bitte geben Sie einen Tag an.',
  betrag: 'Bitte geben Sie einen Betrag an, etwa 1.234,56.',
  ja_nein: 'Bitte wählen Sie ja oder nein.',
  auswahl: 'Bitte wählen Sie aus der Liste.',
};

interface Props {
  field: Wanted;
  typed: string;
  onChange: (typed: string) => void;
}

/** Where a person fills in a typed value. */
export function ValueField({ field, typed, onChange }: Props) {
  const styles = usePageStyles();
  const { kind, label, hint, optional = false, options = [] } = field;
  const isWrong = valueOf(field, typed) === null;
  const choices = kind === 'ja_nein' ? ['ja', 'nein'] : options;
  return (
    <Field
      label={label}
      required={!optional}
      {...(hint !== undefined && { hint })}
      {...(isWrong && { validationMessage: FAULTS[kind], validationState: 'error' as const })}
    >
      {kind === 'ja_nein' || kind === 'auswahl' ? (
        <Select className={styles.select} value={typed} onChange={(_event, { value }) => onChange(value)}>
          <option value="">Bitte wählen</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      ) : kind === 'text' ? (
        <Textarea
          rows={2}
          resize="vertical"
          value={typed}
          onChange={(_event, { value }) => onChange(value)}
        />
      ) : (
        <Input
          className={styles.input}
          type={kind === 'datum' ? 'date' : 'text'}
          value={typed}
          onChange={(_event, { value }) => onChange(value)}
        />
      )}
    </Field>
  );
}
