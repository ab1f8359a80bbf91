import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { DocumentKind } from '../../../contract/knowledge.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { FaultBar } from '../parts/fault-bar.tsx';
import { useSay } from '../parts/said.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { codeOf } from '../use-asked.ts';
import { today } from '../words.ts';
import { OpeningFields } from './import-form.tsx';

interface Props {
  api: ConsoleApi;
  collection: string;
  onOpened: () => void;
}

/** Imports a folder of SharePoint by its address. */
export function SharepointForm({ api, collection, onOpened }: Props) {
  const styles = usePageStyles();
  const say = useSay();
  const [address, setAddress] = useState('');
  const [kind, setKind] = useState<DocumentKind>('regulation');
  const [validFrom, setValidFrom] = useState(today);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const isAddress = /^https:\/\/\S+$/.test(address.trim());
  const submit = async () => {
    setTried(true);
    if (!isAddress || validFrom === '' || busy) return;
    setBusy(true);
    setFault(null);
    try {
      await api.openSharepoint(collection, { kind, validFrom, address: address.trim() });
      setAddress('');
      setTried(false);
      say('Der Ordner wird importiert. Sie können die Seite verlassen.');
      onOpened();
    } catch (error) {
      setFault(codeOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <details>
      <summary>Ordner aus SharePoint importieren</summary>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label="Adresse des Ordners"
          hint="Wie sie der Browser zeigt oder „Link kopieren“ sie gibt. Gelesen wird mit Ihren eigenen Rechten."
          {...(tried &&
            !isAddress && {
              validationMessage: 'Bitte geben Sie die Adresse an; sie beginnt mit https://.',
              validationState: 'error' as const,
            })}
        >
          <Input
            className={styles.input}
            type="url"
            maxLength={2_000}
            value={address}
            onChange={(_event, { value }) => setAddress(value)}
          />
        </Field>
        <OpeningFields
          kind={kind}
          validFrom={validFrom}
          lacksDay={tried && validFrom === ''}
          onKind={setKind}
          onValidFrom={setValidFrom}
        />
        {fault !== null && <FaultBar code={fault} />}
        <div className={styles.buttons}>
          <Button type="submit" disabledFocusable={busy}>
            Ordner importieren
          </Button>
        </div>
      </form>
    </details>
  );
}
