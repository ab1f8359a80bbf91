import {
  Button,
  Field as FieldFrame,
  makeStyles,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { RunStep, StepForm } from '../../../contract/agents/run.ts';
import { type Field, MAX_ITEMS } from '../../../contract/agents/value.ts';
import { MAX_FIELD_CHARS } from '../../../contract/limits.ts';
import { type Draft, resultOf } from './correct.ts';
import { useAgentStyles } from './use-agent-styles.ts';
import { ValueField } from './value-field.tsx';

const useStyles = makeStyles({
  area: { '& > textarea': { fieldSizing: 'content', minHeight: '120px', maxHeight: '400px' } },
  record: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: `${tokens.spacingVerticalS} 0 0`,
    border: 'none',
  },
});

interface Props {
  step: RunStep;
  /** What is read or asked for, and whether there may be several of it. */
  form: StepForm;
  begin: Draft;
  sending: boolean;
  onCorrect: (result: StepResult) => void;
  onCancel: () => void;
}

/** "Ergebnis berichtigen": what a step came to as the person says it is; everything behind it is done again. */
export function CorrectForm({ step, form: { fields, many }, begin, sending, onCorrect, onCancel }: Props) {
  const styles = useAgentStyles();
  const [draft, setDraft] = useState(begin);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const element = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    element.current?.querySelector<HTMLElement>('textarea, input, select')?.focus();
  }, []);
  const submit = () => {
    const read = resultOf(draft, step, fields);
    if ('faults' in read) setFaults(read.faults);
    else onCorrect(read.result);
  };
  return (
    <form
      ref={element}
      noValidate
      className={styles.form}
      aria-label={`Ergebnis berichtigen: ${step.title}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <DraftFields draft={draft} fields={fields} many={many} faults={faults} onChange={setDraft} />
      <div className={styles.row}>
        <Button appearance="primary" size="small" type="submit" disabledFocusable={sending}>
          Ab hier neu
        </Button>
        <Button appearance="subtle" size="small" onClick={onCancel}>
          Abbrechen
        </Button>
      </div>
      <p className={styles.quiet}>Alle Schritte danach werden mit Ihrem Ergebnis noch einmal ausgeführt.</p>
    </form>
  );
}

interface DraftProps {
  draft: Draft;
  fields: readonly Field[];
  many: boolean;
  faults: Readonly<Record<string, string>>;
  onChange: (draft: Draft) => void;
}

function DraftFields({ draft, fields, many, faults, onChange }: DraftProps) {
  const styles = useStyles();
  const fault = faults[''] ?? null;
  switch (draft.kind) {
    case 'records':
      return <Records draft={draft} fields={fields} many={many} faults={faults} onChange={onChange} />;
    case 'text':
      return (
        <FieldFrame
          label="Text"
          validationState={fault === null ? 'none' : 'error'}
          validationMessage={fault}
        >
          <Textarea
            className={styles.area}
            value={draft.text}
            onChange={(_event, { value }) => onChange({ ...draft, text: value })}
          />
        </FieldFrame>
      );
    case 'check':
      return (
        <>
          <FieldFrame label="Ist es in Ordnung?">
            <RadioGroup
              layout="horizontal"
              value={draft.holds ? 'ja' : 'nein'}
              onChange={(_event, { value }) => onChange({ ...draft, holds: value === 'ja' })}
            >
              <Radio value="ja" label="Ja" />
              <Radio value="nein" label="Nein" />
            </RadioGroup>
          </FieldFrame>
          {!draft.holds && (
            <FieldFrame label="Was ist nicht in Ordnung?">
              <Textarea
                value={draft.says}
                maxLength={MAX_FIELD_CHARS}
                onChange={(_event, { value }) => onChange({ ...draft, says: value })}
              />
            </FieldFrame>
          )}
        </>
      );
    case 'value':
      return (
        <ValueField
          field={draft.field}
          typed={draft.typed}
          fault={fault}
          onType={(typed) => onChange({ ...draft, typed })}
        />
      );
  }
}

function Records({
  draft,
  fields,
  many,
  faults,
  onChange,
}: DraftProps & { draft: Extract<Draft, { kind: 'records' }> }) {
  const common = useAgentStyles();
  const styles = useStyles();
  const { rows } = draft;
  return (
    <>
      {rows.map(({ typed }, row) => (
        <fieldset key={row} className={styles.record}>
          {many && <legend className={common.quiet} style={{ padding: 0 }}>{`Eintrag ${row + 1}`}</legend>}
          {fields.map((field) => (
            <ValueField
              key={field.name}
              field={field}
              typed={typed[field.name] ?? ''}
              fault={faults[`${row}.${field.name}`] ?? null}
              onType={(text) =>
                onChange({
                  ...draft,
                  rows: rows.map((one, at) =>
                    at === row ? { ...one, typed: { ...one.typed, [field.name]: text } } : one,
                  ),
                })
              }
            />
          ))}
          {many && (
            <Button
              appearance="transparent"
              size="small"
              className={common.link}
              style={{ alignSelf: 'flex-start' }}
              onClick={() => onChange({ ...draft, rows: rows.filter((_one, at) => at !== row) })}
            >
              Eintrag entfernen
            </Button>
          )}
        </fieldset>
      ))}
      {many && rows.length < MAX_ITEMS && (
        <Button
          appearance="transparent"
          size="small"
          className={common.link}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange({ ...draft, rows: [...rows, { from: null, typed: {} }] })}
        >
          Eintrag hinzufügen
        </Button>
      )}
    </>
  );
}
