import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { HTMLInputTypeAttribute, ReactElement } from 'react';
import { roles } from '../../../contract/identity.ts';
import { type DataClass, dataClasses } from '../../../contract/privacy.ts';
import { classLabels } from '../../pane/privacy/privacy-words.ts';
import { roleLabels } from '../../pane/sign-in/sign-in-words.ts';
import { usePageStyles } from '../parts/use-page-styles.ts';
import type { CollectionForm, FormFaults, FormField } from './form.ts';

interface Props {
  form: CollectionForm;
  faults: FormFaults;
  readOnly: boolean;
  onChange: (form: CollectionForm) => void;
}

/** What is decided about a collection. */
export function CollectionFieldsForm({ form, faults, readOnly, onChange }: Props) {
  const styles = usePageStyles();
  const field = (name: FormField, label: string, input: ReactElement, more: object = {}) => (
    <Field
      label={label}
      {...(faults[name] !== undefined && {
        validationMessage: faults[name],
        validationState: 'error' as const,
      })}
      {...more}
    >
      {input}
    </Field>
  );
  const input = (name: TextField, type: HTMLInputTypeAttribute = 'text') => (
    <Input
      className={styles.input}
      type={type as 'text'}
      value={form[name]}
      readOnly={readOnly}
      onChange={(_event, { value }) => onChange({ ...form, [name]: value })}
    />
  );
  const area = (name: TextField, rows: number) => (
    <Textarea
      value={form[name]}
      rows={rows}
      resize="vertical"
      readOnly={readOnly}
      onChange={(_event, { value }) => onChange({ ...form, [name]: value })}
    />
  );
  return (
    <>
      {field('name', 'Name', input('name'), { required: true })}
      {field('description', 'Beschreibung', area('description', 2), {
        hint: 'Ein Satz, an dem Kolleginnen und Kollegen die Sammlung erkennen.',
      })}

      <fieldset className={styles.fieldset}>
        <legend className={styles.legend}>Ansprechstelle</legend>
        <p className={styles.note}>
          Wird genannt, wenn eine Frage keine Fundstelle hat. Am besten eine Stelle, keine einzelne Person.
        </p>
        {field('contactName', 'Stelle', input('contactName'))}
        <div className={styles.row}>
          <div className={styles.field}>
            {field('contactEmail', 'E-Mail', input('contactEmail', 'email'))}
          </div>
          <div className={styles.field}>{field('contactPhone', 'Telefon', input('contactPhone', 'tel'))}</div>
        </div>
      </fieldset>

      <fieldset className={styles.fieldset}>
        <legend className={styles.legend}>Inhalt und Fristen</legend>
        {field(
          'dataClass',
          'Datenklasse der Dokumente, mindestens',
          <Select
            className={styles.select}
            value={form.dataClass}
            disabled={readOnly}
            onChange={(_event, { value }) => onChange({ ...form, dataClass: value as DataClass })}
          >
            {dataClasses.map((name) => (
              <option key={name} value={name}>
                {classLabels[name]}
              </option>
            ))}
          </Select>,
        )}
        <div className={styles.row}>
          <div className={styles.field}>{field('validFrom', 'Gilt ab', input('validFrom', 'date'))}</div>
          <div className={styles.field}>
            {field('validTo', 'Gilt bis (leer: ohne Ende)', input('validTo', 'date'))}
          </div>
        </div>
        <div className={styles.row}>
          <div className={styles.field}>
            {field('reviewMonths', 'Prüfung nach Monaten (leer: nie)', input('reviewMonths', 'number'))}
          </div>
          <div className={styles.field}>
            {field('keepOldDays', 'Abgelöste Fassungen findbar, Tage', input('keepOldDays', 'number'))}
          </div>
        </div>
      </fieldset>

      <fieldset className={styles.fieldset}>
        <legend className={styles.legend}>Wer darf lesen?</legend>
        <p className={styles.note}>
          Ohne Auswahl alle. Sind Rollen und Fachbereiche angegeben, muss beides zutreffen.
        </p>
        <div>
          {roles.map((role) => (
            <Checkbox
              key={role}
              label={roleLabels[role]}
              checked={form.readRoles.includes(role)}
              disabled={readOnly}
              onChange={(_event, { checked }) =>
                onChange({
                  ...form,
                  readRoles: roles.filter((one) =>
                    one === role ? checked === true : form.readRoles.includes(one),
                  ),
                })
              }
            />
          ))}
        </div>
        {field('readDepartments', 'Fachbereiche, je Zeile einer', area('readDepartments', 2))}
      </fieldset>

      <fieldset className={styles.fieldset}>
        <legend className={styles.legend}>Wer darf ändern?</legend>
        <p className={styles.note}>Die Administration immer, dazu die Beschäftigten dieser Fachbereiche.</p>
        {field('editDepartments', 'Fachbereiche, je Zeile einer', area('editDepartments', 2))}
      </fieldset>
    </>
  );
}

type TextField = Exclude<FormField, 'readRoles' | 'dataClass'>;
