import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CalendarAddRegular } from '@fluentui/react-icons/svg/calendar-add';
import type { DueDate } from '../../../contract/summary.ts';
import { dayText } from './summary-words.ts';

const useStyles = makeStyles({
  heading: {
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS} 0`,
    fontSize: '15px',
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalXS,
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  day: { fontWeight: tokens.fontWeightSemibold },
  rule: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

interface Props {
  dueDates: readonly DueDate[];
  onAdd: (dueDate: DueDate) => void;
}

/** By when what is due, as days of the calendar. */
export function DueDates({ dueDates, onAdd }: Props) {
  const styles = useStyles();
  if (dueDates.length === 0) return null;
  return (
    <section aria-label="Termine">
      <h3 className={styles.heading}>Termine</h3>
      <ul className={styles.list}>
        {dueDates.map((dueDate, at) => (
          <li key={at} className={styles.item}>
            <div className={styles.words}>
              <div className={styles.day}>{dayText(dueDate.date)}</div>
              <div>{dueDate.what}</div>
              {dueDate.rule !== null && <div className={styles.rule}>{`Berechnet: ${dueDate.rule}`}</div>}
            </div>
            <Button
              appearance="subtle"
              size="small"
              icon={<CalendarAddRegular />}
              aria-label={`In den Kalender: ${dayText(dueDate.date)}`}
              title="In den Kalender"
              onClick={() => onAdd(dueDate)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
