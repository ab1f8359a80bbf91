import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { describeFault } from '../http/log.ts';
import { StoreError } from '../store/store.ts';

/** Where the backlog tells what an operator should know. */
export interface BacklogLog {
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface BacklogSettings {
  /** Milliseconds that somebody waits on after the store failed them, before the work goes on without them. */
  graceMs: number;
  /** And that they wait at the most for a store that is there and slow. */
  patienceMs: number;
  /** Pieces of work that may wait at once; each is a few hundred bytes. */
  most: number;
  firstPauseMs: number;
  longestPauseMs: number;
}

const usual: BacklogSettings = {
  graceMs: 2_000,
  patienceMs: 10_000,
  most: 10_000,
  firstPauseMs: 250,
  longestPauseMs: 30_000,
};

/** Work that waited goes to the store by and by, so that who asks now is not kept waiting. */
const AT_ONCE = 2;
/** A store that is there and says no so often will not say yes. */
const MOST_REFUSALS = 5;
/** While the house closes. */
const CLOSING_PAUSE_MS = 100;

/**
 * Work for the store that must be done in the end, also where the store is away just now. It must come to the same however
 * often it is done: nobody knows of a broken connection whether the work was.
 */
export class Backlog {
  readonly #settings: BacklogSettings;
  readonly #log: BacklogLog;
  readonly #limit = pLimit(AT_ONCE);
  readonly #waiting = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  #away = false;
  #over = false;

  constructor(log: BacklogLog, settings: Partial<BacklogSettings> = {}) {
    this.#log = log;
    this.#settings = { ...usual, ...settings };
  }

  /** Pieces of work that are not done yet. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Does work. Resolves once it is done, given up, or has taken so long that it goes on in the background; never rejects. */
  async do(work: () => Promise<void>): Promise<void> {
    if (this.#waiting.size >= this.#settings.most) {
      this.#log.error(
        { waiting: this.#waiting.size },
        'ledger: too much waits for the store, a call is given up',
      );
      return;
    }
    const { promise: failed, resolve: fail } = Promise.withResolvers<undefined>();
    const done = this.#untilDone(work, () => fail(undefined)).finally(() => this.#waiting.delete(done));
    this.#waiting.add(done);
    const waited = new AbortController();
    const wait = (ms: number) => sleep(ms, undefined, { signal: waited.signal }).catch(() => undefined);
    const { graceMs, patienceMs } = this.#settings;
    await Promise.race([done, wait(patienceMs), failed.then(() => wait(graceMs))]);
    waited.abort();
  }

  /** Tries all that waits without longer pauses, for so many milliseconds at most; what is then left is given up. */
  async close(ms: number): Promise<void> {
    this.#closing.abort();
    const grace = new AbortController();
    let isOver = false;
    const end = sleep(ms, undefined, { signal: grace.signal })
      .catch(() => undefined)
      .finally(() => (isOver = true));
    // What still ends meanwhile comes on top.
    while (this.#waiting.size > 0 && !isOver) await Promise.race([Promise.all(this.#waiting), end]);
    grace.abort();
    this.#over = true;
    if (this.#waiting.size > 0) {
      this.#log.error({ waiting: this.#waiting.size }, 'ledger: closed before all calls were settled');
    }
  }

  async #untilDone(work: () => Promise<void>, onFault: () => void): Promise<void> {
    let refusals = 0;
    for (let attempt = 0; !this.#over; attempt++) {
      try {
        await (attempt === 0 ? work() : this.#limit(work));
        this.#back();
        return;
      } catch (fault) {
        onFault();
        const isAway = fault instanceof StoreError && fault.why !== 'failed';
        if (isAway) this.#gone(fault);
        else if (++refusals >= MOST_REFUSALS) {
          this.#log.error(
            { fault: describeFault(fault) },
            'ledger: the store refuses a call, it is given up',
          );
          return;
        }
        // The connection broke, and the next one may be whole: whether the work was done is found out at once.
        const looksAtOnce = attempt === 0 && fault instanceof StoreError && fault.uncertain;
        if (!looksAtOnce) await this.#pause(attempt);
      }
    }
  }

  async #pause(attempt: number): Promise<void> {
    const { firstPauseMs, longestPauseMs } = this.#settings;
    const closing = this.#closing.signal;
    if (closing.aborted) return sleep(CLOSING_PAUSE_MS);
    const pause = Math.min(firstPauseMs * 2 ** attempt, longestPauseMs) * (0.5 + Math.random() / 2);
    await sleep(pause, undefined, { signal: closing, ref: false }).catch(() => undefined);
  }

  #gone({ why }: StoreError): void {
    if (this.#away) return;
    this.#away = true;
    this.#log.warn(
      { why, waiting: this.#waiting.size },
      'ledger: the store is away, calls wait to be settled',
    );
  }

  #back(): void {
    if (!this.#away) return;
    this.#away = false;
    this.#log.warn({ waiting: this.#waiting.size }, 'ledger: the store is back');
  }
}
