import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { ErrorCode } from '../../../contract/errors.ts';
import { type DocumentKind, documentKinds, type DocumentReport } from '../../../contract/knowledge.ts';
import type { ConsoleApi, DocumentFields } from '../api/console-api.ts';
import { FaultBar } from '../parts/fault-bar.tsx';
import { useSay } from '../parts/said.tsx';
import { useLeaving } from '../parts/use-leaving.ts';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { codeOf } from '../use-asked.ts';
import { dayText, monthsAfter, today } from '../words.ts';

interface Props {
  api: ConsoleApi;
  document: DocumentReport;
  /** Months until the next review, as the collection says. */
  reviewMonths: number | null;
  onChanged: (changed: DocumentReport) => void;
  onReload: () => void;
}

/** Months until the next review where the collection says none. */
const USUAL_MONTHS = 12;

/** What can be decided about a document: its kind, its next review, and when its newest version holds. */
export function DocumentForm({ api, document, reviewMonths, onChanged, onReload }: Props) {
  const styles = usePageStyles();
  const say = useSay();
  const newest = document.versions[0];
  const [begin] = useState(() => ({
    kind: document.kind,
    reviewOn: document.reviewOn ?? '',
    validFrom: newest?.validFrom ?? today(),
    validTo: newest?.validTo ?? '',
  }));
  const [form, setForm] = useState(begin);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  useLeaving(form !== begin);
  const reversed = form.validTo !== '' && form.validTo < form.validFrom;

  const save = async (now: typeof form, done: string) => {
    setTried(true);
    if (now.validFrom === '' || (now.validTo !== '' && now.validTo < now.validFrom) || busy) return;
    setBusy(true);
    setFault(null);
    const fields: DocumentFields = {
      kind: now.kind,
      reviewOn: now.reviewOn || null,
      validFrom: now.validFrom,
      validTo: now.validTo || null,
    };
    try {
      const changed = await api.changeDocument(document, fields);
      say(done);
      onChanged(changed);
    } catch (error) {
      setFault(codeOf(error));
    } finally {
      setBusy(false);
    }
  };
  const next = monthsAfter(today(), reviewMonths ?? USUAL_MONTHS);
  const field = (name: 'reviewOn' | 'validFrom' | 'validTo', label: string, wrong: string | false) => (
    <Field
      label={label}
      className={styles.field}
      {...(tried && wrong !== false && { validationMessage: wrong, validationState: 'error' as const })}
    >
      <Input
        className={styles.input}
        type="date"
        value={form[name]}
        onChange={(_event, { value }) => setForm({ ...form, [name]: value })}
      />
    </Field>
  );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(form, 'Die Angaben sind gespeichert.');
      }}
    >
      <Field label="Art">
        <Select
          className={styles.select}
          value={form.kind}
          onChange={(_event, { value }) => setForm({ ...form, kind: value as DocumentKind })}
        >
          {Object.entries(documentKinds).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.row}>
        {field(
          'validFrom',
          'Neueste Fassung gilt ab',
          form.validFrom === '' && 'Bitte geben Sie einen Tag an.',
        )}
        {field('validTo', 'Gilt bis (leer: ohne Ende)', reversed && 'Das Ende liegt vor dem Beginn.')}
      </div>
      <div className={styles.row}>
        {field('reviewOn', 'Prüfung bis (leer: keine)', false)}
        <Button
          disabledFocusable={busy}
          onClick={() => {
            const now = { ...form, reviewOn: next };
            setForm(now);
            void save(now, `Als geprüft vermerkt. Nächster Termin: ${dayText(next)}.`);
          }}
        >
          {`Geprüft – nächster Termin ${dayText(next)}`}
        </Button>
      </div>
      {fault !== null && (
        <FaultBar code={fault} {...(fault === 'conflict' && { onAgain: onReload, text: CONFLICT })} />
      )}
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          Angaben speichern
        </Button>
      </div>
    </form>
  );
}

const CONFLICT =
  'Jemand hat das inzwischen geändert. Ihre Eingaben stehen noch da. „Erneut versuchen“ zeigt den neuen Stand; Ihre Eingaben gehen dabei verloren.';
