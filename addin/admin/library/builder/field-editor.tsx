import { Button, Checkbox } from '@fluentui/react-components';
import { useRef } from 'react';
import { type Field, type ValueKind, valueKinds } from '../../../../contract/agents/value.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { emptyField } from './draft.ts';
import { Choice, LinesField, Pair, TextField } from './form-parts.tsx';
import { nameFrom } from './names.ts';
import { useListStyles } from './use-list-styles.ts';

interface OneProps {
  field: Field;
  /** The field by another label. */
  labelled: (field: Field, label: string) => Field;
  /** How the label is asked for. */
  label?: string;
  onChange: (field: Field) => void;
}

/** A typed field. */
export function FieldForm({ field, labelled, label = 'Bezeichnung', onChange }: OneProps) {
  const { options, ...withoutOptions } = field;
  return (
    <>
      <Pair>
        <TextField
          label={label}
          required
          value={field.label}
          hint={`In Ausdrücken: ${field.name}`}
          onChange={(value) => onChange(labelled(field, value))}
        />
        <Choice<ValueKind>
          label="Art der Angabe"
          value={field.kind}
          options={valueKinds}
          onChange={(kind) =>
            onChange(
              kind === 'auswahl'
                ? { ...withoutOptions, kind, options: options ?? [] }
                : { ...withoutOptions, kind },
            )
          }
        />
      </Pair>
      {field.kind === 'auswahl' && (
        <LinesField
          label="Auswahl"
          hint="Eine Möglichkeit in jeder Zeile."
          lines={options ?? []}
          onChange={(lines) => onChange({ ...field, options: lines })}
        />
      )}
      <TextField
        label="Was gemeint ist"
        hint="Hilft dem Sprachmodell und den Menschen, die es ausfüllen."
        value={field.hint ?? ''}
        onChange={(value) => onChange(value === '' ? withoutHint(field) : { ...field, hint: value })}
      />
      <Checkbox
        label="Darf leer bleiben"
        checked={field.optional ?? false}
        onChange={(_event, { checked }) =>
          onChange(checked === true ? { ...field, optional: true } : withoutOptional(field))
        }
      />
    </>
  );
}

function withoutHint(field: Field): Field {
  const { hint, ...rest } = field;
  return hint === undefined ? field : rest;
}

function withoutOptional(field: Field): Field {
  const { optional, ...rest } = field;
  return optional === undefined ? field : rest;
}

interface Props {
  fields: readonly Field[];
  /** As few as these must stay. */
  least?: number;
  /** The field by another label. @param taken names of those beside it */
  labelled: (field: Field, label: string, taken: ReadonlySet<string>) => Field;
  onChange: (fields: Field[]) => void;
}

/** Typed fields, one under the other. */
export function FieldsEditor({ fields, least = 1, labelled, onChange }: Props) {
  const styles = useListStyles();
  const page = usePageStyles();
  const box = useRef<HTMLDivElement>(null);
  const focusOn = (at: number) =>
    // Once it is there.
    setTimeout(() => box.current?.querySelectorAll<HTMLElement>('li input[type=text]')[at * 2]?.focus());
  const others = (at: number) =>
    new Set(fields.filter((_one, place) => place !== at).map(({ name }) => name));
  return (
    <div ref={box} className={page.part}>
      <ol className={styles.list}>
        {fields.map((field, at) => (
          <li key={at} className={styles.item} aria-label={`Angabe ${at + 1}`}>
            <FieldForm
              field={field}
              labelled={(one, label) => labelled(one, label, others(at))}
              onChange={(changed) => onChange(fields.map((one, place) => (place === at ? changed : one)))}
            />
            {fields.length > least && (
              <div className={page.buttons}>
                <Button
                  size="small"
                  aria-label={`Angabe „${field.label}“ entfernen`}
                  onClick={() => {
                    onChange(fields.filter((_one, place) => place !== at));
                    focusOn(Math.max(0, at - 1));
                  }}
                >
                  Entfernen
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <div className={page.buttons}>
        <Button
          size="small"
          onClick={() => {
            const name = nameFrom('', new Set(fields.map((one) => one.name)), 'angabe');
            onChange([...fields, { ...emptyField, name }]);
            focusOn(fields.length);
          }}
        >
          Angabe hinzufügen
        </Button>
      </div>
    </div>
  );
}
