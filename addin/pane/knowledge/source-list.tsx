import { makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { SourceCard } from '../../../contract/knowledge.ts';
import { SourceCardItem } from './source-card-item.tsx';

const useStyles = makeStyles({
  heading: {
    margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}`,
    fontSize: '15px',
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  side: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalL,
  },
});

interface Props {
  title: string;
  cards: readonly SourceCard[];
  /** Next to each other where there is room, to be compared. */
  sideBySide?: boolean;
  onOpen: (card: SourceCard) => void;
}

/** Sections of the knowledge below a heading; nothing where there are none. */
export default function SourceList({ title, cards, sideBySide = false, onOpen }: Props) {
  const styles = useStyles();
  const id = useId();
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      <ul className={`${styles.list} ${sideBySide ? styles.side : ''}`}>
        {cards.map((card) => (
          <SourceCardItem key={card.number} card={card} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}
