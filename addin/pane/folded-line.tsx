import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { RefCallback } from 'react';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minHeight: '24px' },
  words: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  edit: {
    minWidth: 0,
    flexShrink: 0,
    marginLeft: 'auto',
    paddingInline: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorBrandForeground1,
  },
  source: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface Props {
  /** Task and choices: "Antworten · sachlich · mittel". */
  words: string;
  /** What the result was made from. */
  source: string;
  onEdit: () => void;
  editButton: RefCallback<HTMLElement>;
}

/** The form while its result has the room. */
export function FoldedLine({ words, source, onEdit, editButton }: Props) {
  const styles = useStyles();
  return (
    <section aria-label="Auftrag">
      <div className={styles.line}>
        <span className={styles.words} title={words}>
          {words}
        </span>
        <Button
          ref={editButton}
          appearance="transparent"
          size="small"
          className={styles.edit}
          aria-label="Auftrag bearbeiten"
          onClick={onEdit}
        >
          bearbeiten
        </Button>
      </div>
      <div className={mergeClasses(styles.words, styles.source)} title={source}>
        {source}
      </div>
    </section>
  );
}
