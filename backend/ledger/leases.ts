/** How long calls may be silent before another replica gives them up; by the clock of the database. */
export interface LeaseSettings {
  leaseMs: number;
  /** How often this replica says that its calls are still being made. */
  renewMs: number;
  /** After so long nobody believes any more that a call is being made. */
  longestMs: number;
}

/** The lease outlasts the longest time that a model may take for one answer, so a store that is away for minutes costs no call. */
export const usualLeases: LeaseSettings = {
  leaseMs: 20 * 60_000,
  renewMs: 5 * 60_000,
  longestMs: 2 * 60 * 60_000,
};

/** The open calls of this replica, all of whose leases are renewed together. */
export class Leases {
  readonly #settings: LeaseSettings;
  readonly #renew: (ids: readonly string[]) => Promise<void>;
  readonly #since = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  /** @param renew may reject: the next time is soon, and the lease is longer */
  constructor(settings: LeaseSettings, renew: (ids: readonly string[]) => Promise<void>) {
    this.#settings = settings;
    this.#renew = renew;
  }

  hold(id: string): void {
    this.#since.set(id, performance.now());
    this.#timer ??= setInterval(() => this.#renewAll(), this.#settings.renewMs).unref();
  }

  release(id: string): void {
    this.#since.delete(id);
    if (this.#since.size === 0) this.close();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #renewAll(): void {
    const oldest = performance.now() - this.#settings.longestMs;
    for (const [id, since] of this.#since) if (since < oldest) this.release(id);
    if (this.#since.size > 0) this.#renew([...this.#since.keys()]).catch(() => undefined);
  }
}
