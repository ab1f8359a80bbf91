import { Field, Textarea } from '@fluentui/react-components';
import { changeReason, MIN_REASON_LETTERS } from '../../../contract/admin.ts';

/** Why a reason is not one yet; null where it is. */
export function reasonFault(reason: string): string | null {
  return changeReason.safeParse(reason).success
    ? null
    : `Bitte nennen Sie den Grund mit mindestens ${MIN_REASON_LETTERS} Buchstaben und ohne Schlüssel oder Kennwörter.`;
}

interface Props {
  reason: string;
  /** Whether what is wrong with it is said. */
  shown: boolean;
  onChange: (reason: string) => void;
}

/** Why something is changed; it is kept in the protocol of administrative acts. */
export function ReasonField({ reason, shown, onChange }: Props) {
  const fault = shown ? reasonFault(reason) : null;
  return (
    <Field
      label="Grund der Änderung"
      required
      hint="Steht im Protokoll der Verwaltungsakte."
      {...(fault !== null && { validationMessage: fault, validationState: 'error' as const })}
    >
      <Textarea
        value={reason}
        rows={2}
        maxLength={500}
        resize="vertical"
        onChange={(_event, data) => onChange(data.value)}
      />
    </Field>
  );
}
