/** How many of those that there are were reached. */
export interface Tally {
  reached: number;
  of: number;
}

export const emptyTally = (): Tally => ({ reached: 0, of: 0 });

export function count(tally: Tally, isReached: boolean): void {
  tally.of += 1;
  if (isReached) tally.reached += 1;
}

/** NaN where there was nothing. */
export const share = ({ reached, of }: Tally) => reached / of;

/** Recall and precision: the items found, and the finds that are items. */
export interface Score {
  recall: Tally;
  precision: Tally;
}

export const emptyScore = (): Score => ({ recall: emptyTally(), precision: emptyTally() });
