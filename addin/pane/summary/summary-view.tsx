import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { memo } from 'react';
import type { Statement } from '../../../contract/summary.ts';
import { toBlocks } from '../../output/markdown.ts';
import { RichText } from '../../output/RichText.tsx';
import { evidenceReason, evidenceWords } from './summary-words.ts';

const useStyles = makeStyles({
  heading: {
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS} 0`,
    fontSize: '15px',
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
    ':first-child': { marginTop: 0 },
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    paddingBottom: tokens.spacingVerticalS,
    '& p:last-child, & ul:last-child, & ol:last-child': { marginBottom: 0 },
  },
  absent: { color: tokens.colorNeutralForeground3, fontSize: '15px' },
  proof: {
    minWidth: 0,
    paddingInline: 0,
    columnGap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    justifyContent: 'flex-start',
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
  },
  reason: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  proven: { color: tokens.colorStatusSuccessForeground1 },
  inexact: { color: tokens.colorStatusWarningForeground1 },
  unproven: { color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  statements: readonly Statement[];
  /** Shows the passage that a statement rests on. */
  onShow: (statement: Statement) => void;
}

/** A summary as statements, each with what it rests on. */
export function SummaryView({ statements, onShow }: Props) {
  const styles = useStyles();
  return (
    <div lang="de">
      {sectionsOf(statements).map(({ heading, items }, at) => (
        <section key={at} aria-label={heading === '' ? undefined : heading}>
          {heading !== '' && <h3 className={styles.heading}>{heading}</h3>}
          <ul className={styles.list}>
            {items.map((item) => (
              <Item key={item.id} statement={item} onShow={onShow} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ItemProps {
  statement: Statement;
  onShow: (statement: Statement) => void;
}

/** Finished statements don't change while others come. */
const Item = memo(function Item({ statement, onShow }: ItemProps) {
  const styles = useStyles();
  const { evidence, text } = statement;
  if (evidence.state === 'absent')
    return <li className={mergeClasses(styles.item, styles.absent)}>{text}</li>;
  const reason = evidenceReason(evidence);
  return (
    <li className={styles.item} data-evidence={evidence.state}>
      <RichText blocks={toBlocks(text)} />
      {evidence.state === 'unproven' ? (
        <span className={mergeClasses(styles.line, styles.unproven)}>
          <ErrorCircleRegular />
          {evidenceWords.unproven}
        </span>
      ) : (
        <Button
          appearance="transparent"
          size="small"
          className={mergeClasses(styles.proof, styles[evidence.state])}
          icon={evidence.state === 'proven' ? <CheckmarkCircleRegular /> : <WarningRegular />}
          title="Stelle im Text zeigen"
          onClick={() => onShow(statement)}
        >
          {`${evidenceWords[evidence.state]} · ${statement.card === undefined ? '' : `[${statement.card}] `}Stelle zeigen`}
        </Button>
      )}
      {reason !== '' && <div className={styles.reason}>{reason}</div>}
    </li>
  );
});

interface Section {
  heading: string;
  items: Statement[];
}

function sectionsOf(statements: readonly Statement[]): Section[] {
  const sections: Section[] = [];
  for (const statement of statements) {
    const last = sections.at(-1);
    if (last?.heading === statement.section) last.items.push(statement);
    else sections.push({ heading: statement.section, items: [statement] });
  }
  return sections;
}
