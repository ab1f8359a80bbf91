import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useId, useState } from 'react';

const useStyles = makeStyles({
  head: {
    maxWidth: '100%',
    minWidth: 0,
    paddingInline: 0,
    justifyContent: 'flex-start',
    textAlign: 'start',
    columnGap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
  },
  plain: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '24px',
    fontSize: tokens.fontSizeBase200,
  },
  attention: { flexShrink: 0, fontSize: '16px', color: tokens.colorStatusWarningForeground1 },
  good: { flexShrink: 0, fontSize: '16px', color: tokens.colorStatusSuccessForeground1 },
  list: { margin: 0, padding: 0, maxHeight: '128px', overflowY: 'auto', listStyleType: 'none' },
  item: {
    width: '100%',
    justifyContent: 'flex-start',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  words: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

export interface Finding {
  text: string;
  /** Leads to its place; null where there is none. */
  onShow: (() => void) | null;
}

interface Props {
  tone: 'good' | 'attention';
  /** "2 Angaben ergänzen" */
  head: string;
  findings: Finding[];
}

/** What was found, in a line that opens; each entry leads to its place. */
export function FindingList({ tone, head, findings }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const list = useId();
  const icon =
    tone === 'good' ? (
      <CheckmarkRegular className={styles.good} />
    ) : (
      <WarningRegular className={styles.attention} />
    );
  if (findings.length === 0) {
    return (
      <div className={styles.plain}>
        {icon}
        {head}
      </div>
    );
  }
  return (
    <div>
      <Button
        appearance="transparent"
        size="small"
        className={styles.head}
        icon={icon}
        aria-expanded={open}
        aria-controls={list}
        onClick={() => setOpen(!open)}
      >
        {head}
        {open ? <ChevronUpRegular /> : <ChevronDownRegular />}
      </Button>
      <ul id={list} className={styles.list} hidden={!open}>
        {findings.map(({ text, onShow }, at) => (
          <li key={at}>
            {onShow === null ? (
              <div className={styles.words}>{text}</div>
            ) : (
              <Button appearance="subtle" size="small" className={styles.item} onClick={onShow}>
                {text}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
