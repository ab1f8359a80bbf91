import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useId } from 'react';

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    maxHeight: '128px',
    margin: 0,
    padding: 0,
    overflowY: 'auto',
    listStyleType: 'none',
  },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    maxWidth: '100%',
  },
  // So that it is not taken for a word about the next.
  note: {
    paddingRight: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  button: { minWidth: 0, maxWidth: '100%', fontWeight: tokens.fontWeightRegular },
  words: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface Props {
  title: string;
  terms: readonly string[];
  /** What taking one back is called: "wieder maskieren". */
  verb: string;
  /** What is to be said of a term besides; null where nothing is. */
  note?: (term: string) => string | null;
  onRemove: (term: string) => void;
}

/** Words that a person decided about, each with the way back. */
export function TermList({ title, terms, verb, note = () => null, onRemove }: Props) {
  const styles = useStyles();
  if (terms.length === 0) return null;
  return (
    <div role="group" aria-label={title}>
      <div className={styles.title}>{title}</div>
      <ul className={styles.list}>
        {terms.map((term) => (
          <Term key={term} term={term} name={`${term} ${verb}`} note={note(term)} onRemove={onRemove} />
        ))}
      </ul>
    </div>
  );
}

interface TermProps {
  term: string;
  name: string;
  note: string | null;
  onRemove: (term: string) => void;
}

function Term({ term, name, note, onRemove }: TermProps) {
  const styles = useStyles();
  const said = useId();
  return (
    <li className={styles.item}>
      <Button
        size="small"
        className={styles.button}
        icon={<DismissRegular />}
        iconPosition="after"
        aria-label={name}
        aria-describedby={note === null ? undefined : said}
        title={name}
        onClick={() => onRemove(term)}
      >
        <span className={styles.words}>{term}</span>
      </Button>
      {note !== null && (
        <span id={said} className={styles.note}>
          {note}
        </span>
      )}
    </li>
  );
}
