import { Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { usePageStyles } from '../../parts/use-page-styles.ts';

const useStyles = makeStyles({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(200px, 100%), 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    alignItems: 'start',
  },
  code: { '& textarea': { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 } },
});

/** Short fields beside each other where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={useStyles().pair}>{children}</div>;
}

interface TextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  id?: string;
  type?: 'text' | 'date' | 'email';
  required?: boolean;
}

/** A line of text. */
export function TextField({ label, value, onChange, hint, id, type = 'text', required = false }: TextProps) {
  const styles = usePageStyles();
  return (
    <Field label={label} required={required} {...(hint !== undefined && { hint })}>
      <Input
        className={styles.input}
        type={type}
        value={value}
        {...(id !== undefined && { id })}
        onChange={(_event, data) => onChange(data.value)}
      />
    </Field>
  );
}

interface NumberProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  hint?: string;
}

/** A number as people write it, with a comma or a full stop; what is none stays as it was typed. */
export function NumberField({ label, value, onChange, hint }: NumberProps) {
  const styles = usePageStyles();
  const [typed, setTyped] = useState('');
  const isOwn = Object.is(numberOf(typed), value);
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      <Input
        className={styles.input}
        inputMode="decimal"
        value={isOwn ? typed : String(value).replace('.', ',')}
        onChange={(_event, data) => {
          setTyped(data.value);
          onChange(numberOf(data.value));
        }}
      />
    </Field>
  );
}

function numberOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.'));
}

interface AreaProps extends Omit<TextProps, 'type' | 'id'> {
  rows?: number;
  /** Whether it is an expression rather than sentences. */
  code?: boolean;
}

/** Several lines of text, or an expression. */
export function AreaField({
  label,
  value,
  onChange,
  hint,
  required = false,
  rows = 3,
  code = false,
}: AreaProps) {
  const styles = useStyles();
  return (
    <Field label={label} required={required} {...(hint !== undefined && { hint })}>
      <Textarea
        rows={rows}
        resize="vertical"
        value={value}
        {...(code && { className: styles.code, spellCheck: false })}
        onChange={(_event, data) => onChange(data.value)}
      />
    </Field>
  );
}

interface LinesProps {
  label: string;
  hint: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
}

/** Several short texts, one in each line; empty lines are none. */
export function LinesField({ label, hint, lines, onChange }: LinesProps) {
  const [typed, setTyped] = useState('');
  const isOwn = JSON.stringify(linesOf(typed)) === JSON.stringify(lines);
  return (
    <AreaField
      label={label}
      hint={hint}
      required
      value={isOwn ? typed : lines.join('\n')}
      onChange={(text) => {
        setTyped(text);
        onChange(linesOf(text));
      }}
    />
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
  hint?: string;
}

/** One of several. */
export function Choice<Value extends string>({ label, value, options, onChange, hint }: ChoiceProps<Value>) {
  const styles = usePageStyles();
  return (
    <Field label={label} {...(hint !== undefined && { hint })}>
      <Select
        className={styles.select}
        value={value}
        onChange={(_event, data) => onChange(data.value as Value)}
      >
        {Object.entries<string>(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
