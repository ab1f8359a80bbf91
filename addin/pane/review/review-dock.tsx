import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Marking } from '../../office/host.ts';
import { applyText, markingText, reviewText } from './review-words.ts';
import { counts, wanted } from './review.ts';
import type { ReviewUse } from './use-review.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** Hands the chosen changes over, and takes them back. */
export default function ReviewDock({
  use,
  marking,
  host,
}: {
  use: ReviewUse;
  marking: Marking;
  host: string;
}) {
  const styles = useStyles();
  const { review, busy } = use;
  const row = useRef<HTMLDivElement>(null);
  const acted = useRef(false);
  // The button that was pressed is gone once it has done its work: what stands in its place takes the focus over.
  useEffect(() => {
    if (busy || !acted.current) return;
    acted.current = false;
    if (document.activeElement === document.body) row.current?.querySelector('button')?.focus();
  }, [busy]);
  const start = (work: () => void) => () => {
    acted.current = true;
    work();
  };
  const count = wanted(review).length;
  const done = counts(review).done;
  if (review.changes.length === 0) return null;
  return (
    <div>
      <div ref={row} className={styles.row}>
        {(count > 0 || done === 0) && (
          <Button appearance="primary" disabledFocusable={busy || count === 0} onClick={start(use.apply)}>
            {applyText(count)}
          </Button>
        )}
        {done > 0 && (
          <Button disabledFocusable={busy} onClick={start(use.takeBack)}>
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
