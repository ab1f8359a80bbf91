/** Word makes no table with more columns. */
const MAX_COLUMNS = 63;
/** Empty cells for each cell with content: no table of up to ten columns is changed by it. */
const MAX_FILLED_UP = 9;

/** What the cells of a table hold, one piece after the other. */
type Cells<T> = readonly (readonly T[])[];

/**
 * The rows of a table, all with the same number of cells, as Word wants them: short rows are filled up, rows without a
 * cell left out. Of more cells than Word takes, or where one wide row would ask for a multitude of empty cells, the last
 * ones of a row are joined, so that no text is lost.
 * @param between what stands between joined cells
 */
export function tableRows<T>(rows: readonly Cells<T>[], between: T): T[][][] {
  const filled = rows.filter((row) => row.length > 0);
  const columns = columnsOf(filled.map((row) => row.length));
  return filled.map((row) =>
    Array.from({ length: columns }, (_, column) =>
      column === columns - 1 ? joined(row.slice(column), between) : [...(row[column] ?? [])],
    ),
  );
}

function columnsOf(lengths: readonly number[]): number {
  const cells = lengths.reduce((sum, length) => sum + length, 0);
  let columns = Math.min(
    MAX_COLUMNS,
    lengths.reduce((widest, length) => Math.max(widest, length), 0),
  );
  const emptyCells = () => lengths.reduce((sum, length) => sum + Math.max(0, columns - length), 0);
  while (emptyCells() > MAX_FILLED_UP * cells) columns--;
  return columns;
}

function joined<T>(cells: Cells<T>, between: T): T[] {
  return cells
    .filter((cell) => cell.length > 0)
    .flatMap((cell, at) => (at === 0 ? [...cell] : [between, ...cell]));
}
