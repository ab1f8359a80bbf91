import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { errorText } from '../../../contract/errors.ts';
import { useBarStyles } from '../../pane/use-bar-styles.ts';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { countText, numberText } from '../words.ts';
import { failureText } from './outcome-words.ts';
import type { Upload, Uploads } from './uploads.ts';

/** Names of refused files that are shown; the rest is counted. */
const MAX_SHOWN = 50;

/** How far the files are that this page sends. */
export function UploadProgress({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const styles = usePageStyles();
  const done = upload.sent + upload.refused.length;
  return (
    <section aria-label="Übertragung dieser Seite" className={styles.part}>
      <ProgressBar value={done} max={Math.max(1, upload.total)} aria-label="Übertragene Dateien" />
      <p className={styles.text}>
        {`${numberText(upload.sent)} von ${countText(upload.total, 'Datei', 'Dateien')} übertragen`}
        {upload.refused.length > 0 && `, ${numberText(upload.refused.length)} nicht angenommen`}
      </p>
      <Step upload={upload} uploads={uploads} />
      {upload.refused.length > 0 && (
        <details>
          <summary>Nicht angenommene Dateien</summary>
          <ul>
            {upload.refused.slice(0, MAX_SHOWN).map(({ name, code }) => (
              <li key={name} className={styles.text}>
                {name}: {failureText(code)}
              </li>
            ))}
          </ul>
          {upload.refused.length > MAX_SHOWN && (
            <p className={styles.note}>und {numberText(upload.refused.length - MAX_SHOWN)} weitere</p>
          )}
        </details>
      )}
    </section>
  );
}

function Step({ upload: { step }, uploads }: { upload: Upload; uploads: Uploads }) {
  const styles = usePageStyles();
  const bars = useBarStyles();
  switch (step.name) {
    case 'sending':
      return (
        <>
          <p className={styles.note}>
            Bitte lassen Sie diese Seite offen, bis alle Dateien übertragen sind. In der Verwaltung können Sie
            weiterarbeiten.
          </p>
          <div className={styles.buttons}>
            <Button onClick={uploads.cancel}>Übertragung abbrechen</Button>
          </div>
        </>
      );
    case 'waiting':
      return (
        <MessageBar className={bars.bar} intent="warning" layout="multiline">
          <MessageBarBody className={bars.body}>
            <span role="alert">
              {step.code === 'sign_in_required'
                ? 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich oben an; die Übertragung geht dann von selbst weiter.'
                : `Die Übertragung ist unterbrochen und geht von selbst weiter. ${errorText(step.code)}`}
            </span>
          </MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={uploads.goOn}>
              Jetzt fortsetzen
            </Button>
            <Button size="small" onClick={uploads.cancel}>
              Übertragung abbrechen
            </Button>
          </MessageBarActions>
        </MessageBar>
      );
    case 'stopped':
      return (
        <Ended intent="error" uploads={uploads}>
          Die Übertragung ist beendet. {errorText(step.code)} Was übertragen ist, wird eingelesen.
        </Ended>
      );
    case 'cancelled':
      return (
        <Ended intent="info" uploads={uploads}>
          Abgebrochen. Was bis dahin übertragen wurde, wird eingelesen.
        </Ended>
      );
    case 'sent':
      return (
        <Ended intent="success" uploads={uploads}>
          Alles ist übertragen. Sie können die Seite jetzt verlassen; das Einlesen geht ohne sie weiter.
        </Ended>
      );
  }
}

interface EndedProps {
  intent: 'error' | 'info' | 'success';
  uploads: Uploads;
  children: ReactNode;
}

function Ended({ intent, uploads, children }: EndedProps) {
  const bars = useBarStyles();
  return (
    <MessageBar className={bars.bar} intent={intent} layout="multiline">
      <MessageBarBody className={bars.body}>
        <span role={intent === 'error' ? 'alert' : 'status'}>{children}</span>
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={uploads.dismiss}>
          Weitere Dateien importieren
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
