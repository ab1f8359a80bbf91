/** Cells before and behind the diagonal in each row. */
const REACH = 40;
/** Some 40,000 rows; it bounds time and memory. */
const MAX_CELLS = 4_000_000;

/** Numbers for the cells of a table that are near its diagonal, and one for all others. */
export class Band {
  readonly #outside: number;
  readonly #width: number;
  readonly #cells: Float64Array;
  readonly #firsts: Int32Array;
  readonly #lasts: Int32Array;

  /** Whether a table of this size has anything in it, and not too much. */
  static fits(rows: number, columns: number): boolean {
    return rows > 0 && columns > 0 && (rows + 1) * widthOf(rows, columns) <= MAX_CELLS;
  }

  /** Rows and columns count from 0 to the given numbers. */
  constructor(rows: number, columns: number, outside: number) {
    this.#outside = outside;
    this.#width = widthOf(rows, columns);
    this.#cells = new Float64Array((rows + 1) * this.#width);
    const slope = columns / rows;
    // A row begins where the one above still is, so that there is a way from each cell to the next row.
    this.#firsts = Int32Array.from({ length: rows + 1 }, (_, row) =>
      Math.max(0, Math.floor((row - 1) * slope) - REACH),
    );
    this.#lasts = Int32Array.from({ length: rows + 1 }, (_, row) =>
      Math.min(columns, Math.ceil((row + 1) * slope) + REACH),
    );
  }

  first(row: number): number {
    return this.#firsts[row] ?? 0;
  }

  last(row: number): number {
    return this.#lasts[row] ?? 0;
  }

  get(row: number, column: number): number {
    const first = this.first(row);
    if (column < first || column > this.last(row)) return this.#outside;
    return this.#cells[row * this.#width + column - first] ?? this.#outside;
  }

  set(row: number, column: number, value: number): void {
    this.#cells[row * this.#width + column - this.first(row)] = value;
  }
}

function widthOf(rows: number, columns: number): number {
  return Math.min(columns, Math.ceil((2 * columns) / rows) + 2 * REACH + 2) + 1;
}
