import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  words: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flex: '1 1 0',
    minWidth: 0,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  /** What is happening, or null while nothing is. */
  progress: string | null;
  verb: string;
  /** Label of the way back to a result that is there already, or null. */
  back: string | null;
  onStart: () => void;
  /** Null while it is not known to whom it would be sent. */
  onPreview: (() => void) | null;
  onStop: () => void;
  onBack: () => void;
}

/** The button that starts and, in the same place and with the same focus, stops; and the look at what would be sent. */
export function GoRow({ progress, verb, back, onStart, onPreview, onStop, onBack }: Props) {
  const styles = useStyles();
  const busy = progress !== null;
  return (
    <div className={styles.row}>
      <Button
        appearance={busy ? 'secondary' : 'primary'}
        aria-keyshortcuts={busy ? 'Escape' : 'Control+Enter'}
        title={busy ? 'Esc' : 'Strg+Eingabe'}
        onClick={(click) => {
          if (!busy) onStart();
          // The second half of a double click was not meant to stop what the first has started.
          else if (click.detail !== 2) onStop();
        }}
      >
        {busy ? 'Stopp' : verb}
      </Button>
      {busy && (
        <div className={styles.words} aria-hidden>
          <Spinner size="extra-tiny" />
          <span>{progress}</span>
        </div>
      )}
      {!busy && (
        <Button
          appearance="subtle"
          title="Was verlässt das Haus?"
          disabledFocusable={onPreview === null}
          {...(onPreview && { onClick: onPreview })}
        >
          Vorschau
        </Button>
      )}
      {!busy && back !== null && (
        <Button appearance="subtle" onClick={onBack}>
          {back}
        </Button>
      )}
    </div>
  );
}
