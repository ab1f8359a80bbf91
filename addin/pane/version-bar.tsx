import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    minHeight: '24px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  note: {
    marginRight: 'auto',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
});

interface Props {
  shown: number;
  count: number;
  /** What this version is: the wish that led to it, or how it ended. */
  note: string;
  onChoose: (index: number) => void;
}

/** ‹ 2 von 3 › */
export function VersionBar({ shown, count, note, onChoose }: Props) {
  const styles = useStyles();
  if (count < 2 && note === '') return null;
  return (
    <div className={styles.bar}>
      <span className={styles.note} title={note}>
        {note}
      </span>
      {count > 1 && (
        <>
          <Button
            appearance="subtle"
            size="small"
            icon={<ChevronLeftRegular />}
            aria-label="Vorige Fassung"
            title="Vorige Fassung"
            disabledFocusable={shown === 0}
            onClick={() => onChoose(shown - 1)}
          />
          <span aria-live="polite">{`${shown + 1} von ${count}`}</span>
          <Button
            appearance="subtle"
            size="small"
            icon={<ChevronRightRegular />}
            aria-label="Nächste Fassung"
            title="Nächste Fassung"
            disabledFocusable={shown === count - 1}
            onClick={() => onChoose(shown + 1)}
          />
        </>
      )}
    </div>
  );
}
