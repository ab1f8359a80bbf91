import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { dateText } from '../german.ts';
import type { ProvenanceUse } from './use-provenance.ts';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  use: ProvenanceUse;
  /** Who works here; empty until they have said it. */
  person: string;
  /** Asks for the name where it is missing. */
  onNameless: () => void;
}

/** That the document holds texts made with AI, and who has read them over. */
export function ProvenanceLine({ use, person, onNameless }: Props) {
  const styles = useStyles();
  const { marks, open, sign } = use;
  if (marks === null) return null;
  const last = marks.findLast(({ reviewed }) => reviewed !== null)?.reviewed ?? null;
  return (
    <div className={styles.line} role="status">
      {open > 0 ? (
        <>
          <span>Im Dokument vermerkt, noch nicht geprüft.</span>
          <Link as="button" onClick={() => (person === '' ? onNameless() : sign(person))}>
            Als geprüft eintragen
          </Link>
        </>
      ) : (
        last !== null && (
          <span>{`Im Dokument vermerkt: geprüft durch ${last.by} am ${dateText(last.at)}.`}</span>
        )
      )}
    </div>
  );
}
