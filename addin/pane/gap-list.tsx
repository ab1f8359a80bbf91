import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useId, useState } from 'react';
import type { Gap } from '../../contract/gaps.ts';
import { gapsText } from './german.ts';

const useStyles = makeStyles({
  head: {
    maxWidth: '100%',
    minWidth: 0,
    paddingInline: 0,
    justifyContent: 'flex-start',
    columnGap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
  },
  icon: { color: tokens.colorStatusWarningForeground1 },
  list: { margin: 0, padding: 0, maxHeight: '128px', overflowY: 'auto', listStyleType: 'none' },
  gap: {
    width: '100%',
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
});

/** "! 2 Angaben ergänzen": opens the list, each entry leads to its place. */
export function GapList({ gaps, onJump }: { gaps: Gap[]; onJump: (index: number) => void }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const list = useId();
  if (gaps.length === 0) return null;
  return (
    <div>
      <Button
        appearance="transparent"
        size="small"
        className={styles.head}
        icon={<WarningRegular className={styles.icon} />}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        {gapsText(gaps.length)}
        {open ? <ChevronUpRegular /> : <ChevronDownRegular />}
      </Button>
      <ul id={list} className={styles.list} hidden={!open}>
        {gaps.map(({ what, start }, index) => (
          <li key={start}>
            <Button appearance="subtle" size="small" className={styles.gap} onClick={() => onJump(index)}>
              {what === '' ? 'Angabe' : what}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
