import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { addressOf, type Place } from '../places.ts';

const useStyles = makeStyles({
  navigation: {
    boxSizing: 'border-box',
    flexShrink: 0,
    width: '200px',
    padding: tokens.spacingVerticalL,
    paddingInline: tokens.spacingHorizontalS,
    overflowY: 'auto',
    borderRight: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '&[hidden]': { display: 'none' },
    '@media (max-width: 899px)': {
      width: '100%',
      paddingBlock: tokens.spacingVerticalS,
      borderRight: 'none',
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  group: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    paddingInline: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  link: {
    display: 'block',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `${tokens.strokeWidthThicker} solid transparent`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
  },
});

interface Props {
  id: string;
  place: Place;
  hidden: boolean;
  /** Whether the person may see the dictionary. */
  dictionary: boolean;
  onChoose: () => void;
}

/** Where one can go. */
export function Navigation({ id, place, hidden, dictionary, onChoose }: Props) {
  const styles = useStyles();
  const links: { label: string; to: Place; here: boolean }[] = [
    {
      label: 'Sammlungen',
      to: { name: 'collections' },
      here: place.name !== 'synonyms' && place.name !== 'unknown',
    },
  ];
  if (dictionary) {
    links.push({ label: 'Wörterbuch', to: { name: 'synonyms', word: '' }, here: place.name === 'synonyms' });
  }
  return (
    <nav id={id} aria-label="Verwaltung" className={styles.navigation} hidden={hidden}>
      <p id={`${id}-knowledge`} className={styles.group}>
        Wissen
      </p>
      <ul aria-labelledby={`${id}-knowledge`} className={styles.list}>
        {links.map(({ label, to, here }) => (
          <li key={label}>
            <a
              href={addressOf(to)}
              className={mergeClasses(styles.link, here && styles.here)}
              aria-current={here ? 'page' : undefined}
              onClick={onChoose}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
