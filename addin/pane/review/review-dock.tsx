import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Marking } from '../../office/host.ts';
import { applyText, markingText, reviewText } from './review-words.ts';
import { counts, wanted } from './review.ts';
import type { ReviewUse } from './use-review.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** Hands the chosen changes over, and takes them back. */
export function ReviewDock({ use, marking, host }: { use: ReviewUse; marking: Marking; host: string }) {
  const styles = useStyles();
  const { review, busy } = use;
  const count = wanted(review).length;
  const done = counts(review).done;
  if (review.changes.length === 0) return null;
  return (
    <div>
      <div className={styles.row}>
        {(count > 0 || done === 0) && (
          <Button appearance="primary" disabledFocusable={busy || count === 0} onClick={use.apply}>
            {applyText(count)}
          </Button>
        )}
        {done > 0 && (
          <Button disabledFocusable={busy} onClick={use.takeBack}>
            Alle zurücknehmen
          </Button>
        )}
      </div>
      {count > 0 && <div className={styles.quiet}>{markingText(marking, host)}</div>}
      <div className={styles.quiet} role="status">
        {!busy && reviewText(review, host)}
      </div>
    </div>
  );
}
