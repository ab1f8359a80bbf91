import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { type ReactNode, type RefCallback, useState } from 'react';
import { MAX_FIELD_CHARS, MAX_LINE_CHARS } from '../../contract/limits.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  area: { width: '100%', '& > textarea': { fieldSizing: 'content', minHeight: '64px', maxHeight: '240px' } },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  choice: { flex: '1 1 120px', minWidth: 0 },
  // An input has a width of its own that would push its neighbour aside.
  line: { width: '100%', minWidth: 0, '& > input': { minWidth: 0, width: '100%' } },
  more: { alignSelf: 'flex-start', paddingLeft: 0, minWidth: 0 },
  select: { '& > select': { minWidth: 0, textOverflow: 'ellipsis' } },
});

/** The column in which the fields of a form stand. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className={useStyles().fields}>{children}</div>;
}

/** Settings side by side, one under the other where the pane is narrow. */
export function Settings({ children }: { children: ReactNode }) {
  return <div className={useStyles().row}>{children}</div>;
}

interface TextProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with it, in words. */
  problem?: string | null;
  fieldRef: RefCallback<HTMLElement>;
  rows?: number;
}

/** A text that grows with what is written in it. */
export function TextField({
  label,
  placeholder,
  value,
  onChange,
  problem = null,
  fieldRef,
  rows = 3,
}: TextProps) {
  const styles = useStyles();
  return (
    <Field label={label} validationMessage={problem} validationState={problem === null ? 'none' : 'error'}>
      <Textarea
        className={styles.area}
        ref={fieldRef}
        rows={rows}
        value={value}
        maxLength={MAX_FIELD_CHARS}
        placeholder={placeholder}
        onChange={(_event, data) => onChange(data.value)}
      />
    </Field>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  /** Values with their words, in the order in which they are offered. */
  options: Record<Value, string>;
  value: Value;
  onChange: (value: string) => void;
}

/** One of a few. */
export function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  const styles = useStyles();
  return (
    <Field label={label} className={styles.choice} size="small">
      <Select className={styles.select} value={value} onChange={(_event, data) => onChange(data.value)}>
        {Object.entries<string>(options).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface LineProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A few words, beside other settings. */
export function LineField({ label, value, onChange }: LineProps) {
  const styles = useStyles();
  return (
    <Field label={label} className={styles.choice} size="small">
      <Input
        className={styles.line}
        value={value}
        maxLength={MAX_LINE_CHARS}
        onChange={(_event, data) => onChange(data.value)}
      />
    </Field>
  );
}

/** What is rarely needed, one click away. */
export function More({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        appearance="transparent"
        size="small"
        className={styles.more}
        iconPosition="after"
        icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Weniger' : 'Mehr'}
      </Button>
      {open && children}
    </>
  );
}
