import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useState } from 'react';
import type { SourceCard } from '../../../contract/knowledge.ts';
import { withHits } from '../../output/hits.ts';
import { toBlocks } from '../../output/markdown.ts';
import { RichText } from '../../output/RichText.tsx';
import { originText, pagesText, pathText, validityText } from './card-words.ts';

const useStyles = makeStyles({
  card: {
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    outlineStyle: 'none',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  old: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusWarningForeground1,
  },
  passage: { marginTop: tokens.spacingVerticalS },
  short: { maxHeight: '112px', overflow: 'hidden' },
  row: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  link: {
    minWidth: 0,
    paddingInline: 0,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorBrandForeground1,
  },
});

/** Characters above which a passage is shown by its beginning first. */
const LONG = 320;

interface Props {
  card: SourceCard;
  onOpen: (card: SourceCard) => void;
}

/** A section of the knowledge: what it is, since when it counts, and its words. */
export function SourceCardItem({ card, onOpen }: Props) {
  const styles = useStyles();
  const [whole, setWhole] = useState(false);
  const { number, document, text, marks, pages } = card;
  const long = text.length > LONG;
  return (
    <li className={styles.card} data-card={number} tabIndex={-1}>
      <h4 className={styles.title}>{`[${number}] ${document.title}`}</h4>
      <div>{[pathText(card), pagesText(pages)].filter(Boolean).join(' · ')}</div>
      <div className={document.old ? styles.old : styles.quiet}>
        {document.old && <WarningRegular />}
        {validityText(document)}
      </div>
      <div className={styles.quiet}>{originText(card)}</div>
      <div className={mergeClasses(styles.passage, long && !whole && styles.short)}>
        <RichText blocks={toBlocks(withHits(text, marks))} hits />
      </div>
      <div className={styles.row}>
        {long && (
          <Button
            appearance="transparent"
            size="small"
            className={styles.link}
            aria-expanded={whole}
            onClick={() => setWhole(!whole)}
          >
            {whole ? 'Weniger' : 'Ganzer Abschnitt'}
          </Button>
        )}
        <Button appearance="transparent" size="small" className={styles.link} onClick={() => onOpen(card)}>
          Im Dokument zeigen
        </Button>
      </div>
    </li>
  );
}
