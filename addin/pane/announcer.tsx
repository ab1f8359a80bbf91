import { makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { gapsText } from './german.ts';
import type { Status } from './work.ts';

const useStyles = makeStyles({
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

interface Props {
  status: Status;
  progress: string;
  ready: string;
  gaps: number;
}

/** Says what happens to who cannot see it: that it began, what it waits for, that it is ready; never the text. */
export function Announcer({ status, progress, ready, gaps }: Props) {
  const styles = useStyles();
  // What was so when the person came here is no news.
  const [first] = useState(status);
  return (
    <div className={styles.unseen} role="status" aria-live="polite">
      {status === first ? '' : news(status, progress, ready, gaps)}
    </div>
  );
}

function news(status: Status, progress: string, ready: string, gaps: number): string {
  switch (status.name) {
    case 'idle':
    case 'broken':
      return '';
    case 'reading':
    case 'running':
      return progress;
    case 'finished':
      return gaps === 0 ? ready : `${ready}. ${gapsText(gaps)}.`;
  }
}
