import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  title: {
    margin: 0,
    minWidth: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    ':focus:not(:focus-visible)': { outline: 'none' },
  },
  facts: { margin: 0, color: tokens.colorNeutralForeground3 },
});

const ENDING = ' · Amtsfeder Verwaltung';

interface Props {
  title: string;
  /** The way up. */
  up?: { label: string; address: string };
  facts?: string;
  actions?: ReactNode;
}

/** What a page is about. Coming from another page the focus is on its title. */
export function PageHead({ title, up, facts, actions }: Props) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.title;
    document.title = `${title}${ENDING}`;
    // Who has just come to the console begins at its top.
    if (before.endsWith(ENDING) && before !== document.title) heading.current?.focus();
  }, [title]);
  return (
    <div className={styles.head}>
      {up && (
        <nav aria-label="Übergeordnet">
          <Link href={up.address}>‹ {up.label}</Link>
        </nav>
      )}
      <div className={styles.row}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {actions}
      </div>
      {facts !== undefined && <p className={styles.facts}>{facts}</p>}
    </div>
  );
}
