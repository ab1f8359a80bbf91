import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { Me } from '../../../contract/identity.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { FaultBar } from '../parts/fault-bar.tsx';
import { NoRights } from '../parts/no-rights.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { ReasonField, reasonFault } from '../parts/reason-field.tsx';
import { useSay } from '../parts/said.tsx';
import { useLeaving } from '../parts/use-leaving.ts';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { codeOf } from '../use-asked.ts';
import { goTo } from '../use-place.ts';
import { today } from '../words.ts';
import { CollectionFieldsForm } from './collection-fields.tsx';
import { fieldsOf, newForm } from './form.ts';
import { mayCreate, ownersFor } from './owners.ts';

/** The form that makes a collection. */
export function NewCollection({ api, me }: { api: ConsoleApi; me: Me }) {
  const styles = usePageStyles();
  const say = useSay();
  const [begin] = useState(() => newForm(today()));
  const [form, setForm] = useState(begin);
  const owners = ownersFor(me);
  const [owner, setOwner] = useState(owners[0]?.value ?? 'kommune');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  useLeaving(form !== begin && !busy);
  const checked = fieldsOf(form);

  const submit = async () => {
    setTried(true);
    if (checked.status === 'wrong' || reasonFault(reason) !== null || busy) return;
    setBusy(true);
    setFault(null);
    try {
      const made = await api.createCollection({ owner, fields: checked.fields, reason: reason.trim() });
      say(`Die Sammlung „${made.fields.name}“ ist angelegt. Importieren Sie jetzt Dokumente.`, made.id);
      goTo({ name: 'collection', id: made.id, tab: 'importe' });
    } catch (error) {
      setFault(codeOf(error));
      setBusy(false);
    }
  };

  return (
    <div className={styles.page}>
      <PageHead title="Sammlung anlegen" up={{ label: 'Sammlungen', address: '#/sammlungen' }} />
      {!mayCreate(me) ? (
        <NoRights />
      ) : (
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {owners.length > 1 && (
            <Field label="Inhaberin">
              <RadioGroup
                value={owner}
                onChange={(_event, { value }) => setOwner(value === 'verbund' ? 'verbund' : 'kommune')}
              >
                {owners.map(({ value, label }) => (
                  <Radio key={value} value={value} label={label} />
                ))}
              </RadioGroup>
            </Field>
          )}
          <CollectionFieldsForm
            form={form}
            faults={tried && checked.status === 'wrong' ? checked.faults : {}}
            readOnly={false}
            onChange={setForm}
          />
          <ReasonField reason={reason} shown={tried} onChange={setReason} />
          {fault !== null && <FaultBar code={fault} />}
          {tried && (checked.status === 'wrong' || reasonFault(reason) !== null) && (
            <p role="alert" className={styles.warning}>
              Bitte prüfen Sie die markierten Felder. Es wurde noch nichts angelegt.
            </p>
          )}
          <div className={styles.buttons}>
            <Button type="submit" appearance="primary" disabledFocusable={busy}>
              Sammlung anlegen
            </Button>
            <Button as="a" href="#/sammlungen">
              Abbrechen
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
