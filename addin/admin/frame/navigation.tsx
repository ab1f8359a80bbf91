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
  list: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    padding: 0,
    listStyleType: 'none',
    ':last-child': { marginBottom: 0 },
  },
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
  /** Whether the person may see the library. */
  library: boolean;
  onChoose: () => void;
}

/** Where one can go. */
export function Navigation({ id, place, hidden, dictionary, library, onChoose }: Props) {
  const styles = useStyles();
  const ofLibrary =
    place.name === 'library' || place.name === 'new-in-library' || place.name === 'in-library';
  const collections: Entry = {
    label: 'Sammlungen',
    to: { name: 'collections' },
    here: place.name !== 'synonyms' && place.name !== 'unknown' && !ofLibrary,
  };
  const words: Entry = {
    label: 'Wörterbuch',
    to: { name: 'synonyms', word: '' },
    here: place.name === 'synonyms',
  };
  return (
    <nav id={id} aria-label="Verwaltung" className={styles.navigation} hidden={hidden}>
      <Group
        id={`${id}-knowledge`}
        label="Wissen"
        entries={dictionary ? [collections, words] : [collections]}
        onChoose={onChoose}
      />
      {library && (
        <Group
          id={`${id}-work`}
          label="Agenten und Vorlagen"
          entries={[{ label: 'Bibliothek', to: { name: 'library' }, here: ofLibrary }]}
          onChoose={onChoose}
        />
      )}
    </nav>
  );
}

interface Entry {
  label: string;
  to: Place;
  here: boolean;
}

interface GroupProps {
  id: string;
  label: string;
  entries: readonly Entry[];
  onChoose: () => void;
}

function Group({ id, label: name, entries, onChoose }: GroupProps) {
  const styles = useStyles();
  return (
    <>
      <p id={id} className={styles.group}>
        {name}
      </p>
      <ul aria-labelledby={id} className={styles.list}>
        {entries.map(({ label, to, here }) => (
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
    </>
  );
}
