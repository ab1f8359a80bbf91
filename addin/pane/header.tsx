import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CalligraphyPenRegular } from '@fluentui/react-icons/svg/calligraphy-pen';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    flexShrink: 0,
    height: '40px',
    paddingInline: `${tokens.spacingHorizontalM} ${tokens.spacingHorizontalXS}`,
  },
  icon: { fontSize: '20px', color: tokens.colorBrandForeground1, flexShrink: 0 },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  authority: {
    marginLeft: 'auto',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

/** The line at the top: what this is, whose it is, and the way to the settings. */
export function Header({ authority, onSettings }: { authority: string; onSettings: () => void }) {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <CalligraphyPenRegular className={styles.icon} aria-hidden />
      <h1 className={styles.name}>Amtsfeder</h1>
      <span className={styles.authority} title={authority}>
        {authority}
      </span>
      <Button
        appearance="subtle"
        icon={<SettingsRegular />}
        aria-label="Einstellungen"
        title="Einstellungen"
        onClick={onSettings}
      />
    </header>
  );
}
