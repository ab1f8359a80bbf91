import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { CollectionReport } from '../../../contract/knowledge.ts';
import { useBarStyles } from '../../pane/use-bar-styles.ts';
import { BackendError } from '../../pane/backend.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { FaultBar } from '../parts/fault-bar.tsx';
import { ReasonField } from '../parts/reason-field.tsx';
import { RemovalDialog } from '../parts/removal-dialog.tsx';
import { useSay } from '../parts/said.tsx';
import { useLeaving } from '../parts/use-leaving.ts';
import { useSaving } from '../parts/use-saving.ts';
import { usePageStyles } from '../parts/use-page-styles.ts';
import type { Asked } from '../use-asked.ts';
import { goTo } from '../use-place.ts';
import { countText } from '../words.ts';
import { CollectionFieldsForm } from './collection-fields.tsx';
import { MeaningField } from './meaning-field.tsx';
import { fieldWords } from './collection-words.ts';
import { differing, fieldsOf, formOf, onto } from './form.ts';

interface Props {
  api: ConsoleApi;
  report: CollectionReport;
  asked: Asked<CollectionReport[]>;
}

/** What is decided about a collection, and its removal. */
export function CollectionSettings({ api, report, asked }: Props) {
  const styles = usePageStyles();
  const bars = useBarStyles();
  const say = useSay();
  // What the form began with: where somebody else changes it meanwhile, both are put together.
  const [base, setBase] = useState(report);
  const [form, setForm] = useState(() => formOf(report.fields));
  const [foreign, setForeign] = useState<string[] | null>(null);
  const [removing, setRemoving] = useState(false);
  const checked = fieldsOf(form);
  const changed = JSON.stringify(form) !== JSON.stringify(formOf(base.fields));
  useLeaving(changed);

  const keep = (next: CollectionReport) => {
    setBase(next);
    asked.put((asked.value ?? []).map((one) => (one.id === next.id ? next : one)));
  };
  const takeNewest = async () => {
    const list = await api.collections(new AbortController().signal);
    const newest = list.find(({ id }) => id === base.id);
    if (newest === undefined) throw new BackendError('not_found');
    setForeign(differing(base.fields, newest.fields).map((field) => fieldWords[field]));
    setForm(onto(form, base.fields, newest.fields));
    keep(newest);
  };
  const { reason, setReason, tried, busy, fault, submit } = useSaving({
    ready: checked.status !== 'wrong',
    async save(why) {
      if (checked.status === 'wrong') return;
      setForeign(null);
      const saved = await api.changeCollection(base, checked.fields, why);
      keep(saved);
      setForm(formOf(saved.fields));
    },
    takeNewest,
    done: 'Die Einstellungen sind gespeichert.',
  });

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <CollectionFieldsForm
        form={form}
        faults={tried && checked.status === 'wrong' ? checked.faults : {}}
        readOnly={!report.mayEdit}
        onChange={setForm}
      />
      <MeaningField
        api={api}
        collection={report.id}
        form={form}
        readOnly={!report.mayEdit}
        onChange={setForm}
      />
      {report.mayEdit && (
        <>
          <ReasonField reason={reason} shown={tried} onChange={setReason} />
          {foreign !== null && (
            <MessageBar className={bars.bar} intent="warning" layout="multiline">
              <MessageBarBody className={bars.body}>
                <span role="alert">
                  Jemand hat das inzwischen geändert
                  {foreign.length > 0 && ` (${foreign.join(', ')})`}. Was Sie geändert haben, steht noch da;
                  alles andere zeigt den neuen Stand. Bitte prüfen Sie es und speichern Sie erneut.
                </span>
              </MessageBarBody>
            </MessageBar>
          )}
          {fault !== null && <FaultBar code={fault} />}
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary" disabledFocusable={busy}>
              Einstellungen speichern
            </Button>
            <Button onClick={() => setRemoving(true)}>Sammlung löschen …</Button>
          </div>
        </>
      )}
      {removing && (
        <RemovalDialog
          title={`Sammlung „${report.fields.name}“ löschen?`}
          verb="Sammlung löschen"
          remove={(why) => api.removeCollection(report.id, why)}
          onRemoved={() => {
            say(`Die Sammlung „${report.fields.name}“ ist gelöscht.`, 'collections');
            goTo({ name: 'collections' });
          }}
          onClose={() => setRemoving(false)}
        >
          <p className={styles.text}>
            {countText(report.documents, 'Dokument', 'Dokumente')} mit allen Fassungen, Originalen und
            FAQ-Einträgen werden endgültig gelöscht. Das lässt sich nicht rückgängig machen.
          </p>
        </RemovalDialog>
      )}
    </form>
  );
}
