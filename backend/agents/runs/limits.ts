/** How long a run may be silent before another process carries it on; by the clock of the database. */
export interface RunTimes {
  leaseMs: number;
  /** How often a process says that it still carries its runs, and learns that one is to be stopped. */
  renewMs: number;
  /** How often a stream of events looks at a run that another process carries. */
  lookMs: number;
  /** How long a step that is stopped has to come to its end. */
  graceMs: number;
  /** Between two tries to store what a step came to while the store is away, and for how long it is tried. */
  againMs: number;
  patienceMs: number;
}

export const usualTimes: RunTimes = {
  leaseMs: 60_000,
  renewMs: 10_000,
  lookMs: 1_500,
  graceMs: 3_000,
  againMs: 1_000,
  // A step that was paid for is worth waiting for.
  patienceMs: 10 * 60_000,
};

/** Of a Kommune that keeps no runs: how long one that has ended can still be seen and inserted. */
export const SEEN_AFTER_MINUTES = 15;
/** Runs in the list of a person. */
export const MOST_LISTED = 100;
