import { rawCodeOf, within } from './call.ts';
import type { Limits } from './call.ts';

/** What writing changes needs from outside. */
export interface ChangeDeps {
  run: typeof Word.run;
  /** `Office.context.requirements.isSetSupported` */
  supports(set: string, version: string): boolean;
  limits: Limits;
  now(): Date;
}

/** Whether a tracked range is no longer there, with all its text. */
export function isGone(error: unknown): boolean {
  return ['ItemNotFound', 'InvalidObjectPath'].includes(rawCodeOf(error));
}

type Mode = 'Off' | 'TrackAll';

/** The document's change tracking, as it was before and with a way back. */
export class TrackingMode {
  readonly #deps: ChangeDeps;
  #before: Word.Document['changeTrackingMode'] | null = null;
  #closed = false;

  constructor(deps: ChangeDeps) {
    this.#deps = deps;
  }

  /**
   * Sets the mode where it is another; "only mine" counts as on. Does nothing where Word can't (before WordApi 1.4).
   * @throws the errors of Office
   */
  async set(context: Word.RequestContext, mode: Mode): Promise<void> {
    if (!this.#deps.supports('WordApi', '1.4')) return;
    const { document } = context;
    document.load('changeTrackingMode');
    await context.sync();
    const now = document.changeTrackingMode;
    // The time may have been up while Word was asked; nobody would put the mode back then.
    if (this.#closed || (String(now) === 'Off') === (mode === 'Off')) return;
    // Before it is sent: where the answer is late, Word may have done it all the same.
    this.#before = now;
    document.changeTrackingMode = mode;
    await context.sync();
  }

  /** Puts the mode back in a request of its own, for the one before may have failed. Never throws. */
  async restore(): Promise<void> {
    this.#closed = true;
    const before = this.#before;
    if (before === null) return;
    this.#before = null;
    const work = this.#deps.run(async (context) => {
      context.document.changeTrackingMode = before;
      await context.sync();
    });
    await within(work, this.#deps.limits.ask).catch(() => undefined);
  }
}
