import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { StarFilled, StarRegular } from '@fluentui/react-icons/svg/star';
import { useState } from 'react';
import type { LibraryCard } from '../../../contract/agents/library.ts';
import { cardText, overdueText } from './agent-words.ts';
import { useAgentStyles } from './use-agent-styles.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  name: {
    minWidth: 0,
    marginInlineStart: '-1px',
    paddingInline: 0,
    paddingBlock: 0,
    justifyContent: 'flex-start',
    textAlign: 'start',
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  // All of it stands where the agent is started.
  purpose: { display: '-webkit-box', WebkitLineClamp: 3, WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  star: { flexShrink: 0 },
  filled: { color: tokens.colorBrandForeground1 },
  overdue: { color: tokens.colorStatusWarningForeground1 },
});

interface Props {
  card: LibraryCard;
  onOpen: () => void;
  onStar: () => void;
  /** Of an own instruction. */
  onEdit?: () => void;
  onRemove?: () => void;
}

/** Something of the library: what it is called and good for, who answers for it, and the star. */
export function LibraryRow({ card, onOpen, onStar, onEdit, onRemove }: Props) {
  const common = useAgentStyles();
  const styles = useStyles();
  const [asks, setAsks] = useState(false);
  const overdue = overdueText(card, new Date());
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Button appearance="transparent" className={styles.name} onClick={onOpen}>
          {card.name}
        </Button>
        {card.purpose !== '' && <p className={mergeClasses(common.plain, styles.purpose)}>{card.purpose}</p>}
        <p className={common.quiet}>
          {[cardText(card), ...(card.work === 'frei' ? ['arbeitet frei mit Werkzeugen'] : [])].join(' · ')}
        </p>
        {overdue !== null && <p className={mergeClasses(common.quiet, styles.overdue)}>{overdue}</p>}
        {onEdit !== undefined && onRemove !== undefined && (
          <div className={common.links}>
            <Button appearance="transparent" size="small" className={common.link} onClick={onEdit}>
              Bearbeiten
            </Button>
            <Button
              appearance="transparent"
              size="small"
              className={common.link}
              onBlur={() => setAsks(false)}
              onClick={() => (asks ? onRemove() : setAsks(true))}
            >
              {asks ? 'Wirklich löschen?' : 'Löschen'}
            </Button>
          </div>
        )}
      </div>
      <Button
        appearance="subtle"
        size="small"
        className={styles.star}
        icon={card.favourite ? <StarFilled className={styles.filled} /> : <StarRegular />}
        aria-pressed={card.favourite}
        aria-label={`Favorit: ${card.name}`}
        title={card.favourite ? 'Aus den Favoriten nehmen' : 'Zu den Favoriten'}
        onClick={onStar}
      />
    </li>
  );
}
