import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { AdminItem, ContentReport, LibraryVersion } from '../../../../contract/agents/library.ts';
import { LibraryRefused } from '../../api/asking.ts';
import type { LibraryApi } from '../../api/library-api.ts';
import { FaultBar } from '../../parts/fault-bar.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { useSaving } from '../../parts/use-saving.ts';
import { AreaField } from '../builder/form-parts.tsx';
import { FaultList } from '../fault-list.tsx';
import { riskQuestions } from '../library-words.ts';
import { ExamplesCheck } from '../trial/examples-check.tsx';
import { emptyScreening, riskUses, screeningOf } from './screening-form.ts';

interface Props {
  api: LibraryApi;
  item: AdminItem;
  newest: LibraryVersion;
  hasUnsaved: boolean;
  onChanged: (item: AdminItem) => void;
  onReload: () => void;
}

/** Hands a draft in: questions about its use, and why. */
export function SubmitForm({ api, item, newest, hasUnsaved, onChanged, onReload }: Props) {
  const styles = usePageStyles();
  const [form, setForm] = useState(emptyScreening);
  const [faults, setFaults] = useState<ContentReport['faults']>([]);
  const screening = screeningOf(form);
  const agent = item.content.kind === 'agent' ? item.content.agent : null;
  const { reason, setReason, tried, busy, fault, submit } = useSaving({
    ready: screening !== null && !hasUnsaved,
    async save(why) {
      if (screening === null) return;
      setFaults([]);
      try {
        onChanged(await api.submit({ id: item.card.id, revision: newest.revision }, screening, why));
      } catch (error) {
        if (error instanceof LibraryRefused) setFaults(error.faults);
        throw error;
      }
    },
    takeNewest: () => Promise.resolve(onReload()),
    done: 'Die Fassung ist eingereicht. Freigeben muss sie eine andere Person.',
  });
  return (
    <form
      className={styles.form}
      noValidate
      aria-label="Zur Freigabe einreichen"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2 className={styles.heading}>Zur Freigabe einreichen</h2>
      <p className={styles.text}>
        Andere sehen diese Fassung erst, wenn eine zweite Person sie freigegeben hat. Bitte beantworten Sie
        vorher, wofür sie eingesetzt wird (KI-Verordnung der EU, Anhang III).
      </p>
      {riskUses.map((use) => (
        <YesNo
          key={use}
          label={riskQuestions[use].asks}
          hint={riskQuestions[use].such}
          value={form.answers[use] ?? null}
          missing={tried}
          onChange={(value) => setForm({ ...form, answers: { ...form.answers, [use]: value } })}
        />
      ))}
      <YesNo
        label="Prüft ein Mensch jedes Ergebnis, bevor es wirkt?"
        hint="etwa bevor ein Brief hinausgeht oder etwas in die Akte kommt"
        value={form.checkedByPerson}
        missing={tried}
        onChange={(checkedByPerson) => setForm({ ...form, checkedByPerson })}
      />
      <AreaField
        label="Wofür ist es gedacht, und wofür nicht?"
        rows={3}
        value={form.remark}
        onChange={(remark) => setForm({ ...form, remark })}
      />
      <ReasonField reason={reason} shown={tried} onChange={setReason} />
      {tried && screening === null && (
        <p role="alert" className={styles.warning}>
          Bitte beantworten Sie alle Fragen. Es wurde noch nichts eingereicht.
        </p>
      )}
      {hasUnsaved && (
        <p className={styles.warning}>
          Unter „Bearbeiten“ stehen Änderungen, die noch nicht gespeichert sind. Bitte speichern oder
          verwerfen Sie sie zuerst.
        </p>
      )}
      {fault !== null && <FaultBar code={fault} />}
      {faults.length > 0 && <FaultList title="Das steht dem entgegen" faults={faults} />}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || hasUnsaved}>
          Einreichen
        </Button>
      </div>
      {agent !== null && (
        <>
          <p className={styles.note}>
            Die Beispiele laufen beim Einreichen noch einmal; nur wenn alle wie erwartet ausgehen, wird
            eingereicht.
          </p>
          <ExamplesCheck api={api} agent={agent} model={null} />
        </>
      )}
    </form>
  );
}

interface YesNoProps {
  label: string;
  hint: string;
  /** Null while nobody has answered. */
  value: boolean | null;
  /** Whether a missing answer is said. */
  missing: boolean;
  onChange: (value: boolean) => void;
}

function YesNo({ label, hint, value, missing, onChange }: YesNoProps) {
  const isMissing = missing && value === null;
  return (
    <Field
      label={label}
      hint={hint}
      required
      {...(isMissing && { validationMessage: 'Bitte antworten Sie.', validationState: 'error' as const })}
    >
      <RadioGroup
        layout="horizontal"
        value={value === null ? '' : value ? 'ja' : 'nein'}
        onChange={(_event, data) => onChange(data.value === 'ja')}
      >
        <Radio value="ja" label="Ja" />
        <Radio value="nein" label="Nein" />
      </RadioGroup>
    </Field>
  );
}
