import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { CalligraphyPenRegular } from '@fluentui/react-icons/svg/calligraphy-pen';
import { NavigationRegular } from '@fluentui/react-icons/svg/navigation';
import type { Me } from '../../../contract/identity.ts';
import { useSteadyFocus } from './use-steady-focus.ts';

const SMALL = '@media (max-width: 479px)';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexShrink: 0,
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '44px',
    boxSizing: 'border-box',
    padding: `0 ${tokens.spacingHorizontalM}`,
    [SMALL]: { columnGap: tokens.spacingHorizontalXS, padding: `0 ${tokens.spacingHorizontalS}` },
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  brand: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    '& svg': {
      flexShrink: 0,
      fontSize: '20px',
      color: tokens.colorBrandForeground1,
      [SMALL]: { display: 'none' },
    },
  },
  // Read aloud, but left out where it would take a second line.
  roomy: {
    [SMALL]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  },
  menu: { minWidth: 'auto', paddingInline: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
  who: {
    marginLeft: 'auto',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 599px)': { display: 'none' },
  },
  back: { '@media (max-width: 599px)': { marginLeft: 'auto' } },
});

interface Props {
  me: Me;
  /** Id of the navigation; null where it stands beside the page all the time. */
  menu: { id: string; open: boolean; onToggle: () => void } | null;
}

/** The slim bar at the top: what this is, who works here, and the way back. */
export function Bar({ me, menu }: Props) {
  useSteadyFocus();
  const styles = useStyles();
  const who = [me.kommune.name, me.name].filter((word) => word !== '').join(' · ');
  return (
    <header className={styles.bar}>
      {menu && (
        <Button
          appearance="subtle"
          className={styles.menu}
          icon={<NavigationRegular />}
          aria-expanded={menu.open}
          aria-controls={menu.id}
          onClick={menu.onToggle}
        >
          Menü
        </Button>
      )}
      <p className={styles.brand}>
        <CalligraphyPenRegular aria-hidden />
        <span>
          Amtsfeder<span className={styles.roomy}> · Verwaltung</span>
        </span>
      </p>
      <span className={styles.who} title={who}>
        {who}
      </span>
      <Link href="./" className={styles.back}>
        Zum Arbeitsplatz
      </Link>
    </header>
  );
}
