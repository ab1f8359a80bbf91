import { Field as FieldFrame, Input, makeStyles, Select, Textarea } from '@fluentui/react-components';
import type { Field } from '../../../contract/agents/value.ts';
import { MAX_FIELD_CHARS, MAX_LINE_CHARS } from '../../../contract/limits.ts';

const useStyles = makeStyles({
  area: { width: '100%', '& > textarea': { fieldSizing: 'content', minHeight: '32px', maxHeight: '160px' } },
  line: {
    width: '100%',
    minWidth: 0,
    '& > input': { minWidth: 0, width: '100%' },
    '& > span': { flexShrink: 0, whiteSpace: 'nowrap' },
  },
  choice: { '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

interface Props {
  field: Field;
  typed: string;
  /** What is wrong with it; null while nothing is. */
  fault: string | null;
  onType: (typed: string) => void;
}

/** A typed field of an agent, to be filled in as German offices write. */
export function ValueField({ field, typed, fault, onType }: Props) {
  return (
    <FieldFrame
      label={field.optional === true ? `${field.label} (freiwillig)` : field.label}
      {...(field.hint !== undefined && { hint: field.hint })}
      validationState={fault === null ? 'none' : 'error'}
      validationMessage={fault}
    >
      <Entry field={field} typed={typed} onType={onType} />
    </FieldFrame>
  );
}

type EntryProps = Omit<Props, 'fault'>;

function Entry({ field, typed, onType, ...labelled }: EntryProps) {
  const styles = useStyles();
  const changed = (_event: unknown, data: { value: string }) => onType(data.value);
  switch (field.kind) {
    case 'text':
      return (
        <Textarea
          {...labelled}
          className={styles.area}
          rows={1}
          value={typed}
          maxLength={MAX_FIELD_CHARS}
          onChange={changed}
        />
      );
    case 'ja_nein':
    case 'auswahl': {
      const options = field.kind === 'auswahl' ? (field.options ?? []) : ['ja', 'nein'];
      return (
        <Select {...labelled} className={styles.choice} value={typed} onChange={changed}>
          <option value="">Bitte wählen</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {field.kind === 'auswahl' ? option : yesNo[option]}
            </option>
          ))}
        </Select>
      );
    }
    case 'zahl':
    case 'datum':
    case 'betrag':
      return (
        <Input
          {...labelled}
          className={styles.line}
          value={typed}
          maxLength={MAX_LINE_CHARS}
          inputMode={field.kind === 'zahl' ? 'decimal' : 'text'}
          placeholder={placeholders[field.kind]}
          {...(field.kind === 'betrag' && { contentAfter: 'Euro' })}
          onChange={changed}
        />
      );
  }
}

const yesNo: Record<string, string> = { ja: 'Ja', nein: 'Nein' };
const placeholders = {
  zahl: 'zum Beispiel 12,5',
  datum: 'TT.MM.JJJJ',
  betrag: 'zum Beispiel 1.234,56',
} as const;

/** Moves the focus to the field at a place of a form of such fields, counted from 0. */
export function focusField(form: HTMLElement | null, at: number): void {
  form?.querySelectorAll<HTMLElement>('textarea, input, select')[at]?.focus();
}
