import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';

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
  item: { minWidth: 0, maxWidth: '100%' },
  button: { minWidth: 0, maxWidth: '100%', fontWeight: tokens.fontWeightRegular },
  words: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface Props {
  title: string;
  terms: readonly string[];
  /** What taking one back is called: "wieder maskieren". */
  verb: string;
  onRemove: (term: string) => void;
}

/** Words that a person decided about, each with the way back. */
export function TermList({ title, terms, verb, onRemove }: Props) {
  const styles = useStyles();
  if (terms.length === 0) return null;
  return (
    <div role="group" aria-label={title}>
      <div className={styles.title}>{title}</div>
      <ul className={styles.list}>
        {terms.map((term) => (
          <li key={term} className={styles.item}>
            <Button
              size="small"
              className={styles.button}
              icon={<DismissRegular />}
              iconPosition="after"
              aria-label={`${term} ${verb}`}
              title={`${term} ${verb}`}
              onClick={() => onRemove(term)}
            >
              <span className={styles.words}>{term}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
