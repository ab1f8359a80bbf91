import type { Dimension } from '../../contract/reports.ts';

/** What was used; money in pico-euro. */
export interface Figures {
  calls: number;
  inputTokens: number;
  outputTokens: number;
  picoEuro: bigint;
}

/** Use of one model for one task in one Fachbereich and month, as the ledger has it. Never leaves the backend. */
export interface UseCell extends Figures, Record<Dimension, string> {
  /** Pseudonyms of the month. */
  persons: readonly string[];
}

/** How many different persons the cells are of. */
export function personsIn(cells: readonly UseCell[]): number {
  return new Set(cells.flatMap(({ persons }) => persons)).size;
}

export function sumOf(figures: readonly Figures[]): Figures {
  const sum: Figures = { calls: 0, inputTokens: 0, outputTokens: 0, picoEuro: 0n };
  for (const one of figures) {
    sum.calls += one.calls;
    sum.inputTokens += one.inputTokens;
    sum.outputTokens += one.outputTokens;
    sum.picoEuro += one.picoEuro;
  }
  return sum;
}
