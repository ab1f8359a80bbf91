import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { DemoChoice } from './ask-backend.ts';
import type { DemoWay } from './demo-memory.ts';
import type { Session } from './session.ts';
import { choiceWords } from './sign-in-words.ts';

const DemoDialog = lazy(() => import('./demo-dialog.tsx'));

const NARROW = '@media (max-width: 480px)';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    columnGap: tokens.spacingHorizontalS,
    flexShrink: 0,
    height: '24px',
    paddingInline: tokens.spacingHorizontalM,
    [NARROW]: { columnGap: tokens.spacingHorizontalXXS, paddingRight: tokens.spacingHorizontalXS },
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground4,
    // In forced colours the background is the page's.
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: 'flex', minWidth: 0, whiteSpace: 'pre' },
  // The Kommune stands in the head of the pane too: where there is no room for both, the role stays.
  kommune: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  // Read aloud, but left out where every sign counts.
  roomy: {
    [NARROW]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
  change: {
    flexShrink: 0,
    minWidth: 0,
    height: '20px',
    paddingBlock: 0,
    paddingInline: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorBrandForeground1,
  },
});

interface Props {
  way: DemoWay;
  choice: DemoChoice;
  session: Session;
}

/** Says on every screen that nobody had to prove who they are, and lets them be somebody else. */
export function DemoLine({ way, choice, session }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { kommune, role } = choiceWords(choice, way);
  return (
    <section className={styles.line} aria-label="Demo-Anmeldung">
      <span className={styles.words} title={`Demo-Anmeldung: ${kommune} · ${role}`}>
        <span>
          Demo<span className={styles.roomy}>-Anmeldung</span>:{' '}
        </span>
        <span className={styles.kommune}>{kommune}</span>
        <span>{` · ${role}`}</span>
      </span>
      <Button
        appearance="transparent"
        size="small"
        className={styles.change}
        aria-label="Demo-Anmeldung wechseln"
        onClick={() => setOpen(true)}
      >
        Wechseln
      </Button>
      {open && (
        <Suspense>
          <DemoDialog way={way} choice={choice} become={session.become} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
