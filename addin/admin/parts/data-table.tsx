import {
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

const NARROW = '@media (max-width: 699px)';

const useStyles = makeStyles({
  // The heading that is only read aloud must not stand somewhere below the page.
  table: { tableLayout: 'auto', position: 'relative', [NARROW]: { display: 'block' } },
  // In the narrow form each cell carries its own heading.
  head: {
    [NARROW]: {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  heading: { fontWeight: tokens.fontWeightSemibold, whiteSpace: 'nowrap' },
  body: { [NARROW]: { display: 'block' } },
  row: {
    // Nothing happens by a click on a row, and links would have too little contrast on the lighter ground.
    ':hover': { backgroundColor: 'transparent' },
    ':active': { backgroundColor: 'transparent' },
    [NARROW]: { display: 'block', paddingBlock: tokens.spacingVerticalS },
  },
  cell: {
    height: 'auto',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalS}`,
    verticalAlign: 'top',
    // Not `anywhere`: a column would become as narrow as a letter, and break words to be so.
    overflowWrap: 'break-word',
    [NARROW]: {
      display: 'flex',
      columnGap: tokens.spacingHorizontalM,
      padding: `${tokens.spacingVerticalXXS} 0`,
      overflowWrap: 'anywhere',
      '::before': {
        content: 'attr(data-label)',
        flexShrink: 0,
        width: '40%',
        color: tokens.colorNeutralForeground3,
      },
    },
  },
  // What has no heading takes the room of both.
  bare: { [NARROW]: { '::before': { content: 'none' } } },
  first: { minWidth: '160px', overflowWrap: 'anywhere', [NARROW]: { fontWeight: tokens.fontWeightSemibold } },
  numeric: {
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    [NARROW]: { textAlign: 'start' },
  },
  buttons: { whiteSpace: 'nowrap', [NARROW]: { whiteSpace: 'normal' } },
  numericHead: { '& > div': { justifyContent: 'flex-end' } },
});

export interface Column<Row> {
  /** Also the heading; of a column of buttons it is only read aloud. */
  label: string;
  kind?: 'number' | 'buttons';
  cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
}

/**
 * A table that fills the room; where it is narrow, each row stands on its own with the headings beside its values. The
 * roles are named since a table whose parts are laid out in another way is none to a screen reader.
 */
export function DataTable<Row>({ label, columns, rows, keyOf }: Props<Row>) {
  const styles = useStyles();
  return (
    <Table role="table" aria-label={label} size="small" className={styles.table}>
      <TableHeader role="rowgroup" className={styles.head}>
        <TableRow role="row">
          {columns.map(({ label: heading, kind }) => (
            <TableHeaderCell
              key={heading}
              role="columnheader"
              className={mergeClasses(styles.heading, kind === 'number' && styles.numericHead)}
              {...(kind === 'buttons' && { 'aria-label': heading })}
            >
              {kind === 'buttons' ? '' : heading}
            </TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody role="rowgroup" className={styles.body}>
        {rows.map((row) => (
          <TableRow key={keyOf(row)} role="row" className={styles.row}>
            {columns.map(({ label: heading, kind, cell }, place) => (
              <TableCell
                key={heading}
                role="cell"
                data-label={heading}
                className={mergeClasses(
                  styles.cell,
                  (place === 0 || kind === 'buttons') && styles.bare,
                  place === 0 && styles.first,
                  kind === 'number' && styles.numeric,
                  kind === 'buttons' && styles.buttons,
                )}
              >
                {/* One child: a cell that is laid out as a row would pull its texts apart. */}
                <div>{cell(row)}</div>
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
