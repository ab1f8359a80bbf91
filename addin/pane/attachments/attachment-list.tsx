import { Checkbox, Spinner } from '@fluentui/react-components';
import { errorText } from '../../../contract/errors.ts';
import { hostErrorText } from '../german.ts';
import { useReadAlongStyles } from '../use-read-along-styles.ts';
import type { AttachmentsUse, FileState } from './use-attachments.ts';

/** The files of a mail: what can be read along, and why something cannot. */
export default function AttachmentList({ use, host }: { use: AttachmentsUse; host: string }) {
  const styles = useReadAlongStyles();
  const pictures = use.files.filter(({ file }) => file.kind === 'inline').length;
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>Anhänge mitlesen</legend>
      {use.files
        .filter(({ file }) => file.kind !== 'inline')
        .map(({ file, state }) => (
          <div key={file.id}>
            <div className={styles.line}>
              <Checkbox
                className={styles.box}
                size="medium"
                checked={state.name === 'read' || state.name === 'reading'}
                disabled={state.name === 'unreadable' || (state.name !== 'read' && !use.hasRoom)}
                label={[file.name, sizeText(file.size)].filter(Boolean).join(' · ')}
                onChange={() => use.toggle(file.id)}
              />
              {state.name === 'reading' && <Spinner size="extra-tiny" aria-label="Wird gelesen" />}
            </div>
            <Note state={state} host={host} />
          </div>
        ))}
      {pictures > 0 && (
        <div className={styles.legend}>
          {pictures === 1
            ? 'Ein Bild im Text wird nicht gelesen.'
            : `${pictures} Bilder im Text werden nicht gelesen.`}
        </div>
      )}
    </fieldset>
  );
}

function Note({ state, host }: { state: FileState; host: string }) {
  const styles = useReadAlongStyles();
  switch (state.name) {
    case 'offered':
    case 'reading':
    case 'read':
      return null;
    case 'unreadable':
      return <div className={styles.note}>{unreadable[state.why]}</div>;
    case 'failed':
      return (
        <div className={styles.trouble} role="alert">
          {state.why.from === 'backend'
            ? `Nicht gelesen: ${errorText(state.why.code)}`
            : `Nicht gelesen: ${hostErrorText(state.why.code, host)}`}
        </div>
      );
  }
}

const unreadable: Record<Extract<FileState, { name: 'unreadable' }>['why'], string> = {
  image: 'Wird nicht gelesen: ein Bild.',
  inline: 'Wird nicht gelesen: ein Bild im Text.',
  link: 'Wird nicht gelesen: ein Verweis auf eine Datei in der Cloud.',
  item: 'Wird nicht gelesen: eine angehängte E-Mail oder ein Termin.',
  format: 'Wird nicht gelesen: Dieses Dateiformat kennt Amtsfeder nicht.',
};

const whole = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });

/** Size of a file in words; empty where it is not known. */
export function sizeText(bytes: number): string {
  if (bytes <= 0) return '';
  if (bytes < 1_000_000) return `${whole.format(Math.max(1, bytes / 1_000))} KB`;
  return `${oneDecimal.format(bytes / 1_000_000)} MB`;
}
