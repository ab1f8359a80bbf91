import {
  Button,
  FluentProvider,
  Link,
  makeStyles,
  Spinner,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import type { Started } from '../office/start.ts';

const useStyles = makeStyles({
  screen: {
    boxSizing: 'border-box',
    minHeight: '100%',
    padding: tokens.spacingHorizontalXL,
    lineHeight: tokens.lineHeightBase300,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400 },
});

/** How starting has gone, as long as there is no pane to show. */
export type Starting = Exclude<Started, { status: 'ready' }> | { status: 'starting' } | { status: 'failed' };

interface Props {
  starting: Starting;
  dark: boolean;
  onAgain: () => void;
}

/** Stands in the pane until Office is ready, and says why where it does not get there. */
export function StartScreen({ starting, dark, onAgain }: Props) {
  const styles = useStyles();
  if (starting.status === 'starting') {
    return (
      <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className={styles.screen} lang="de">
        <Spinner size="small" label="Amtsfeder wird geöffnet …" />
      </FluentProvider>
    );
  }
  const { title, text } = reasons[starting.status];
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className={styles.screen} lang="de">
      <main role="alert">
        <h1 className={styles.heading}>{title}</h1>
        <p>{text}</p>
        {starting.status === 'outdated' && <p>Für die IT: Es fehlt {starting.needs}.</p>}
        {starting.status === 'no-office' ? (
          <Link href="./">Arbeitsplatz öffnen</Link>
        ) : (
          starting.status !== 'outdated' && <Button onClick={onAgain}>Erneut versuchen</Button>
        )}
      </main>
    </FluentProvider>
  );
}

const reasons: Record<Exclude<Starting['status'], 'starting'>, { title: string; text: string }> = {
  blocked: {
    title: 'Amtsfeder bekommt keine Verbindung zu Office',
    text: 'Die Office-Bibliothek von Microsoft (appsforoffice.microsoft.com) ist nicht erreichbar oder wird gesperrt. Bitte prüfen Sie die Netzverbindung. Hilft das nicht, informieren Sie Ihre IT.',
  },
  outdated: {
    title: 'Ihr Office ist zu alt für Amtsfeder',
    text: 'Amtsfeder braucht Word 2019 oder Outlook 2016 oder neuer. Bitte lassen Sie Office von Ihrer IT aktualisieren.',
  },
  'no-office': {
    title: 'Diese Seite gehört in Word oder Outlook',
    text: 'Im Browser benutzen Sie Amtsfeder über den Arbeitsplatz.',
  },
  failed: {
    title: 'Amtsfeder konnte nicht starten',
    text: 'Da ist etwas schiefgegangen. Bitte versuchen Sie es erneut. Hilft das nicht, informieren Sie Ihre IT.',
  },
};
