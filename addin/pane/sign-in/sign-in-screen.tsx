import {
  Button,
  FluentProvider,
  makeStaticStyles,
  makeStyles,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { CalligraphyPenRegular } from '@fluentui/react-icons/svg/calligraphy-pen';
import type { ReactNode } from 'react';
import type { Theme } from '../../office/host.ts';
import { themes } from '../themes.ts';
import type { Session, Step } from './session.ts';
import { ASK, troubleText, WAITING, wayText, WORKING } from './sign-in-words.ts';

const useWholePage = makeStaticStyles({ 'html, body, #root': { height: '100%', margin: 0 } });

const useStyles = makeStyles({
  screen: {
    boxSizing: 'border-box',
    minHeight: '100%',
    padding: tokens.spacingHorizontalXL,
    lineHeight: tokens.lineHeightBase300,
  },
  content: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    // A column of reading width, also where the page is wide.
    maxWidth: '420px',
    marginInline: 'auto',
    '@media (min-width: 600px)': { paddingTop: '20vh' },
  },
  heading: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorBrandForeground1 },
  text: { margin: 0 },
  ways: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalS },
});

interface Props {
  session: Session;
  step: Step;
  theme: Theme;
}

/** Stands in the place of the pane, or of the whole page, until somebody is signed in. */
export function SignInScreen({ session, step, theme }: Props) {
  useWholePage();
  const styles = useStyles();
  return (
    <FluentProvider theme={themes[theme]} className={styles.screen} lang="de">
      <main className={styles.content}>{shown()}</main>
    </FluentProvider>
  );

  function shown(): ReactNode {
    switch (step.name) {
      case 'working':
      case 'done':
        return <Spinner size="small" label={WORKING} />;
      case 'waiting':
        return (
          <>
            <Heading>Bei Amtsfeder anmelden</Heading>
            <div role="status">
              <Spinner size="extra-tiny" label={WAITING} />
            </div>
            <Button onClick={session.cancel}>Abbrechen</Button>
          </>
        );
      case 'asking':
        return (
          <>
            <Heading>Bei Amtsfeder anmelden</Heading>
            {step.trouble === null ? (
              <p className={styles.text}>{ASK}</p>
            ) : (
              <p className={styles.text} role="alert">
                {troubleText(step.trouble)}
              </p>
            )}
            <div className={styles.ways}>
              {step.ways.map((way) => (
                <Button
                  key={`${way.kind} ${way.authority} ${way.clientId}`}
                  appearance={step.ways.length === 1 ? 'primary' : 'secondary'}
                  onClick={() => session.ask(way)}
                >
                  {wayText(way, step.ways)}
                </Button>
              ))}
            </div>
          </>
        );
      case 'stuck':
        return (
          <>
            <Heading>Die Anmeldung ist nicht möglich</Heading>
            <p className={styles.text} role="alert">
              {troubleText(step.trouble)}
            </p>
            <Button onClick={session.start}>Erneut versuchen</Button>
          </>
        );
    }
  }
}

function Heading({ children }: { children: string }) {
  const styles = useStyles();
  return (
    <h1 className={styles.heading}>
      <CalligraphyPenRegular className={styles.icon} aria-hidden />
      {children}
    </h1>
  );
}
