import { makeStyles, tokens } from '@fluentui/react-components';
import type { DueDate, Statement } from '../../../contract/summary.ts';
import { DueDates } from './due-dates.tsx';
import { SummaryView } from './summary-view.tsx';
import { evidenceCounts } from './summary-words.ts';

const useStyles = makeStyles({
  counts: {
    marginBottom: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  statements: readonly Statement[];
  dueDates: readonly DueDate[];
  onStatement: (statement: Statement) => void;
  onDueDate: (dueDate: DueDate) => void;
}

/** A summary that proves itself: how much of it is, each statement, and the days that follow from it. */
export default function SummaryResult({ statements, dueDates, onStatement, onDueDate }: Props) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.counts}>{evidenceCounts(statements)}</div>
      <SummaryView statements={statements} onShow={onStatement} />
      <DueDates dueDates={dueDates} onAdd={onDueDate} />
    </>
  );
}
