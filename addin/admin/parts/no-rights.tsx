import { Link, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useBarStyles } from '../../pane/use-bar-styles.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalM },
});

/** For who may not see what is here, and the way back. */
export function NoRights() {
  const styles = useStyles();
  const bars = useBarStyles();
  return (
    <div className={styles.box}>
      <MessageBar className={bars.bar} intent="warning" layout="multiline">
        <MessageBarBody className={bars.body}>
          Dafür fehlt Ihnen die Berechtigung. Bitte wenden Sie sich an Ihre Fachadministration.
        </MessageBarBody>
      </MessageBar>
      <Link href="./">Zurück zum Arbeitsplatz</Link>
    </div>
  );
}
